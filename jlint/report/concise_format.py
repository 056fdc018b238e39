"""One finding a line, for people and for editors' problem matchers."""

from __future__ import annotations

from typing import TextIO

from jlint.engine.result import RunResult
from jlint.report import Style
from jlint.report.words import failure_line, finding_line


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes `path:line:column: severity message [rule-id]` for each finding, then the failures."""
    for finding in result.findings:
        out.write(finding_line(finding) + "\n")
    for failure in result.failures:
        out.write(failure_line(failure, style.language) + "\n")
