"""Annotations of a GitHub Actions run.

The escapes are those of the runner's toolkit: `%`, CR and LF in messages, also `:` and `,` in properties
(https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts).
"""

from __future__ import annotations

from typing import TextIO

from jlint.engine.result import ReportedFinding, RunResult
from jlint.finding import Severity
from jlint.report import Style
from jlint.report.words import summary

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """One workflow command a finding, errors first, then the failures, then a plain line that sums up."""
    for finding in sorted(result.findings, key=lambda finding: -finding.severity):
        out.write(_annotation(finding) + "\n")
    for failure in result.failures:
        title = _property(failure.rule or "jlint")
        out.write(f"::error file={_property(failure.path)},title={title}::{_data(failure.message)}\n")
    out.write(summary(result, style.language) + "\n")


def _annotation(finding: ReportedFinding) -> str:
    place = finding.place
    properties = f"file={_property(finding.path)},line={place.line},title={_property(finding.rule)}"
    if place.line == place.end_line:
        properties += f",endLine={place.end_line},col={place.column},endColumn={place.end_column}"
    else:
        properties += f",endLine={place.end_line}"
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(finding.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
