"""reviewdog's diagnostic format (https://github.com/reviewdog/reviewdog/tree/master/proto/rdf).

Its columns count UTF-8 bytes, so the files are read again for the lines with findings.
"""

from __future__ import annotations

from typing import Any, TextIO

from jlint.engine.result import Place, ReportedFinding, RunResult
from jlint.finding import Severity
from jlint.regular_file import ReadError, read_regular
from jlint.report import Style
from jlint.report.columns import Columns
from jlint.report.json_text import as_json

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes all diagnostics, failures among them."""
    columns = Columns("byte", _text_of)
    diagnostics = [_diagnostic(finding, columns) for finding in result.findings]
    diagnostics += [
        {"message": failure.message, "location": {"path": failure.path}, "severity": "ERROR"}
        for failure in result.failures
    ]
    out.write(as_json({"source": {"name": "jlint"}, "diagnostics": diagnostics}, indent=1) + "\n")


def _diagnostic(finding: ReportedFinding, columns: Columns) -> dict[str, Any]:
    diagnostic: dict[str, Any] = {
        "message": finding.message,
        "location": {"path": finding.path, "range": _range(finding.path, finding.place, columns)},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    if finding.fix:
        diagnostic["suggestions"] = [
            {"range": _range(finding.path, edit.place, columns), "text": edit.text} for edit in finding.fix.edits
        ]
    if finding.related:
        diagnostic["related_locations"] = [
            {
                "message": related.message,
                "location": {"path": related.path, "range": _range(related.path, related.place, columns)},
            }
            for related in finding.related
        ]
    return diagnostic


def _range(path: str, place: Place, columns: Columns) -> dict[str, Any]:
    return {
        "start": _position(place.line, columns.column(path, place.line, place.column)),
        "end": _position(place.end_line, columns.column(path, place.end_line, place.end_column)),
    }


def _position(line: int, column: int | None) -> dict[str, int]:
    """The position; without a column where the file can't be read again, as standard input can't."""
    return {"line": line} if column is None else {"line": line, "column": column}


def _text_of(path: str) -> str | None:
    try:
        return read_regular(path).decode("utf-8-sig")
    except (ReadError, UnicodeDecodeError):
        return None
