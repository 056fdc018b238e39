"""Annotations of a GitHub Actions run.

The escapes are those of the runner's toolkit: `%`, CR and LF in messages, also `:` and `,` in properties
(https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TextIO

from jlint.engine.result import Failure, ReportedFinding, RunResult
from jlint.finding import Severity, Text
from jlint.printable import printable
from jlint.report import Style
from jlint.report.github_summary import Entry, append
from jlint.report.places import relative_path
from jlint.report.words import summary

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SHOWN = 10
"""How many errors, how many warnings and how many notices GitHub shows of a step. It drops the others."""


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes as many workflow commands as GitHub shows, failures and errors first, then a summary in plain lines.

    What GitHub doesn't show goes into the step's own summary.
    """
    rest = list[Entry]()
    shown = Counter[str]()
    for entry in _entries(result):
        shown[entry.command] += 1
        if shown[entry.command] > _SHOWN:
            rest.append(entry)
        else:
            out.write(_annotation(entry) + "\n")
    sentence = summary(result.totals, style.language)
    out.write(sentence + "\n")
    if rest:
        out.write(
            _not_shown(rest).to(style.language) + append(rest, sentence, style.language).to(style.language) + "\n"
        )


def _entries(result: RunResult) -> Iterator[Entry]:
    yield from map(_of_failure, result.failures)
    yield from map(_of_finding, sorted(result.findings, key=lambda finding: -finding.severity))


def _of_failure(failure: Failure) -> Entry:
    return Entry("error", failure.path, 0, failure.rule or "jlint", "", failure.message)


def _of_finding(finding: ReportedFinding) -> Entry:
    place = finding.place
    position = f",line={place.line},endLine={place.end_line}"
    if place.line == place.end_line:
        position += f",col={place.column},endColumn={place.end_column}"
    command = _COMMANDS[finding.severity]
    return Entry(command, finding.path, place.line, finding.rule, position, finding.message)


def _annotation(entry: Entry) -> str:
    properties = f"file={_property(relative_path(entry.path))}{entry.position},title={_property(entry.rule)}"
    return f"::{entry.command} {properties}::{_data(entry.message)}"


def _not_shown(rest: list[Entry]) -> Text:
    counts = Counter(entry.command for entry in rest)
    errors, warnings, notices = (counts[command] for command in _COMMANDS.values())
    return Text(
        f"GitHub が一度に示すのは種類ごとに{_SHOWN}件までなので、{len(rest)}件"
        f"（エラー{errors}、警告{warnings}、情報{notices}）は注釈にしていません。",
        f"GitHub shows {_SHOWN} of each kind at most, so {len(rest)} more "
        f"(errors: {errors}, warnings: {warnings}, infos: {notices}) are not annotated. ",
    )


def _data(text: str) -> str:
    parts = (part if part in ("\r", "\n") else printable(part) for part in re.split("([\r\n])", text))
    return "".join(parts).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
