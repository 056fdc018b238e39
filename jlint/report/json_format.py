"""The report as one JSON object, for programs; its shape is fixed."""

from __future__ import annotations

from typing import TextIO

import msgspec

from jlint.engine.result import Failure, ReportedFinding, ReportedFix, ReportedRelated, RunResult
from jlint.finding import Severity
from jlint.report import Style
from jlint.report.json_text import as_json, inert


class _Object(msgspec.Struct, frozen=True, gc=False):
    """Written as a JSON object, its fields in their order. Structs are quicker to make and to write than dicts."""


class EditObject(_Object, frozen=True):
    """An edit of a fix."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class FixObject(_Object, frozen=True):
    """A finding's fix."""

    title: str
    safe: bool
    edits: list[EditObject]


class RelatedObject(_Object, frozen=True):
    """Another place that a finding refers to."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    message: str


class FindingObject(_Object, frozen=True):
    """A finding."""

    path: str
    rule: str
    category: str
    severity: str
    message: str
    line: int
    column: int
    end_line: int
    end_column: int
    fix: FixObject | None
    related: list[RelatedObject]


class FailureObject(_Object, frozen=True):
    """A file or a rule that failed."""

    path: str
    rule: str | None
    message: str


class SummaryObject(_Object, frozen=True):
    """The counts of a run."""

    files: int
    errors: int
    warnings: int
    infos: int
    suppressed: int


class _Report(_Object, frozen=True):
    version: int
    findings: list[FindingObject]
    failures: list[FailureObject]
    summary: SummaryObject


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes `version`, `findings`, `failures` and `summary`."""
    findings = [finding_object(finding) for finding in result.findings]
    failures = [failure_object(failure) for failure in result.failures]
    _write_indented(_Report(1, findings, failures, summary_object(result)), out)


def _write_indented(report: _Report, out: TextIO) -> None:
    """Writes by msgspec, and only text that is no valid Unicode by json, which takes a second for 10,000 findings."""
    try:
        text = inert(msgspec.json.format(msgspec.json.encode(report), indent=1).decode())
    except UnicodeEncodeError:
        text = as_json(msgspec.to_builtins(report), indent=1)
    out.write(text + "\n")


def finding_object(finding: ReportedFinding) -> FindingObject:
    """A finding as the JSON report has it."""
    return FindingObject(
        finding.path,
        finding.rule,
        finding.category,
        finding.severity.label,
        finding.message,
        *finding.place,
        fix=_fix_object(finding.fix) if finding.fix else None,
        related=[_related_object(related) for related in finding.related],
    )


def failure_object(failure: Failure) -> FailureObject:
    """A failure as the JSON report has it."""
    return FailureObject(failure.path, failure.rule, failure.message)


def summary_object(result: RunResult) -> SummaryObject:
    """The counts of a run."""
    return SummaryObject(
        len(result.files),
        errors=result.count(Severity.ERROR),
        warnings=result.count(Severity.WARNING),
        infos=result.count(Severity.INFO),
        suppressed=result.suppressed,
    )


def _fix_object(fix: ReportedFix) -> FixObject:
    return FixObject(fix.title, fix.safe, [EditObject(*edit.place, edit.text) for edit in fix.edits])


def _related_object(related: ReportedRelated) -> RelatedObject:
    return RelatedObject(related.path, *related.place, related.message)
