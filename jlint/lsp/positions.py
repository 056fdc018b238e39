"""Converts offsets in a text to positions of the protocol and back.

A position is a line, counted from 0, and a number of code units in it: code points (UTF-32) or UTF-16. Lines end with
LF, CRLF or CR, as `LineIndex` has them, and with nothing else.
"""

from __future__ import annotations

from lsprotocol.types import Position, PositionEncodingKind, Range

from jlint.document.document import BOM
from jlint.engine.result import Place
from jlint.span import LineIndex, Span

_LAST_OF_ONE_UNIT = "\uffff"


class Positions:
    """The positions in one text, which may begin with a BOM: places that the engine reports don't count it."""

    def __init__(self, text: str, encoding: PositionEncodingKind | str = PositionEncodingKind.Utf16) -> None:
        self.text = text
        self._lines = LineIndex(text)
        self._is_utf16 = encoding != PositionEncodingKind.Utf32 and any(map(_LAST_OF_ONE_UNIT.__lt__, {*text}))
        self._bom = len(BOM) if text.startswith(BOM) else 0

    @property
    def end(self) -> Position:
        """The position behind the last character."""
        return self.position(len(self.text))

    def offset(self, position: Position) -> int:
        """The offset of a position, in code points. One behind the end of a line means its end, as the protocol says.

        A position inside a pair of UTF-16 means the character that it belongs to.
        """
        if position.line >= len(self._lines):
            return len(self.text)
        start, end = self._lines.span(position.line + 1)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        wanted = max(position.character, 0)
        if not self._is_utf16:
            return min(start + wanted, end)
        line = self.text[start:end]
        if len(line) == 0 or max(line) <= _LAST_OF_ONE_UNIT:
            return min(start + wanted, end)
        for number, character in enumerate(line):
            units = 1 if character <= _LAST_OF_ONE_UNIT else 2
            if wanted < units:
                return start + number
            wanted -= units
        return end

    def span(self, range: Range) -> Span:
        """The span of a range; an empty one where its end lies before its start."""
        start = self.offset(range.start)
        return Span(start, max(start, self.offset(range.end)))

    def position(self, offset: int) -> Position:
        """The position of an offset."""
        line, column = self._lines.position(min(max(offset, 0), len(self.text)))
        return Position(line - 1, self._units(self._lines.starts[line - 1], column - 1))

    def range(self, span: Span) -> Range:
        """The range of a span."""
        return Range(self.position(span.start), self.position(span.end))

    def range_of(self, place: Place) -> Range:
        """The range of a place that the engine reports."""
        return self.range(self.span_of(place))

    def span_of(self, place: Place) -> Span:
        """The span, in this text, of a place that the engine reports."""
        return Span(self._offset_at(place.line, place.column), self._offset_at(place.end_line, place.end_column))

    def place(self, span: Span) -> Place:
        """The place of a span in this text as the engine reports it."""
        line, column = self._lines.position(span.start)
        end_line, end_column = self._lines.position(span.end)
        return Place(line, column - self._bom * (line == 1), end_line, end_column - self._bom * (end_line == 1))

    def in_document(self, offset: int) -> int:
        """The offset in the document that the engine makes of this text."""
        return max(0, offset - self._bom)

    def from_document(self, span: Span) -> Span:
        """The span in this text of a span in the document that the engine makes of it."""
        return Span(span.start + self._bom, span.end + self._bom)

    def _offset_at(self, line: int, column: int) -> int:
        if line > len(self._lines):
            return len(self.text)
        return min(self._lines.starts[line - 1] + column - 1 + self._bom * (line == 1), len(self.text))

    def _units(self, start: int, column: int) -> int:
        if not self._is_utf16:
            return column
        return column + sum(character > _LAST_OF_ONE_UNIT for character in self.text[start : start + column])
