"""The JSON report a line at a time: findings, failures, and the summary last. Each object says its `type`."""

from __future__ import annotations

import json
from typing import Any, TextIO

from jlint.engine.result import RunResult
from jlint.report import Style
from jlint.report.json_format import failure_object, finding_object, summary_object


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """One object a line."""
    for finding in result.findings:
        _line(out, "finding", finding_object(finding))
    for failure in result.failures:
        _line(out, "failure", failure_object(failure))
    _line(out, "summary", {"version": 1, **summary_object(result)})


def _line(out: TextIO, kind: str, content: dict[str, Any]) -> None:
    out.write(json.dumps({"type": kind, **content}, ensure_ascii=False) + "\n")
