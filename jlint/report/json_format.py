"""The report as one JSON object, for programs; its shape is fixed."""

from __future__ import annotations

import json
from typing import Any, TextIO

import msgspec

from jlint.engine.result import Failure, Place, ReportedFinding, ReportedFix, RunResult
from jlint.finding import Severity
from jlint.report import Style


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """`version`, `findings`, `failures`, `summary`."""
    report = {
        "version": 1,
        "findings": [finding_object(finding) for finding in result.findings],
        "failures": [failure_object(failure) for failure in result.failures],
        "summary": summary_object(result),
    }
    out.write(f"{_as_text(report)}\n")


def _as_text(report: dict[str, Any]) -> str:
    """Indented by one; json itself, which takes a second for ten thousand findings, only for what is no Unicode."""
    try:
        return msgspec.json.format(msgspec.json.encode(report), indent=1).decode()
    except UnicodeEncodeError:
        return json.dumps(report, ensure_ascii=False, indent=1)


def finding_object(finding: ReportedFinding) -> dict[str, Any]:
    """A finding as the JSON report has it."""
    return {
        "path": finding.path,
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity.label,
        "message": finding.message,
        **_place_object(finding.place),
        "fix": _fix_object(finding.fix),
        "related": [
            {"path": related.path, **_place_object(related.place), "message": related.message}
            for related in finding.related
        ],
    }


def failure_object(failure: Failure) -> dict[str, Any]:
    """A failure as the JSON report has it."""
    return {"path": failure.path, "rule": failure.rule, "message": failure.message}


def summary_object(result: RunResult) -> dict[str, int]:
    """The counts of a run."""
    return {
        "files": len(result.files),
        "errors": result.count(Severity.ERROR),
        "warnings": result.count(Severity.WARNING),
        "infos": result.count(Severity.INFO),
        "suppressed": result.suppressed,
    }


def _place_object(place: Place) -> dict[str, int]:
    return place._asdict()


def _fix_object(fix: ReportedFix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = [{**_place_object(edit.place), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}
