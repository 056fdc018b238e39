"""The report as one JSON object, for programs; its shape is fixed."""

from __future__ import annotations

from typing import TextIO

import msgspec

from jlint.api.result import Failure, Finding, HeldBack, failure_of, finding_of, held_back_of
from jlint.engine.result import RunResult
from jlint.finding import Severity
from jlint.report import Style
from jlint.report.json_text import as_json, inert
from jlint.span import ColumnUnit


class SummaryObject(msgspec.Struct, frozen=True, gc=False):
    """The counts of a run."""

    files: int
    errors: int
    warnings: int
    infos: int
    suppressed: int
    held_back: int


class _Report(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    version: int
    findings: list[Finding]
    held_back: list[HeldBack]
    failures: list[Failure]
    summary: SummaryObject
    column_unit: ColumnUnit = "character"


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes `version`, `findings`, `held_back`, `failures`, `summary`, and `column_unit` if it isn't code points."""
    findings = [finding_of(finding) for finding in result.findings]
    failures = [failure_of(failure) for failure in result.failures]
    held_back = [held_back_of(each) for each in result.held_back]
    unit: ColumnUnit = style.columns.unit if style.columns else "character"
    _write_indented(_Report(1, findings, held_back, failures, summary_object(result), unit), out)


def _write_indented(report: _Report, out: TextIO) -> None:
    """Writes by msgspec, and only text that is no valid Unicode by json, which takes a second for 10,000 findings."""
    try:
        text = inert(msgspec.json.format(msgspec.json.encode(report), indent=1).decode())
    except UnicodeEncodeError:
        text = as_json(msgspec.to_builtins(report), indent=1)
    out.write(text + "\n")


def summary_object(result: RunResult) -> SummaryObject:
    """The counts of a run."""
    return SummaryObject(
        len(result.files),
        errors=result.count(Severity.ERROR),
        warnings=result.count(Severity.WARNING),
        infos=result.count(Severity.INFO),
        suppressed=result.suppressed,
        held_back=len(result.held_back),
    )
