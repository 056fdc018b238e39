"""One finding a line, for people and for editors' problem matchers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from jlint.engine.result import FileResult, RunResult
from jlint.engine.told import Piece, Pieces
from jlint.report import Style
from jlint.report.parts import Rest, files_of, in_order, rest_of, write_whole
from jlint.report.words import failure_line, finding_line


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes `path:line:column: severity message [rule-id]` for each finding, then the failures."""
    write_whole(whole([pieces(file, style) for file in files_of(result)], rest_of(result), style), out)


def pieces(file: FileResult, style: Style) -> tuple[str, ...]:
    """The findings of a file."""
    return ("".join(finding_line(finding, style) + "\n" for finding in in_order(file.findings)),)


def whole(parts: Iterable[Pieces], rest: Rest, style: Style) -> Iterator[Piece]:
    """The report: the parts of the files, then the failures."""
    for (findings,) in parts:
        yield findings
    for failure in rest.failures:
        yield failure_line(failure, style.language) + "\n"
