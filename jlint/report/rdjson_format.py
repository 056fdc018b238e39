"""reviewdog's diagnostic format (https://github.com/reviewdog/reviewdog/tree/master/proto/rdf).

Its columns count UTF-8 bytes, so the files are read again for the lines with findings.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TextIO

from jlint.engine.result import Place, ReportedEdit, ReportedFinding, RunResult
from jlint.finding import Severity
from jlint.regular_file import ReadError, read_regular
from jlint.report import Style
from jlint.report.columns import Columns
from jlint.report.json_text import as_json
from jlint.report.places import relative_path
from jlint.report.rule_words import address_of
from jlint.span import LINE_END

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes all diagnostics, failures among them."""
    columns = Columns("byte", _text_of)
    diagnostics = [_diagnostic(finding, columns, style.docs_url) for finding in result.findings]
    diagnostics += [
        {"message": failure.message, "location": {"path": relative_path(failure.path)}, "severity": "ERROR"}
        for failure in result.failures
    ]
    out.write(as_json({"source": {"name": "jlint"}, "diagnostics": diagnostics}, indent=1) + "\n")


def _diagnostic(finding: ReportedFinding, columns: Columns, docs_url: str) -> dict[str, Any]:
    diagnostic: dict[str, Any] = {
        "message": finding.message,
        "location": {
            "path": relative_path(finding.path),
            "range": _range(finding.path, finding.place, columns),
        },
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    if docs_url:
        diagnostic["code"]["url"] = address_of(finding.rule, docs_url)
    if finding.fix:
        diagnostic["suggestions"] = [
            {"range": _range(finding.path, edit.place, columns), "text": edit.text}
            for edit in _suggested(finding.path, finding.fix.edits)
        ]
    if finding.related:
        diagnostic["related_locations"] = [
            {
                "message": related.message,
                "location": {
                    "path": relative_path(related.path),
                    "range": _range(related.path, related.place, columns),
                },
            }
            for related in finding.related
        ]
    return diagnostic


def _suggested(path: str, edits: Sequence[ReportedEdit]) -> Sequence[ReportedEdit]:
    """The edits as one, the text between them included: reviewdog offers each suggestion by itself.

    As they are where the file can't be read again.
    """
    text = _text_of(path) if len(edits) > 1 else None
    if text is None:
        return edits
    ends = [0, *(end.end() for end in LINE_END.finditer(text))]
    ordered = sorted(edits)
    if ordered[-1].place.end_line > len(ends):
        return edits
    parts: list[str] = []
    at = _offset(ends, ordered[0].place.line, ordered[0].place.column)
    for edit in ordered:
        parts += [text[at : _offset(ends, edit.place.line, edit.place.column)], edit.text]
        at = _offset(ends, edit.place.end_line, edit.place.end_column)
    first, last = ordered[0].place, ordered[-1].place
    return [ReportedEdit(Place(first.line, first.column, last.end_line, last.end_column), "".join(parts))]


def _offset(starts: Sequence[int], line: int, column: int) -> int:
    return starts[line - 1] + column - 1


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
