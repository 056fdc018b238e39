"""The JSON report as one object a line, each with a `type`: findings, held back ones, failures, the summary last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

import msgspec

from jlint.engine.result import FileResult, RunResult
from jlint.engine.told import Piece, Pieces
from jlint.report import Style
from jlint.report.json_text import as_json
from jlint.report.parts import Rest, files_of, held_back_in_order, in_order, rest_of, write_whole


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes one object a line."""
    write_whole(whole([pieces(file, style) for file in files_of(result)], rest_of(result), style), out)


def pieces(file: FileResult, style: Style) -> tuple[str, ...]:
    """The findings of a file, and those held back."""
    from jlint.api.result import finding_of, held_back_of

    findings = (_line("finding", finding_of(finding)) for finding in in_order(file.findings))
    held_back = (_line("held_back", held_back_of(each)) for each in held_back_in_order(file.held_back))
    return "".join(findings), "".join(held_back)


def whole(parts: Iterable[Pieces], rest: Rest, style: Style) -> Iterator[Piece]:
    """The report: the findings of all files, what is held back in them, the failures and the summary."""
    from jlint.api.result import failure_of
    from jlint.report.json_format import summary_object

    parts = list(parts)
    for number in range(2):
        yield from (part[number] for part in parts)
    for failure in rest.failures:
        yield _line("failure", failure_of(failure))
    yield _line("summary", summary_object(rest.totals), version=1)


def _line(kind: str, content: msgspec.Struct, **more: int) -> str:
    return as_json({"type": kind, **more, **msgspec.to_builtins(content)}) + "\n"
