"""Applies fixes to a text until there is nothing left to fix."""

from __future__ import annotations

from bisect import bisect, insort
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from jlint.document import Document, Span
from jlint.document.document import BOM
from jlint.engine.lint import CheckedDocument, check_document
from jlint.finding import Edit, Finding, Fix, Text
from jlint.rules.contract.active_rule import ActiveRule
from jlint.user_error import UserError

if TYPE_CHECKING:
    from jlint.config import FileSettings
    from jlint.engine.fix_scope import FixScope

MOST_ROUNDS = 10
"""Fixes that have not converged after so many rounds are taken to never converge."""
_MOST_GROWTH, _ALWAYS_ALLOWED = 2, 10_000
"""A text may grow to so many times its length plus so many characters: a short one may need a long insertion."""


_FIRST = "unknown-suppression"
"""Its fixes are applied before all others."""
_NO_END = Text(
    f"{MOST_ROUNDS} 回くり返しても直しが終わらないので、直さずに元のままにしました。次のルールの置き換えが、"
    "互いに打ち消し合っていないか、置き換えた後の文にまた当てはまらないか確かめてください",
    f"Fixing does not come to an end in {MOST_ROUNDS} rounds, so the file was left as it was. "
    "See whether the replacements of these rules undo each other, or match again what they have written",
)
_GROWS = Text(
    f"直すと長さが元の {_MOST_GROWTH} 倍を超えるので、直さずに元のままにしました。"
    "次のルールの置き換えが、置き換えた後の文にまた当てはまらないか確かめてください",
    f"Fixing makes the text more than {_MOST_GROWTH} times as long, so the file was left as it was. "
    "See whether the replacements of these rules match again what they have written",
)
_FAILS = Text(
    "直している途中の文を調べられないので、直さずに元のままにしました。次のルールが途中で止まりました",
    "The text could not be checked while it was being fixed, so the file was left as it was. These rules stopped",
)


class Fixed(Struct, frozen=True):
    """A fixed text, how many fixes were applied, and how many of them by each rule, by its id."""

    text: str
    fixes: int
    by_rule: Mapping[str, int]


class UnstableFixError(UserError):
    """Fixing a text doesn't converge, makes it far longer or makes a rule fail. `rules` are the ids of such rules."""

    def __init__(self, rules: Iterable[str], message: Text) -> None:
        self.rules = tuple(sorted(set(rules)))
        names = ", ".join(self.rules)
        super().__init__(Text(f"{message.ja}: {names}", f"{message.en}: {names}"))


class _Proposal(Struct, frozen=True):
    """A fix and the rule that proposes it."""

    rule: str
    fix: Fix


def fix(
    document: Document,
    active: Sequence[ActiveRule],
    *,
    unsafe: bool,
    known: Collection[str] = (),
    left_out: frozenset[str] = frozenset(),
    scope: FixScope | None = None,
) -> Fixed:
    """The document's text, without its BOM, with all safe fixes applied, with `unsafe` the others too.

    `known` and `left_out` as for `lint`; within a `scope` only what it reports is fixed. A fix is applied with all its
    edits or not at all; one that touches another waits for the next round. Fixing the returned text again changes
    nothing. Raises UnstableFixError where that can't be reached.
    """

    def proposals() -> Iterable[_Proposal]:
        findings = scope.within(checked.findings, current, by_id) if scope else checked.findings
        found = list(_proposals(findings, text, unsafe=unsafe))
        # what a misspelt comment was to silence is not repaired before the comment is
        return [each for each in found if each.rule == _FIRST] or found

    text = document.text
    limit = _MOST_GROWTH * len(text) + _ALWAYS_ALLOWED
    by_rule: Counter[str] = Counter()
    fired: list[set[str]] = []
    by_id = {entry.rule.id: entry for entry in active}
    current = document
    checked = check_document(current, active, known=known, left_out=left_out)
    failed = _failed(checked)
    while accepted := _non_overlapping(proposals()):
        if len(fired) == MOST_ROUNDS:
            raise UnstableFixError(set().union(*fired[MOST_ROUNDS // 2 :]), _NO_END)
        fired.append({each.rule for each in accepted})
        edits = [edit for each in accepted for edit in each.fix.edits]
        if len(text) + sum(len(edit.text) - len(edit.span.of(text)) for edit in edits) > limit:
            raise UnstableFixError(set().union(*fired), _GROWS)
        text = _applied(text, edits)
        if scope:
            scope.move(edits)
        by_rule.update(each.rule for each in accepted)
        # Document strips one BOM; without an extra one it would strip a BOM that is part of the text
        current = document.with_text(BOM + text)
        checked = check_document(current, active, known=known, left_out=left_out)
        if new := _failed(checked) - failed:
            raise UnstableFixError(new, _FAILS)
    return Fixed(text, by_rule.total(), by_rule)


def fix_under(settings: FileSettings, document: Document, *, unsafe: bool, scope: FixScope | None = None) -> Fixed:
    """As `fix`, under the settings of the document's file."""
    return fix(
        document,
        settings.active,
        unsafe=unsafe,
        known=settings.known,
        left_out=settings.left_out,
        scope=scope,
    )


def _failed(checked: CheckedDocument) -> frozenset[str]:
    return frozenset(failure.rule for failure in checked.failures if failure.rule)


def _proposals(findings: Iterable[Finding], text: str, *, unsafe: bool) -> Iterable[_Proposal]:
    """The requested fixes that change something. Raises ValueError for one whose edits overlap or are out of range."""
    for rule, fix in ((finding.rule, finding.fix) for finding in findings if finding.fix):
        if unsafe or fix.safe:
            _make_sure_applicable(fix, rule, text)
            if _changes(fix, text):
                yield _Proposal(rule, fix)


def _changes(fix: Fix, text: str) -> bool:
    return any(edit.span.of(text) != edit.text for edit in fix.edits)


def _make_sure_applicable(fix: Fix, rule: str, text: str) -> None:
    done = 0
    for span, _ in sorted(fix.edits):
        if not done <= span.start <= span.end <= len(text):
            raise ValueError(f"the edits of a fix by {rule} overlap or lie outside the text")
        done = span.end


def _non_overlapping(proposals: Iterable[_Proposal]) -> list[_Proposal]:
    """The fixes that don't touch one another; of two that do, the first in the text."""
    accepted: list[_Proposal] = []
    taken: list[Span] = []
    by_fix = {each.fix: each for each in proposals}
    for each in sorted(by_fix.values(), key=lambda each: min(each.fix.edits)):
        if not any(_touches_one(edit.span, taken) for edit in each.fix.edits):
            accepted.append(each)
            for edit in each.fix.edits:
                insort(taken, edit.span)
    return accepted


def _touches_one(span: Span, taken: Sequence[Span]) -> bool:
    """Whether the span touches one of `taken`, which are sorted and don't touch one another."""
    at = bisect(taken, span)
    return any(_touch(span, other) for other in taken[max(0, at - 1) : at + 1])


def _touch(one: Span, other: Span) -> bool:
    """Whether the order of two edits matters."""
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
