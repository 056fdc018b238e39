"""For a person at a terminal: each finding with its line and the place marked beneath."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from jlint.engine.result import Excerpt, FileResult, ReportedFinding, RunResult
from jlint.engine.told import Piece, Pieces
from jlint.finding import Severity, Text
from jlint.printable import printable, printable_line
from jlint.report import Style
from jlint.report.first_things import first_thing
from jlint.report.parts import Rest, files_of, in_order, rest_of, write_whole
from jlint.report.width import marks_beneath
from jlint.report.words import failure_line, linked_rule, more_of, shown_excerpt, summary

_MOST_RELATED = 6
"""How many of the places that a finding is related to are shown."""
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes all findings, those of a file behind what to do there first, the failures, and a summary line."""
    write_whole(whole([pieces(file, style) for file in files_of(result)], rest_of(result), style), out)


def pieces(file: FileResult, style: Style) -> tuple[str, ...]:
    """The findings of a file behind what to do there first."""
    blocks = [block(finding, style) + "\n\n" for finding in in_order(file.findings)]
    first = first_thing(file, style.language) if file.held_back and blocks else ""
    advice = printable_line(f"{file.path}: {first}") + "\n\n" if first else ""
    return (advice + "".join(blocks),)


def whole(parts: Iterable[Pieces], rest: Rest, style: Style) -> Iterator[Piece]:
    """The report: the parts of the files, the failures, a summary line, and what of it can be repaired."""
    for (findings,) in parts:
        yield findings
    for failure in rest.failures:
        yield failure_line(failure, style.language) + "\n"
    for line in () if style.quiet else (summary(rest.totals, style.language), *more_of(rest.totals, style.language)):
        yield line + "\n"


def block(finding: ReportedFinding, style: Style) -> str:
    """The lines that tell a finding, without a line end behind the last."""
    place = finding.place
    severity = _paint(finding.severity.label, _COLOURS[finding.severity], style)
    rule = _paint(linked_rule(finding.rule, style), "2", style)
    where = printable_line(f"{finding.path}:{place.line}:{place.column}:")
    lines = [f"{where} {severity} {printable(finding.message)} {rule}"]
    if finding.excerpt.marked.strip():
        lines += [f"    {line}" for line in _marked_line(finding.excerpt)]
    for related in finding.related[:_MOST_RELATED]:
        where = f"{related.path}:{related.place.line}:{related.place.column}"
        lines.append(printable(f"    → {where}: {related.message}"))
    more = len(finding.related) - _MOST_RELATED
    if more > 0:
        lines.append("    → " + Text(f"ほかに{more}か所", f"{more} more places").to(style.language))
    if finding.fix:
        word = Text("直し方", "fix").to(style.language)
        mark = "" if finding.fix.safe else Text("（--unsafe-fixes）", " (--unsafe-fixes)").to(style.language)
        note = Text(f"。{finding.fix_note}", f". {finding.fix_note}").to(style.language) if finding.fix_note else ""
        lines.append(printable(f"    {word}{mark}: {finding.fix.title}{note}"))
    elif finding.fix_note:
        lines.append(printable(f"    {finding.fix_note}"))
    return "\n".join(lines)


def _paint(text: str, colour: str, style: Style) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if style.colour else text


def _marked_line(excerpt: Excerpt) -> tuple[str, str]:
    before, marked, after = shown_excerpt(excerpt)
    return before + marked + after, marks_beneath(before + marked, lambda at: "^" if at >= len(before) else " ")
