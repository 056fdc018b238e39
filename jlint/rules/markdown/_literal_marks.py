"""The `**` that a reader sees: the site's engine didn't take them for emphasis."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from jlint.document import Block, Document
from jlint.rules.base import Span

_MARKS = re.compile(r"(?<!\*)\*\*(?!\*)")


class LiteralMark(NamedTuple):
    """Two asterisks that are text, at `start` of the block's visible text."""

    block: Block
    start: int

    @property
    def end(self) -> int:
        return self.start + 2

    @property
    def span(self) -> Span:
        return self.block.source_span(self.start, self.end)


class LiteralMarks(NamedTuple):
    """The marks of a document: those that were meant as a pair, and those without a partner."""

    pairs: tuple[tuple[LiteralMark, LiteralMark], ...]
    odd: tuple[LiteralMark, ...]


@lru_cache(maxsize=1)
def literal_marks(document: Document) -> LiteralMarks:
    """All of them, in order."""
    pairs: list[tuple[LiteralMark, LiteralMark]] = []
    odd: list[LiteralMark] = []
    if "**" not in document.text:
        return LiteralMarks((), ())
    for block in document.prose:
        if "**" not in block.text:
            continue
        opened: LiteralMark | None = None
        for mark in _marks(block, document.text):
            if opened is None:
                opened = mark
            elif _may_be_pair(opened, mark):
                pairs.append((opened, mark))
                opened = None
            else:
                odd.append(opened)
                opened = mark
        if opened is not None:
            odd.append(opened)
    return LiteralMarks(tuple(pairs), tuple(odd))


def _marks(block: Block, source: str) -> Iterator[LiteralMark]:
    """The marks that somebody may have meant as emphasis: neither escaped nor a sign between numbers or letters."""
    for match in _MARKS.finditer(block.text):
        mark = LiteralMark(block, match.start())
        span = mark.span
        before, after = block.text[match.start() - 1 : match.start()], block.text[match.end() : match.end() + 1]
        is_operator = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
        stands_free = (not before or before.isspace()) and (not after or after.isspace())
        is_escaped = source[span.start - 1 : span.start] == "\\"
        if span.end - span.start == 2 and not (is_operator or stands_free or is_escaped):
            yield mark


def _may_be_pair(opening: LiteralMark, closing: LiteralMark) -> bool:
    """Whether the two enclose something on one line, and only one of them stands next to a space inside."""
    between = opening.block.text[opening.end : closing.start]
    return (
        bool(between.strip()) and "\n" not in between and (between == between.rstrip() or between == between.lstrip())
    )
