"""The `**` that readers see literally, because the site's engine didn't parse them as emphasis."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.document import Block, Document
from jlint.document.code_regions import CodeRegions
from jlint.rules.contract.base import Span

_MARKS = lazy_pattern(r"(?<![*\\])\*\*(?!\*)")
_NAME_BEFORE = lazy_pattern(r"[A-Za-z_][\w.:-]*\Z", re.ASCII)
_NAME_AFTER = lazy_pattern(r"[A-Za-z_][\w.]*", re.ASCII)
_POINTER = lazy_pattern(
    r"(?:const|unsigned|signed|long|short) [a-z]\w*|struct \w+|char|int|void|float|double|short|long|bool|byte|unsigned"
    r"|[a-z]\w*_t|[a-z]{2,}\d{2,}[a-z]*",
    re.ASCII,
)
"""A type of C with two asterisks is a pointer to a pointer; a lower-case name with a number is no word either."""
_QUALIFIER = lazy_pattern(r"(?:const|struct|unsigned|signed|long|short) \Z")
_STARRED = lazy_pattern(r"(?<!\*)\*\*[A-Za-z_][\w.]*+(?!\*)|(?<![\w*.:-])[A-Za-z_][\w.:-]*+\*\*(?!\*)", re.ASCII)
_LONGEST_NAME = 60


class LiteralMarks(Struct, frozen=True):
    """Spans in the source: `pairs` are stretches meant to be bold, with their marks, `odd` are marks alone."""

    pairs: tuple[Span, ...]
    odd: tuple[Span, ...]


@lru_cache(maxsize=1)
def literal_marks(document: Document) -> LiteralMarks:
    """All literal marks in a document, in order."""
    pairs: list[Span] = []
    odd: list[Span] = []
    for block in document.prose if "**" in document.text else ():
        seen = set(_seen(block, document.text)) if "**" in block.text else ()
        if not seen:
            continue
        meant = _meant_as_pairs(block, document.text, seen)
        pairs += meant
        paired = {place for span in meant for place in (span.start, span.end - 2)}
        odd += [Span(place, place + 2) for place in sorted(seen - paired)]
    return LiteralMarks(tuple(pairs), tuple(odd))


def _seen(block: Block, source: str) -> Iterator[int]:
    """The offsets of marks that may be meant as emphasis: not operators between numbers, not marks between spaces."""
    for match in _MARKS.finditer(block.text):
        span = block.source_span(*match.span())
        before, after = block.text[match.start() - 1 : match.start()], block.text[match.end() : match.end() + 1]
        is_operator = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
        stands_apart = (not before or before.isspace()) and (not after or after.isspace())
        is_escaped = source[span.start - 1 : span.start] == "\\"
        is_glob = "/" in (before, after)
        if span.end - span.start != 2 or is_operator or stands_apart or is_escaped or is_glob:
            continue
        if not _belongs_to_name(block.text, *match.span(), source):
            yield span.start


def _belongs_to_name(text: str, start: int, end: int, source: str) -> bool:
    """Whether the asterisks are a part of a name: char**, xoshiro128**, or one that the file has in code too."""
    before = text[max(0, start - _LONGEST_NAME) : start]
    if name := _NAME_BEFORE.search(before):
        qualifier = _QUALIFIER.search(before, 0, name.start())
        type_name = f"{qualifier[0] if qualifier else ''}{name[0]}"
        return _POINTER.fullmatch(type_name) is not None or f"{name[0]}**" in _starred_in_code(source)
    name = _NAME_AFTER.match(text, end)
    return name is not None and f"**{name[0]}" in _starred_in_code(source)


@lru_cache(maxsize=1)
def _starred_in_code(source: str) -> frozenset[str]:
    """The names with two asterisks before or behind them that stand in the file's code."""
    code = CodeRegions(source)
    found = (match for match in _STARRED.finditer(source) if code.around(match.start()) is not None)
    return frozenset(match[0] for match in found)


def _meant_as_pairs(block: Block, source: str, seen: set[int]) -> list[Span]:
    """The stretches that the author meant to be bold and that have a visible mark.

    If the block has an even number of marks, the first is paired with the second and so on, however the engine
    parsed them. Otherwise the visible ones are paired in order.
    """
    places = _all_marks(block, source)
    if len(places) % 2 == 0:
        couples = zip(places[::2], places[1::2], strict=True)
    else:
        couples = zip(sorted(seen)[::2], sorted(seen)[1::2], strict=False)
    spans = (Span(opening, closing + 2) for opening, closing in couples if opening in seen or closing in seen)
    return [span for span in spans if _may_be_bold(source[span.start + 2 : span.end - 2])]


def _all_marks(block: Block, source: str) -> list[int]:
    code = CodeRegions(block.span.of(source))
    found = (match.start() for match in _MARKS.finditer(block.span.of(source)))
    return [block.span.start + place for place in found if code.around(place) is None]


def _may_be_bold(content: str) -> bool:
    """Whether there is text between the marks, on one line and next to a space on at most one side."""
    return (
        bool(content.strip()) and "\n" not in content and (content == content.rstrip() or content == content.lstrip())
    )
