"""Applies fixes to a text until nothing more is to be fixed."""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jlint.document import Document, Span
from jlint.document.document import BOM
from jlint.engine.lint import ActiveRule, judge
from jlint.finding import Edit, Fix

MOST_ROUNDS = 10
"""Fixes that have not come to rest after so many rounds never will."""


class Fixed(NamedTuple):
    """A text once it is fixed, and how many fixes that took."""

    text: str
    fixes: int


def fix(document: Document, active: Sequence[ActiveRule], *, unsafe: bool) -> Fixed:
    """The document's text, without its BOM, with all safe fixes applied, with `unsafe` the others too.

    A fix is applied with all its edits or not at all; one that touches another waits for the next round.
    """
    text = document.text
    count = 0
    for _ in range(MOST_ROUNDS):
        # a document takes one BOM away; without this it would be one that the text itself begins with
        current = Document(BOM + text, document.path, document.dialect, document.words)
        findings = judge(current, active).findings
        fixes = (finding.fix for finding in findings if finding.fix and (unsafe or finding.fix.safe))
        accepted = _apart(each for each in fixes if _changes(each, text))
        if not accepted:
            break
        text = _applied(text, [edit for each in accepted for edit in each.edits])
        count += len(accepted)
    return Fixed(text, count)


def _changes(fix: Fix, text: str) -> bool:
    return any(edit.span.of(text) != edit.text for edit in fix.edits)


def _apart(fixes: Iterable[Fix]) -> list[Fix]:
    """As many of the fixes as don't touch one another, those first that come first in the text."""
    accepted: list[Fix] = []
    taken: list[Span] = []
    for each in sorted(dict.fromkeys(fixes), key=lambda fix: min(fix.edits)):
        if not any(_touches_one(edit.span, taken) for edit in each.edits):
            accepted.append(each)
            for edit in each.edits:
                insort(taken, edit.span)
    return accepted


def _touches_one(span: Span, taken: Sequence[Span]) -> bool:
    """Whether the span touches one of those taken, which are sorted and don't touch one another."""
    at = bisect(taken, span)
    return any(_touch(span, other) for other in taken[max(0, at - 1) : at + 1])


def _touch(one: Span, other: Span) -> bool:
    """Whether it matters which of two edits comes first."""
    is_insertion = one.start == one.end or other.start == other.end
    meet = one.start <= other.end and other.start <= one.end
    return one.overlaps(other) or (is_insertion and meet)


def _applied(text: str, edits: Iterable[Edit]) -> str:
    parts: list[str] = []
    done = 0
    for span, replacement in sorted(edits):
        parts += [text[done : span.start], replacement]
        done = span.end
    return "".join([*parts, text[done:]])
