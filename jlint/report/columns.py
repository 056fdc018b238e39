"""Columns in the unit that a reader counts in: code points, UTF-8 bytes or UTF-16 code units."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate

from jlint.engine.result import FileResult, HeldBack, Place, ReportedFinding, RunResult
from jlint.span import LINE_END, ColumnUnit

_LAST_OF_ONE_UNIT = "\uffff"
_WIDTHS: dict[ColumnUnit, Callable[[str], int]] = {
    "character": len,
    "byte": lambda character: len(character.encode()),
    "utf16": lambda character: 1 if character <= _LAST_OF_ONE_UNIT else 2,
}
_LINES = 64
"""So many lines are remembered: findings come in the order of the text, and edits are near them."""


class Columns:
    """Converts columns. `text_of` gives the text of a file, without a BOM, or None where it can't be had any more."""

    def __init__(self, unit: ColumnUnit, text_of: Callable[[str], str | None]) -> None:
        self.unit = unit
        self._width = _WIDTHS[unit]
        self._text_of = text_of
        self._lines = lru_cache(maxsize=2)(self._split)
        self._before = lru_cache(maxsize=_LINES)(self._counted)

    def column(self, path: str, line: int, column: int) -> int | None:
        """The column, from 1, of a column in code points; None where the file's text can't be had."""
        before = self._before(path, line)
        return before[min(column, len(before)) - 1] + 1 if before else None

    def result(self, result: RunResult) -> RunResult:
        """The result with all places in this unit; where a file's text can't be had, they stay in code points."""
        return RunResult(map(self._file, result.files))

    def _file(self, file: FileResult) -> FileResult:
        held_back = tuple(HeldBack(*map(self._finding, each)) for each in file.held_back)
        return file._replace(findings=tuple(map(self._finding, file.findings)), held_back=held_back)

    def _finding(self, finding: ReportedFinding) -> ReportedFinding:
        path, fix = finding.path, finding.fix
        if fix:
            edits = tuple(edit._replace(place=self._place(path, edit.place)) for edit in fix.edits)
            fix = fix._replace(edits=edits)
        related = tuple(each._replace(place=self._place(each.path, each.place)) for each in finding.related)
        return finding._replace(place=self._place(path, finding.place), fix=fix, related=related)

    def _place(self, path: str, place: Place) -> Place:
        start = self.column(path, place.line, place.column)
        end = self.column(path, place.end_line, place.end_column)
        return place._replace(column=start or place.column, end_column=end or place.end_column)

    def _split(self, path: str) -> list[str]:
        text = self._text_of(path)
        return [] if text is None else LINE_END.split(text)

    def _counted(self, path: str, line: int) -> array[int]:
        """What precedes each column of the line, counted once for all findings in it; empty without the line."""
        lines = self._lines(path)
        if line > len(lines):
            return array("L")
        return array("L", accumulate(map(self._width, lines[line - 1]), initial=0))
