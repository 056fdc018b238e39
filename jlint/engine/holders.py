"""Which findings of a file are told by another one: what lies in a copy, and what is the effect of the same cause."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from jlint.engine.result import Place, ReportedFinding

_GAP = 2
"""Columns that white space or markup takes between two sentences."""
HOLDING = frozenset({"repeated-passage", "short-repeated-passage"})
"""Rules whose findings are copies: whoever deletes one deletes what is wrong in it."""


def holders(findings: Sequence[ReportedFinding]) -> dict[ReportedFinding, ReportedFinding]:
    """The findings, in the order of the text, that another one tells, each with that one.

    One that tells others is told itself: who would be held back by what is held back is told by whoever tells that.
    """
    passages = _Passages(findings)
    tellers = _tellers(findings)
    on_line = {(each.place.line, rule): each for each in findings for rule in each.holds_back}
    held: dict[ReportedFinding, ReportedFinding] = {}
    for finding in findings:
        teller = tellers.get(finding.problem, finding) if finding.problem else finding
        if teller != finding:
            held[finding] = teller
            continue
        by = on_line.get((finding.place.line, finding.rule))
        if by is not None and finding.problem and by.problem == finding.problem:
            by = None
        if by is None and finding.rule not in HOLDING:
            by = passages.largest if finding.ends_with_repeats else passages.around(finding.place)
        if by is None and finding.leads_to:
            by = passages.before(finding)
        if by is not None:
            held[finding] = by
    _hold_causes(findings, passages, tellers, held)
    return {finding: _last(by, held) for finding, by in held.items()}


def _tellers(findings: Iterable[ReportedFinding]) -> dict[str, ReportedFinding]:
    """By problem, who tells it: the first finding of the rule that has the most severe one, or the longest passage."""
    problems: dict[str, list[ReportedFinding]] = defaultdict(list)
    for finding in findings:
        if finding.problem:
            problems[finding.problem].append(finding)
    tellers: dict[str, ReportedFinding] = {}
    for problem, members in problems.items():
        leading = max(members, key=_weight)
        tellers[problem] = next(member for member in members if member.rule == leading.rule)
    return tellers


def _weight(finding: ReportedFinding) -> tuple[int, int]:
    return finding.severity, finding.characters if finding.rule in HOLDING else 0


def _hold_causes(
    findings: Iterable[ReportedFinding],
    passages: _Passages,
    tellers: Mapping[str, ReportedFinding],
    held: dict[ReportedFinding, ReportedFinding],
) -> None:
    """Joins a cut to the passage that starts over behind it: the more severe of the two tells the other."""
    shared = {member.problem for member, by in held.items() if member.problem and by.problem == member.problem}
    for finding in findings:
        cause = tellers.get(finding.problem, finding)
        if not finding.leads_to or cause in held:
            continue
        passage = _led_to(finding, passages)
        if passage is None:
            continue
        if tellers.get(passage.problem, passage).severity >= cause.severity:
            held[cause] = passage
        elif passage not in held and passage.problem not in shared:
            held[passage] = cause


def _led_to(finding: ReportedFinding, passages: _Passages) -> ReportedFinding | None:
    """The passage in which a place begins that the finding is related to, if it is one that the finding leads to."""
    found = (passages.around(related.place) for related in finding.related if related.path == finding.path)
    return next((passage for passage in found if passage and passage.rule in finding.leads_to), None)


def _last(by: ReportedFinding, held: Mapping[ReportedFinding, ReportedFinding]) -> ReportedFinding:
    """Who is told: who holds a finding back may be held back itself, however often."""
    while by in held:
        by = held[by]
    return by


class _Passages:
    """The repeated passages of a file."""

    def __init__(self, findings: Iterable[ReportedFinding]) -> None:
        self._passages = sorted((each for each in findings if each.rule in HOLDING), key=lambda each: each.place)
        self._starts = [each.place[:2] for each in self._passages]
        self.largest = max(self._passages, key=lambda each: each.characters, default=None)

    def before(self, cut: ReportedFinding) -> ReportedFinding | None:
        """The passage, as severe, that ends right before a cut on the same line: the copy breaks off there."""
        index = bisect_right(self._starts, cut.place[:2]) - 1
        passage = self._passages[index] if index >= 0 else None
        if passage is None or passage.severity < cut.severity or passage.place.end_line != cut.place.line:
            return None
        return passage if 0 <= cut.place.column - passage.place.end_column <= _GAP else None

    def around(self, place: Place) -> ReportedFinding | None:
        """The passage in which a place begins."""
        index = bisect_right(self._starts, place[:2]) - 1
        if index < 0:
            return None
        passage = self._passages[index]
        return passage if place[:2] < passage.place[2:] else None
