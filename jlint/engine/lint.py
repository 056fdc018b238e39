"""Lints one document: rules, then suppressions, then one finding a place, then lines and columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING, NamedTuple

from jlint.document import Document
from jlint.document.directive import directives
from jlint.engine.corpus import placed
from jlint.engine.lossless import without_lossy_fix
from jlint.engine.place import report
from jlint.engine.result import Failure, FileResult, PlacedFact
from jlint.engine.rule_failure import fault_of
from jlint.engine.suppression import Heard, Suppressions
from jlint.finding import Finding, Language, Severity
from jlint.rules.contract.base import Rule
from jlint.rules.contract.cross_file import CrossRule, Fact
from jlint.rules.contract.directive_use import Ledger
from jlint.rules.helpers.expression_time import expression_time

if TYPE_CHECKING:
    from jlint.engine.times import Times


class ActiveRule(NamedTuple):
    """A rule with its options, and the severity that configuration gives it."""

    rule: Rule
    severity: Severity


class Judged(NamedTuple):
    """What the rules say of a document, before it is told: spans, both languages, no path.

    `suppressed` counts the findings that the document's own comments silence.
    """

    findings: list[Finding]
    failures: list[Failure]
    facts: list[PlacedFact]
    suppressed: int


def lint(
    document: Document,
    active: Sequence[ActiveRule],
    *,
    known: Collection[str] = (),
    unheard: frozenset[str] = frozenset(),
    language: Language = "ja",
    times: Times | None = None,
) -> FileResult:
    """Runs the rules over the document. `known` are the rule ids and categories that its comments may name.

    `unheard` are the rules that are on but do not run this time, and their categories: nobody can tell whether a
    comment that names one is of use. `times` notes how long each rule takes. A rule that raises costs its own findings
    on this document and becomes a failure; nothing is raised.
    """
    judged = judge(document, active, known=known, unheard=unheard, language=language, times=times)
    by_id = {entry.rule.id: entry for entry in active}
    reported = [report(finding, *by_id[finding.rule], document, language) for finding in judged.findings]
    reported.sort(key=lambda finding: (finding.place, finding.rule))
    return FileResult(document.path, tuple(reported), tuple(judged.failures), judged.suppressed, tuple(judged.facts))


def judge(
    document: Document,
    active: Sequence[ActiveRule],
    *,
    known: Collection[str] = (),
    unheard: frozenset[str] = frozenset(),
    language: Language = "ja",
    times: Times | None = None,
) -> Judged:
    """As `lint`, but with the findings as the rules give them. `language` is that of the failures."""
    by_id = {entry.rule.id: entry for entry in active}
    with expression_time():
        spoken = _speak(document, active, language, times)
    suppressions = Suppressions(directives(document), {id: entry.rule.category for id, entry in by_id.items()})
    heard = [finding for finding in spoken.findings if not suppressions.silence(finding.rule, finding.span)]
    facts = [_placed(by_id[rule], fact, document, suppressions) for rule, fact in spoken.facts]
    said_all = _said_all(active, spoken, unheard)
    ledger = Ledger(suppressions.directives, known, lambda: suppressions.idle(said_all))
    suppressed = len(spoken.findings) - len(heard)
    for finding in (finding for entry in active for finding in entry.rule.review(ledger)):
        if suppressions.silence(finding.rule, finding.span, by_name=True):
            suppressed += 1
        else:
            heard.append(finding)
    kept = [without_lossy_fix(finding, document) for finding in _one_a_place(heard, document, by_id)]
    return Judged(kept, spoken.failures, facts, suppressed)


class _Spoken(NamedTuple):
    findings: list[Finding]
    facts: list[tuple[str, Fact]]
    failures: list[Failure]


def _speak(document: Document, active: Iterable[ActiveRule], language: Language, times: Times | None) -> _Spoken:
    spoken = _Spoken([], [], [])
    for rule, _ in active:
        try:
            with times.of(rule.id) if times else nullcontext():
                spoken.findings.extend(list(rule.check(document)))
                if isinstance(rule, CrossRule):
                    spoken.facts.extend([(rule.id, fact) for fact in rule.collect(document)])
        except Exception as error:
            spoken.failures.append(Failure(document.path, rule.id, fault_of(rule, error).to(language)))
    return spoken


def _said_all(active: Iterable[ActiveRule], spoken: _Spoken, unheard: frozenset[str]) -> Heard:
    """The rules that have said all they have to say of this document, and the categories all of whose rules have."""
    failed = {failure.rule for failure in spoken.failures}
    silent = [rule for rule, _ in active if rule.id in failed]
    unheard |= {name for rule in silent for name in (rule.id, rule.category)}
    rules = [rule for rule, _ in active if not isinstance(rule, CrossRule)]
    names = frozenset(name for rule in rules for name in (rule.id, rule.category)) - unheard
    return Heard(names, everything=not unheard)


def _placed(entry: ActiveRule, fact: Fact, document: Document, suppressions: Suppressions) -> PlacedFact:
    silenced = suppressions.silence(entry.rule.id, fact.span)
    return placed(fact, entry.rule, entry.severity, document, silenced=silenced)


def _one_a_place(findings: Sequence[Finding], document: Document, by_id: dict[str, ActiveRule]) -> Iterable[Finding]:
    """The findings without those that another rule, which says the same better, speaks over on the same line."""
    silenced: dict[int, set[str]] = defaultdict(set)
    for finding in findings:
        supersedes = by_id[finding.rule].rule.supersedes
        if supersedes:
            silenced[document.lines.line_of(finding.span.start)].update(supersedes)
    for finding in dict.fromkeys(findings):
        if finding.rule not in silenced.get(document.lines.line_of(finding.span.start), ()):
            yield finding
