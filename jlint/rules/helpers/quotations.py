"""Whose words a place holds: the author's own, or those of a quotation, a speaker or another page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.rules.helpers.own_sentences import is_in_link
from jlint.span import Span, SpanIndex

if TYPE_CHECKING:
    from jlint.document import Block, Document

_CLOSERS = {"「": "」", "『": "』", "“": "”"}
_MARK = lazy_pattern("[「」『』“”]")
_QUOTING = lazy_pattern(
    r"\{[{%][<%]?-?[ \t]*(?P<end>/[ \t]*|end)?(?P<name>[\w-]*quot(?:e|ation)[\w-]*)[^{}\n]*\}"
    r"|<(?P<slash>/?)q(?:[ \t][^<>]*)?>"
)
"""Shortcodes and tags of templates that are named for quotations, and the element of HTML inside a sentence."""
_LONGEST_LINK = 600
"""Characters of a link's tag and text that are looked through."""
_FAR = 8
"""A speech may go over so many blocks."""


def block_at(document: Document, span: Span) -> Block | None:
    """The block of prose that the span lies in, None for one in the front matter, in code or across blocks."""
    index = bisect_right(document.prose, span.start, key=lambda block: block.span.start) - 1
    block = document.prose[index] if index >= 0 else None
    return block if block and span.end <= block.span.end else None


def is_in_others_words(document: Document, span: Span) -> bool:
    """Whether the place is in 「」, 『』 or “”, in a quotation, or in a link's text, which names another page."""
    block = block_at(document, span)
    is_quoted = (block is not None and block.quoted) or _in_marks(document).overlaps(span)
    return is_quoted or is_in_any_link(document, span)


def is_in_any_link(document: Document, span: Span) -> bool:
    """Whether the place is in the text of a link, which may be written in HTML."""
    if is_in_link(document, span):
        return True
    before = document.text[max(0, span.start - _LONGEST_LINK) : span.start]
    return max(before.rfind("<a "), before.rfind("<A ")) > max(before.rfind("</a"), before.rfind("</A"))


class _Marks(Struct, frozen=True):
    """A block's quotations: those in pairs, where one is opened and never closed, where one ends that began before."""

    pairs: list[Span]
    opened: int | None
    closed: int | None


@lru_cache(maxsize=2)
def _in_marks(document: Document) -> SpanIndex:
    return SpanIndex([*_quotations(document), *between_tags_of_quotations(document)])


def between_tags_of_quotations(document: Document) -> Iterator[Span]:
    """What stands between the shortcodes or tags of a quotation."""
    if "quot" not in document.text and "<q" not in document.text:
        return
    opened: tuple[str, int] | None = None
    for match in _QUOTING.finditer(document.text, document.body.start):
        name = match["name"] or "q"
        if not (match["end"] or match["slash"]):
            opened = (name, match.end())
        elif opened and opened[0] == name:
            yield Span(opened[1], match.start())
            opened = None


def _quotations(document: Document) -> Iterator[Span]:
    """The quotations in marks. One that isn't closed goes on to the end of its block or to the block that closes it."""
    begun: int | None = None
    left = 0
    for block in document.proofread:
        left -= 1
        marks = _marks(block.text)
        for pair in marks.pairs:
            yield block.source_span(pair.start, pair.end)
        if marks.closed is not None:
            first = begun if begun is not None and left >= 0 else block.source_span(0, 1).start
            yield Span(first, block.source_span(marks.closed, marks.closed + 1).end)
            begun = None
        if marks.opened is not None:
            opened = block.source_span(marks.opened, len(block.text))
            yield opened
            begun, left = opened.start, _FAR


def _marks(text: str) -> _Marks:
    opened: list[re.Match[str]] = []
    waiting: Counter[str] = Counter()
    pairs: list[Span] = []
    closed: int | None = None
    for mark in _MARK.finditer(text):
        if closer := _CLOSERS.get(mark[0]):
            opened.append(mark)
            waiting[closer] += 1
        elif not waiting[mark[0]]:
            closed = mark.start()
        else:
            while (opener := opened.pop()) and (closer := _CLOSERS[opener[0]]):
                waiting[closer] -= 1
                if closer == mark[0]:
                    break
            pairs.append(Span(opener.start(), mark.end()))
    return _Marks(pairs, opened[0].start() if opened else None, closed)
