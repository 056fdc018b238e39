"""How spans move while a text is edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from jlint.finding import Edit, Finding, Fix, Related
from jlint.span import Span


class Move(NamedTuple):
    """An edit that put `length` characters in the place of `span`."""

    span: Span
    length: int

    def moved(self, span: Span) -> Span | None:
        """Where a span is after the edit; None where the edit has changed what is in it, or its edge."""
        shift = self.length - (self.span.end - self.span.start)
        if span.end <= self.span.start:
            return span
        if span.start >= self.span.end:
            return Span(span.start + shift, span.end + shift)
        if span.start <= self.span.start and self.span.end <= span.end:
            return Span(span.start, span.end + shift)
        return None

    def is_inside(self, span: Span) -> bool:
        """Whether the edit changed what is in the span."""
        return span.start < self.span.end and self.span.start < span.end


def difference(before: str, after: str) -> Move:
    """The one edit that makes `after` of `before`."""
    most = min(len(before), len(after))
    start = _common(most, lambda length: before[:length] == after[:length])
    rest = most - start
    end = _common(rest, lambda length: not length or before[-length:] == after[-length:])
    return Move(Span(start, len(before) - end), len(after) - start - end)


def moved(findings: Iterable[Finding], moves: Sequence[Move], length: int) -> list[Finding]:
    """The findings as they lie in the text, now of this length, that the moves have led to.

    A finding whose edges were touched is left out, a fix whose place was edited too.
    """
    if not moves:
        return list(findings)
    found = (_moved(finding, moves) for finding in findings)
    return [finding for finding in found if finding and 0 <= finding.span.start <= finding.span.end <= length]


def _moved(finding: Finding, moves: Sequence[Move]) -> Finding | None:
    span: Span | None = finding.span
    for move in moves:
        span = move.moved(span) if span else None
    if span is None or (span.start == span.end and finding.span.start < finding.span.end):
        return None
    related = (Related(place, each.message) for each in finding.related if (place := _through(each.span, moves)))
    return finding._replace(span=span, fix=_moved_fix(finding.fix, moves), related=tuple(related))


def _moved_fix(fix: Fix | None, moves: Sequence[Move]) -> Fix | None:
    if fix is None:
        return None
    edits: list[Edit] = []
    for edit in fix.edits:
        place: Span | None = edit.span
        for move in moves:
            place = None if place is None or move.is_inside(place) else move.moved(place)
        if place is None:
            return None
        edits.append(Edit(place, edit.text))
    return fix._replace(edits=tuple(edits))


def _through(span: Span, moves: Iterable[Move]) -> Span | None:
    place: Span | None = span
    for move in moves:
        place = move.moved(place) if place else None
    return place


def _common(most: int, is_common: Callable[[int], bool]) -> int:
    """The greatest length, up to `most`, for which `is_common` holds; it holds for all shorter ones."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if is_common(middle):
            least = middle
        else:
            most = middle - 1
    return least
