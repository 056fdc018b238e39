"""Places in a text. All offsets count code points of the decoded file, without its BOM."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Literal, NamedTuple

from msgspec import Struct

from jlint.compiled import lazy_pattern

LINE_END = lazy_pattern(r"\r\n|\r|\n")
"""A line end: LF, CRLF or CR. Not VT, NEL or U+2028, where `str.splitlines` splits too."""

ColumnUnit = Literal["character", "byte", "utf16"]
"""What columns count: code points, as they do everywhere inside jlint, UTF-8 bytes or UTF-16 code units."""
COLUMN_UNITS: tuple[ColumnUnit, ...] = ("character", "byte", "utf16")


class Span(Struct, frozen=True, order=True):
    """A half-open range of code points: `start` is included, `end` is not."""

    start: int
    end: int

    def __iter__(self) -> Iterator[int]:
        return iter((self.start, self.end))

    def of(self, text: str) -> str:
        """The characters of `text` in this range."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


class SpanIndex:
    """Spans, in any order, perhaps overlapping: quickly finds whether a span shares a character with one of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._reach = list(accumulate((span.end for span in ordered), max))

    def overlaps(self, place: Span) -> bool:
        """Whether one of the spans overlaps `place`, as `Span.overlaps` defines it."""
        before = bisect_left(self._starts, place.end)
        return before > 0 and place.start < self._reach[before - 1]

    def holds(self, place: Span) -> bool:
        """Whether `place` lies in one of the spans as a whole."""
        upto = bisect_right(self._starts, place.start)
        return upto > 0 and place.end <= self._reach[upto - 1]


class Position(NamedTuple):
    """A line and a column, both from 1, the column in code points."""

    line: int
    column: int


class LineIndex:
    """Converts offsets in one text to lines and columns, and lines to spans. `starts`: where each line begins."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self.starts = [0, *(end.end() for end in LINE_END.finditer(text))]

    def __len__(self) -> int:
        """The number of lines, counting the empty one after a final newline."""
        return len(self.starts)

    def position(self, offset: int) -> Position:
        """The line and column of `offset`."""
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def line_of(self, offset: int) -> int:
        """The line, from 1, that holds `offset`."""
        return bisect_right(self.starts, offset)

    def span(self, line: int) -> Span:
        """The whole line with that number, from 1, its line end included."""
        end = self.starts[line] if line < len(self.starts) else self._length
        return Span(self.starts[line - 1], end)
