"""The JSON report as one object a line, each with a `type`: findings, held back ones, failures, the summary last."""

from __future__ import annotations

from typing import TextIO

import msgspec

from jlint.api.result import failure_of, finding_of, held_back_of
from jlint.engine.result import RunResult
from jlint.report import Style
from jlint.report.json_format import summary_object
from jlint.report.json_text import as_json


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes one object a line."""
    for finding in result.findings:
        _line(out, "finding", finding_of(finding))
    for each in result.held_back:
        _line(out, "held_back", held_back_of(each))
    for failure in result.failures:
        _line(out, "failure", failure_of(failure))
    unit = {"column_unit": style.columns.unit} if style.columns else {}
    _line(out, "summary", summary_object(result), version=1, **unit)


def _line(out: TextIO, kind: str, content: msgspec.Struct, **more: int | str) -> None:
    out.write(as_json({"type": kind, **more, **msgspec.to_builtins(content)}) + "\n")
