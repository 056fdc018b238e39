"""JUnit's XML: one test case a file, which fails where the file has findings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from jlint.engine.result import FileResult, RunResult
from jlint.printable import printable, printable_line
from jlint.report import Style
from jlint.report.words import finding_line


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes one suite of all files. A file that could not be linted is an error rather than a failure."""
    failed = sum(bool(file.findings) and not file.failures for file in result.files)
    broken = sum(bool(file.failures) for file in result.files)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(f'<testsuite name="jlint" tests="{len(result.files)}" failures="{failed}" errors="{broken}">\n')
    for file in result.files:
        out.write(f' <testcase classname="jlint" name={quoteattr(printable(file.path))}>\n')
        out.write(_verdict(file))
        out.write(" </testcase>\n")
    out.write("</testsuite>\n")


def _verdict(file: FileResult) -> str:
    findings = [finding_line(finding) for finding in file.findings]
    if file.failures:
        return _element("error", [*(printable_line(failure.message) for failure in file.failures), *findings])
    return _element("failure", findings) if findings else ""


def _element(name: str, lines: Iterable[str]) -> str:
    first, *rest = lines
    body = "\n".join([first, *rest])
    return f"  <{name} message={quoteattr(first)}>{escape(body)}</{name}>\n"
