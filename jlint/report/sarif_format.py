"""SARIF 2.1.0, for GitHub's code scanning and other dashboards.

The shape is that of the OASIS standard (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import quote

from jlint import __version__
from jlint.engine.result import Failure, Place, ReportedFinding, ReportedFix, RunResult
from jlint.finding import Severity
from jlint.report import Style
from jlint.report.json_text import as_json
from jlint.report.rule_words import summary_of
from jlint.report.words import held_back_by

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "%SRCROOT%"


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes one run with all rules that have findings, the findings, and the failures as notifications."""
    rules = sorted({finding.rule for finding in result.findings})
    held_back = held_back_by(result.held_back)
    run = {
        "tool": {
            "driver": {
                "name": "jlint",
                "version": __version__,
                "rules": [
                    {"id": rule, "shortDescription": {"text": summary_of(rule, style.language)}} for rule in rules
                ],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"uri": Path.cwd().as_uri() + "/"}},
        "invocations": [
            {
                "executionSuccessful": not result.failures,
                "toolExecutionNotifications": [_notification(failure) for failure in result.failures],
            }
        ],
        "results": [
            _result(finding, rules.index(finding.rule), held_back.get(finding, ())) for finding in result.findings
        ],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    out.write(as_json({"$schema": schema, "version": "2.1.0", "runs": [run]}, indent=1) + "\n")


def _result(finding: ReportedFinding, rule: int, held_back: Sequence[ReportedFinding]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(finding.path, finding.place)],
        "partialFingerprints": {"jlint/v1": finding.fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": related.message}, **_location(related.path, related.place)}
            for number, related in enumerate(finding.related)
        ]
    if finding.fix:
        result["fixes"] = [_fix(finding.path, finding.fix)]
    if held_back:
        result["properties"] = {"heldBack": [_held_back(each) for each in held_back]}
    return result


def _held_back(finding: ReportedFinding) -> dict[str, Any]:
    """A finding that is told with another one. No result of its own: dashboards show even those that are suppressed."""
    return {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(finding.path, finding.place)],
        "partialFingerprints": {"jlint/v1": finding.fingerprint},
    }


def _location(path: str, place: Place) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(path), "region": _region(place)}}


def _artifact(path: str) -> dict[str, str]:
    if os.path.isabs(path):
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(os.fsencode(os.path.normpath(path).replace(os.sep, "/"))), "uriBaseId": _ROOT}


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _fix(path: str, fix: ReportedFix) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.text}} for edit in fix.edits
    ]
    return {
        "description": {"text": fix.title},
        "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": replacements}],
    }


def _notification(failure: Failure) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": failure.message},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(failure.path)}}],
    }
