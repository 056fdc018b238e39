"""Fixes of many places at once, as edits of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from jlint.document.document import BOM
from jlint.engine.fix import fix_under
from jlint.engine.result import ReportedFinding, ReportedFix
from jlint.expressions.time import expression_time
from jlint.finding import Edit
from jlint.lsp.moves import difference
from jlint.lsp.positions import Positions
from jlint.lsp.shown import Shown
from jlint.span import Span


def all_fixed(shown: Shown, *, unsafe: bool) -> list[Edit]:
    """The edits that apply all safe fixes, with `unsafe` the others too, until there is nothing left to fix.

    Raises UnstableFixError where that has no end.
    """
    if shown.settings is None:
        return []
    document = shown.document()
    with expression_time(shown.settings.max_expression_time):
        fixed = fix_under(shown.settings, document, unsafe=unsafe)
    if not fixed.fixes:
        return []
    bom = BOM if document.has_bom else ""
    return list(edits_between(shown.state.text, bom + fixed.text))


def edits_between(before: str, after: str) -> Iterator[Edit]:
    """Edits, in order, that make one text of another, line by line and within a line only what differs."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    offset = 0
    starts = [0]
    for line in old:
        offset += len(line)
        starts.append(offset)
    for tag, first, last, start, end in SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            continue
        was, becomes = "".join(old[first:last]), "".join(new[start:end])
        span, length = difference(was, becomes)
        base = starts[first]
        yield Edit(Span(base + span.start, base + span.end), becomes[span.start : span.start + length])


def together(findings: Iterable[ReportedFinding], positions: Positions) -> list[Edit]:
    """The edits of the findings' fixes, without those of a fix that touches an earlier one."""
    taken: list[Edit] = []
    for fix_ in sorted({each.fix for each in findings if each.fix}, key=lambda each: each.edits):
        edits = edits_of(fix_, positions)
        if all(_are_apart(edit.span, other.span) for edit in edits for other in taken):
            taken += edits
    return sorted(taken)


def edits_of(fix_: ReportedFix, positions: Positions) -> list[Edit]:
    """The edits of a fix, by offset in the text of the editor."""
    return [Edit(positions.span_of(edit.place), edit.text) for edit in fix_.edits]


def within(findings: Sequence[ReportedFinding], span: Span, positions: Positions) -> list[ReportedFinding]:
    """The findings whose fix is safe and lies in the span as a whole."""
    return [
        finding
        for finding in findings
        if finding.fix
        and finding.fix.safe
        and all(
            span.start <= edit.span.start and edit.span.end <= span.end for edit in edits_of(finding.fix, positions)
        )
    ]


def _are_apart(one: Span, other: Span) -> bool:
    return one.end < other.start or other.end < one.start
