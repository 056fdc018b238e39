"""Which findings of a file a run reports, so that it fixes these and no others while the text changes under them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from jlint.document import Document, Span
from jlint.engine.accepted import Accepted
from jlint.engine.changes import ChangedLines
from jlint.engine.place import report
from jlint.finding import Edit, Finding
from jlint.rules.contract.active_rule import ActiveRule


class FixScope:
    """The part of one file in which fixes are applied: where it has changed, and without what a baseline accepts.

    `lines` are its changed lines, None for all; `accepted` what the baseline accepts there. Fixes move the lines, and
    reword the sentences by which a baseline knows its findings: so both are kept by their places, from round to round.
    """

    def __init__(self, lines: ChangedLines | None = None, accepted: Accepted | None = None) -> None:
        self._lines = lines
        self._accepted = accepted
        self._changed: list[Span] | None = None
        self._held: list[tuple[str, Span]] | None = None

    def within(
        self, findings: Sequence[Finding], document: Document, active: Mapping[str, ActiveRule]
    ) -> list[Finding]:
        """Those of the findings in the document that would be reported. `active` are the rules by their ids."""
        left = [finding for finding in findings if self._touches(finding, document)]
        if self._accepted is None:
            return left
        if self._held is None:
            new = self._not_accepted(left, self._accepted, document, active)
            self._held = [(finding.rule, finding.span) for finding in left if finding not in new]
            return [finding for finding in left if finding in new]
        return [finding for finding in left if not self._is_held(finding)]

    def lines_of(self, document: Document) -> tuple[tuple[int, int], ...] | None:
        """The changed lines as they lie in the fixed document, each range with its end exclusive; None for all."""
        if self._lines is None or self._lines.everywhere or self._changed is None:
            return None
        lines = document.lines
        return tuple((lines.line_of(span.start), lines.line_of(_last(span)) + 1) for span in self._changed)

    def move(self, edits: Iterable[Edit]) -> None:
        """Notes that the text is edited; the edits don't touch one another."""
        moves = Moves(edits)
        if self._changed is not None:
            self._changed = [moves.moved(span) for span in self._changed]
        if self._held is not None:
            self._held = [(rule, moves.moved(span)) for rule, span in self._held]

    def _touches(self, finding: Finding, document: Document) -> bool:
        if self._lines is None or self._lines.everywhere:
            return True
        lines = document.lines
        if self._changed is None:
            last = lines.line_of(len(document.text))
            self._changed = [
                Span(lines.span(each.start).start, lines.span(min(each.stop - 1, last)).end)
                for each in self._lines.ranges
                if each and each.start <= last
            ]
        here = [finding.span, *(related.span for related in finding.related)]
        around = [Span(_line_at(span.start, document).start, _line_at(_last(span), document).end) for span in here]
        return any(one.start < each.end and each.start < one.end for one in self._changed for each in around)

    def _is_held(self, finding: Finding) -> bool:
        return any(
            rule == finding.rule and (span == finding.span or span.overlaps(finding.span))
            for rule, span in self._held or ()
        )

    @staticmethod
    def _not_accepted(
        findings: Iterable[Finding], accepted: Accepted, document: Document, active: Mapping[str, ActiveRule]
    ) -> frozenset[Finding]:
        reported = {report(finding, *active[finding.rule], document, "ja"): finding for finding in findings}
        in_order = sorted(reported, key=lambda each: (each.place, each.rule))
        return frozenset(reported[each] for each in accepted.copy().use_up(in_order))


class Moves:
    """Edits of a text, none of which touches another: where its places are afterwards."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._edits = sorted(edits)
        self._starts = [edit.span.start for edit in self._edits]
        self._shifts = [0]
        for span, text in self._edits:
            self._shifts.append(self._shifts[-1] + len(text) - (span.end - span.start))

    def moved(self, span: Span) -> Span:
        """The span with whatever was put in its place, at its edges too."""
        return Span(self._place(span.start, at_end=False), self._place(span.end, at_end=True))

    def _place(self, place: int, *, at_end: bool) -> int:
        number = bisect_right(self._starts, place) - 1
        if number < 0:
            return place
        (start, end), text = self._edits[number]
        if place >= end and not (place == end == start and not at_end):
            return place + self._shifts[number + 1]
        before = start + self._shifts[number]
        return before + (len(text) if at_end and place > start else 0)


def _line_at(place: int, document: Document) -> Span:
    return document.lines.span(document.lines.line_of(place))


def _last(span: Span) -> int:
    """The place of the last character in the span, or the span's own where it is empty."""
    return max(span.start, span.end - 1)
