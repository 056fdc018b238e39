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
from jlint.finding import Severity, Text
from jlint.report import Style
from jlint.report.json_text import as_json
from jlint.report.sarif_rules import LEVELS, described
from jlint.report.words import held_back_by

MOST_RESULTS = 25_000
"""GitHub refuses a run with more (https://docs.github.com/code-security/reference/code-scanning/sarif-files)."""
_ROOT = "%SRCROOT%"


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes one run with all rules that have findings, the findings, and the failures as notifications.

    Of more findings than `MOST_RESULTS` the worst are written, and a notification tells of the others.
    """
    findings: Sequence[ReportedFinding] = result.findings
    if len(findings) > MOST_RESULTS:
        findings = sorted(findings, key=lambda finding: -finding.severity)[:MOST_RESULTS]
    worst: dict[str, Severity] = {}
    for finding in findings:
        worst[finding.rule] = max(finding.severity, worst.get(finding.rule, finding.severity))
    rules = {rule: number for number, rule in enumerate(sorted(worst))}
    held_back = held_back_by(result.held_back)
    left_out = why_cut(len(result.findings))
    driver: dict[str, Any] = {"name": "jlint", "version": __version__, "semanticVersion": __version__}
    if style.docs_url:
        driver["informationUri"] = style.docs_url.partition("{rule}")[0]
    driver["rules"] = [described(rule, worst[rule], style.language, style.docs_url) for rule in rules]
    notifications = [_notification(failure) for failure in result.failures]
    if left_out:
        notifications.append({"level": "warning", "message": {"text": left_out.to(style.language)}})
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"uri": Path.cwd().as_uri() + "/"}},
        "invocations": [
            {
                "executionSuccessful": not result.failures,
                "toolExecutionNotifications": notifications,
            }
        ],
        "results": [_result(finding, rules[finding.rule], held_back.get(finding, ())) for finding in findings],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    out.write(as_json({"$schema": schema, "version": "2.1.0", "runs": [run]}, indent=1) + "\n")


def why_cut(findings: int) -> Text | None:
    """The message that a report lacks some of so many findings; None where it has them all."""
    if findings <= MOST_RESULTS:
        return None
    return Text(
        f"SARIF に入るのは{MOST_RESULTS:,}件までなので、重い順に選び、{findings - MOST_RESULTS:,}件を省きました",
        f"SARIF holds {MOST_RESULTS:,} results at most: the worst were chosen, {findings - MOST_RESULTS:,} left out",
    )


def _result(finding: ReportedFinding, rule: int, held_back: Sequence[ReportedFinding]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
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
        "level": LEVELS[finding.severity],
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
