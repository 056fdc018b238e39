"""reviewdog's diagnostic format (https://github.com/reviewdog/reviewdog/tree/master/proto/rdf).

Its columns count UTF-8 bytes, so the files are read again for the lines with findings.
"""

from __future__ import annotations

from array import array
from functools import lru_cache
from itertools import accumulate
from typing import Any, TextIO

from jlint.engine.result import Place, ReportedFinding, RunResult
from jlint.finding import Severity
from jlint.regular_file import ReadError, read_regular
from jlint.report import Style
from jlint.report.json_text import as_json
from jlint.span import LINE_END

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes all diagnostics, failures among them."""
    diagnostics = [_diagnostic(finding) for finding in result.findings]
    diagnostics += [
        {"message": failure.message, "location": {"path": failure.path}, "severity": "ERROR"}
        for failure in result.failures
    ]
    out.write(as_json({"source": {"name": "jlint"}, "diagnostics": diagnostics}, indent=1) + "\n")


def _diagnostic(finding: ReportedFinding) -> dict[str, Any]:
    diagnostic: dict[str, Any] = {
        "message": finding.message,
        "location": {"path": finding.path, "range": _range(finding.path, finding.place)},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    if finding.fix:
        diagnostic["suggestions"] = [
            {"range": _range(finding.path, edit.place), "text": edit.text} for edit in finding.fix.edits
        ]
    if finding.related:
        diagnostic["related_locations"] = [
            {
                "message": related.message,
                "location": {"path": related.path, "range": _range(related.path, related.place)},
            }
            for related in finding.related
        ]
    return diagnostic


def _range(path: str, place: Place) -> dict[str, Any]:
    return {
        "start": _position(path, place.line, place.column),
        "end": _position(path, place.end_line, place.end_column),
    }


def _position(path: str, line: int, column: int) -> dict[str, int]:
    """The position; without a column where the file can't be read again, as standard input can't."""
    lines = _lines(path)
    if line > len(lines):
        return {"line": line}
    before = _bytes_before(path, line)
    return {"line": line, "column": before[min(column, len(before)) - 1] + 1}


@lru_cache(maxsize=4)
def _bytes_before(path: str, line: int) -> array[int]:
    """How many bytes precede each column of the line, counted once for all findings in it."""
    sizes = (len(character.encode()) for character in _lines(path)[line - 1])
    return array("L", accumulate(sizes, initial=0))


@lru_cache(maxsize=2)
def _lines(path: str) -> list[str]:
    try:
        return LINE_END.split(read_regular(path).decode("utf-8-sig"))
    except (ReadError, UnicodeDecodeError):
        return []
