"""How many findings each rule has, and which files have most."""

from __future__ import annotations

from collections import Counter
from typing import TextIO

import msgspec

from jlint.engine.result import RunResult
from jlint.finding import Text
from jlint.printable import printable
from jlint.report import Style
from jlint.report.json_text import as_json
from jlint.report.words import failure_line, more_of, summary

_FILES = 20
"""How many files are listed."""


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes the rules and the files with the most findings, the failures, and a summary line."""
    rules = Counter(f"{finding.rule} ({finding.severity.label})" for finding in result.findings)
    files = Counter(finding.path for finding in result.findings)
    if rules:
        _table(out, Text("ルールごと", "By rule").to(style.language), rules.most_common())
        _table(out, Text("ファイルごと", "By file").to(style.language), files.most_common(_FILES))
    for failure in result.failures:
        out.write(failure_line(failure, style.language) + "\n")
    for line in (summary(result.totals, style.language), *more_of(result.totals, style.language)):
        out.write(line + "\n")


def _table(out: TextIO, title: str, rows: list[tuple[str, int]]) -> None:
    out.write(f"{title}:\n")
    out.writelines(f"{count:7d}  {printable(name)}\n" for name, count in rows)
    out.write("\n")


def write_json(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes the same for programs, with all files, as one object."""
    from jlint.api.result import failure_of
    from jlint.report.json_format import summary_object

    rules = Counter((finding.rule, finding.severity) for finding in result.findings)
    files = Counter(finding.path for finding in result.findings)
    by_count = sorted(rules.items(), key=lambda item: (-item[1], item[0][0], -item[0][1]))
    content = {
        "version": 1,
        "rules": [{"rule": rule, "severity": severity.label, "findings": n} for (rule, severity), n in by_count],
        "files": [
            {"path": path, "findings": n} for path, n in sorted(files.items(), key=lambda item: (-item[1], item[0]))
        ],
        "failures": [msgspec.to_builtins(failure_of(failure)) for failure in result.failures],
        "summary": msgspec.to_builtins(summary_object(result.totals)),
    }
    out.write(as_json(content, indent=1) + "\n")
