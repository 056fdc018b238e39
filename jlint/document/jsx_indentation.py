"""Finds indentation that makes Markdown take a paragraph for code: MDX has no indented code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jlint.compiled import lazy_pattern
from jlint.document.code_regions import CodeRegions
from jlint.document.masked_span import MaskedSpan, Shape

ITEM_INDENT = len("- ")
"""How much further in the text of a box begins than its tag, which is masked as the mark of a list's item."""
_TAB = 4
_INDENTED = lazy_pattern(r"^(?: {4}| {0,3}\t)[ \t]*(?=\S)", re.MULTILINE)
_LINE = lazy_pattern(r"[^\n]*\n?")
_LIST_MARKER = lazy_pattern(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|\r?\n|\Z)")


def column_of(line: str) -> int:
    """The column, from 0, in which the text of the line begins; its length if it is blank."""
    indentation = line[: len(line) - len(line.lstrip(" \t"))]
    return len(indentation.expandtabs(_TAB))


def needless_indentation(text: str, code: CodeRegions, masked_spans: Sequence[MaskedSpan]) -> Iterator[MaskedSpan]:
    """The indentation to mask, given what else is masked, in order, and where code is.

    Lists are skipped, as their structure depends on indentation.
    """
    if _INDENTED.search(text):
        yield from _Walk(text, code, masked_spans).masked_spans()


class _Walk:
    """One way through the lines. A box is an element whose text is indented, see `Shape.BARE_BOX`."""

    def __init__(self, text: str, code: CodeRegions, masked_spans: Sequence[MaskedSpan]) -> None:
        self._text = text
        self._code = code
        self._masked_spans = masked_spans
        self._next = 0
        self._boxes: list[tuple[int, int | None]] = []
        """The column of the text in each box that is open, and that of the list around it."""
        self._list_column: int | None = None

    def masked_spans(self) -> Iterator[MaskedSpan]:
        done = 0
        begins_paragraph = True
        for line in _LINE.finditer(self._text):
            if line.start() < done:
                continue
            is_blank = not line[0].strip()
            if not is_blank:
                column = column_of(line[0])
                self._enter(line[0], column, begins_paragraph=begins_paragraph)
                masked = self._needless(line, column, begins_paragraph=begins_paragraph)
                if masked is not None:
                    yield masked
                    done = masked.end if masked.shape is Shape.SPACES else done
                is_blank, end = self._pass(line.start(), line.end(), column)
                done = max(done, end)
            begins_paragraph = is_blank

    def _enter(self, line: str, column: int, *, begins_paragraph: bool) -> None:
        """Leaves the boxes and lists that end before the line, and notes a list that begins."""
        while self._boxes and column < self._boxes[-1][0]:
            _, self._list_column = self._boxes.pop()
        if begins_paragraph and self._list_column is not None and column <= self._list_column:
            self._list_column = None
        if begins_paragraph and self._list_column is None and _LIST_MARKER.match(line):
            self._list_column = column

    def _needless(self, line: re.Match[str], column: int, *, begins_paragraph: bool) -> MaskedSpan | None:
        needed = self._boxes[-1][0] if self._boxes else 0
        if column < needed + _TAB or self._list_column is not None:
            return None
        region = self._code.around(line.start())
        if region is not None:
            return MaskedSpan(region.start, region.end, Shape.SPACES) if region.start == line.start() else None
        if not begins_paragraph:
            return None
        text = line[0].lstrip(" \t")
        indentation = line[0][: len(line[0]) - len(text)]
        start = line.start() + (0 if "\t" in indentation else needed)
        return MaskedSpan(start, line.start() + len(indentation), Shape.UNSEEN)

    def _pass(self, start: int, end: int, column: int) -> tuple[bool, int]:
        """Whether the line, from `start` to `end`, is blank but for what is masked, and where the last of it ends."""
        is_blank = True
        while self._next < len(self._masked_spans) and self._masked_spans[self._next].start < end:
            masked = self._masked_spans[self._next]
            self._next += 1
            is_blank = is_blank and not self._text[start : masked.start].strip()
            start = max(start, masked.end)
            if masked.shape in (Shape.BARE_BOX, Shape.BOXED_TAG):
                self._boxes.append((column + ITEM_INDENT, self._list_column))
                self._list_column = None
        return is_blank and not self._text[start:end].strip(), start
