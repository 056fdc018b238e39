"""JUnit's XML: one test case a file, which fails where the file's findings make the run fail.

A file rather than a finding is the case because Jenkins and GitLab know a test by its name from run to run, and keep
one of several cases of the same name. Both show the text of a failure; only Jenkins shows its `message` too, and only
GitLab knows the case's `file`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from jlint.engine.result import FileResult, ReportedFinding, RunResult
from jlint.printable import printable, printable_line
from jlint.report import Style
from jlint.report.places import relative_path
from jlint.report.words import finding_line


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes one suite of all files.

    A file that could not be linted is an error rather than a failure. Findings that don't make the run fail are the
    output of a case that passes.
    """
    verdicts = [_verdict(file, style) for file in result.files]
    counts = [sum(name == kind for name, _ in verdicts) for kind in ("failure", "error")]
    seconds = sum(file.seconds for file in result.files)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(
        f'<testsuite name="jlint" tests="{len(result.files)}" failures="{counts[0]}" errors="{counts[1]}" skipped="0"'
        f' time="{seconds:.3f}">\n'
    )
    for file, (_, verdict) in zip(result.files, verdicts, strict=True):
        path = quoteattr(printable(relative_path(file.path)))
        out.write(f' <testcase classname="jlint" name={path} file={path} time="{file.seconds:.3f}">\n')
        out.write(verdict)
        out.write(" </testcase>\n")
    out.write("</testsuite>\n")


def _verdict(file: FileResult, style: Style) -> tuple[str, str]:
    """The name of the element that says how the case ended, empty where it passed, and its XML."""
    findings = sorted(_told(file, style), key=lambda finding: -finding.severity)
    lines = [finding_line(finding) for finding in findings]
    if file.failures:
        failures = [printable_line(failure.message) for failure in file.failures]
        return "error", _element("error", "failure", [*failures, *lines])
    if findings and _fails(findings[0], style):
        return "failure", _element("failure", findings[0].severity.label, lines)
    return "", f"  <system-out>{escape(chr(10).join(lines))}</system-out>\n" if lines else ""


def _told(file: FileResult, style: Style) -> Iterator[ReportedFinding]:
    """The findings, and of those that are held back the ones that make the run fail."""
    yield from file.findings
    yield from (each.finding for each in file.held_back if _fails(each.finding, style))


def _fails(finding: ReportedFinding, style: Style) -> bool:
    least = style.fails_from(finding.path)
    return least is not None and finding.severity >= least


def _element(name: str, kind: str, lines: Sequence[str]) -> str:
    body = escape("\n".join(lines))
    return f'  <{name} message={quoteattr(lines[0])} type="{kind}">{body}</{name}>\n'
