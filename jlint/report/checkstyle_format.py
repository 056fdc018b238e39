"""Checkstyle's XML, which many CI servers and reviewdog read."""

from __future__ import annotations

from itertools import groupby
from typing import TextIO
from xml.sax.saxutils import quoteattr

from jlint.engine.result import RunResult
from jlint.printable import printable
from jlint.report import Style
from jlint.report.places import relative_path


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes a `file` element for each file with findings or failures, with an `error` element for each of these."""
    rows = [
        (finding.path, finding.place.line, finding.place.column, finding.severity.label, finding.message, finding.rule)
        for finding in result.findings
    ]
    rows += [(failure.path, 1, 1, "error", failure.message, failure.rule or "failure") for failure in result.failures]
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n')
    for path, group in groupby(sorted(rows), key=lambda row: row[0]):
        out.write(f" <file name={_quoted(relative_path(path))}>\n")
        for _, line, column, severity, message, rule in group:
            out.write(
                f'  <error line="{line}" column="{column}" severity="{severity}"'
                f" message={_quoted(message)} source={_quoted(f'jlint.{rule}')}/>\n"
            )
        out.write(" </file>\n")
    out.write("</checkstyle>\n")


def _quoted(text: str) -> str:
    """The text as an attribute. XML can hold every printable character (https://www.w3.org/TR/xml/#charsets)."""
    return quoteattr(printable(text))
