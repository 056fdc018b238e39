"""Lints one document: runs rules, applies suppressions, drops superseded findings, adds lines and columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING, NamedTuple

from jlint.document import Document
from jlint.engine.corpus import placed
from jlint.engine.directives import all_directives
from jlint.engine.lossless import without_lossy_fix
from jlint.engine.place import report
from jlint.engine.result import Failure, FileResult, PlacedFact
from jlint.engine.rule_failure import failure_message
from jlint.engine.safety import with_safety
from jlint.engine.suppression import FinishedRules, Suppressions
from jlint.expressions.time import expression_time
from jlint.finding import Finding, Language
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.contract.cross_file import CrossRule, Fact
from jlint.rules.contract.directive_use import DirectiveUse

if TYPE_CHECKING:
    from jlint.engine.times import Times


class CheckedDocument(NamedTuple):
    """What the rules find in a document, before it is reported: spans, both languages, no path.

    `suppressed` counts the findings that the document's own directives suppress.
    """

    findings: list[Finding]
    failures: list[Failure]
    facts: list[PlacedFact]
    suppressed: int


class RawOutput(NamedTuple):
    """What the rules yield, before suppressions: findings, the facts of each rule, and the rules that failed."""

    findings: list[Finding]
    facts: list[tuple[str, Fact]]
    failures: list[Failure]


class StoppedError(Exception):
    """The findings are no longer wanted: `run_rules` was told so between two rules."""


def lint(
    document: Document,
    active: Sequence[ActiveRule],
    *,
    known: Collection[str] = (),
    left_out: frozenset[str] = frozenset(),
    language: Language = "ja",
    times: Times | None = None,
) -> FileResult:
    """Runs the rules over the document. `known` are the rule ids and categories that its directives may name.

    `left_out` are the rules that are on but do not run this time, and their categories: whether a directive that names
    one is unused can't be checked. `times` records how long each rule takes. A rule that raises reports nothing on this
    document and becomes a failure; nothing is raised.
    """
    checked = check_document(document, active, known=known, left_out=left_out, language=language, times=times)
    return result_of(document, checked, active, language)


def check_document(
    document: Document,
    active: Sequence[ActiveRule],
    *,
    known: Collection[str] = (),
    left_out: frozenset[str] = frozenset(),
    language: Language = "ja",
    times: Times | None = None,
) -> CheckedDocument:
    """As `lint`, but with the findings as the rules yield them. `language` is that of the failures."""
    with expression_time():
        raw = run_rules(document, active, language, times=times)
    return check_output(document, active, raw, known=known, left_out=left_out)


def run_rules(
    document: Document,
    active: Iterable[ActiveRule],
    language: Language = "ja",
    *,
    times: Times | None = None,
    is_wanted: Callable[[], bool] | None = None,
) -> RawOutput:
    """What the rules yield on the document. Raises StoppedError once `is_wanted`, asked before each, says no."""
    raw = RawOutput([], [], [])
    for rule, _ in active:
        if is_wanted and not is_wanted():
            raise StoppedError
        try:
            with times.of(rule.id) if times else nullcontext():
                raw.findings.extend(list(rule.check(document)))
                if isinstance(rule, CrossRule):
                    raw.facts.extend([(rule.id, fact) for fact in rule.collect(document)])
        except Exception as error:
            raw.failures.append(Failure(document.path, rule.id, failure_message(rule, error).to(language)))
    return raw


def check_output(
    document: Document,
    active: Sequence[ActiveRule],
    raw: RawOutput,
    *,
    known: Collection[str] = (),
    left_out: frozenset[str] = frozenset(),
) -> CheckedDocument:
    """What is left of the rules' output behind the document's directives, and what these are found to have themselves.

    `active` are the rules that `raw` comes from, in any order. The arguments are those of `lint`.
    """
    by_id = {entry.rule.id: entry for entry in active}
    suppressions = Suppressions(all_directives(document), {id: entry.rule.category for id, entry in by_id.items()})
    reported = [finding for finding in raw.findings if not suppressions.suppress(finding.rule, finding.span)]
    facts = [_placed(by_id[rule], fact, document, suppressions) for rule, fact in raw.facts]
    finished = _finished_rules(active, raw, left_out)
    directive_use = DirectiveUse(suppressions.directives, known, lambda: suppressions.unused(finished))
    suppressed = len(raw.findings) - len(reported)
    for finding in (finding for entry in active for finding in entry.rule.review(directive_use)):
        if suppressions.suppress(finding.rule, finding.span, by_name=True):
            suppressed += 1
        else:
            reported.append(finding)
    kept = [
        with_safety(without_lossy_fix(finding, document), by_id[finding.rule].rule, document)
        for finding in _without_superseded(reported, document, by_id)
    ]
    return CheckedDocument(kept, raw.failures, facts, suppressed)


def result_of(
    document: Document, checked: CheckedDocument, active: Sequence[ActiveRule], language: Language
) -> FileResult:
    """The result with the findings as reports show them, in the order of the text."""
    by_id = {entry.rule.id: entry for entry in active}
    reported = [report(finding, *by_id[finding.rule], document, language) for finding in checked.findings]
    reported.sort(key=lambda finding: (finding.place, finding.rule))
    repeats = any(finding.repeats for finding in reported)
    return FileResult(
        document.path,
        tuple(reported),
        tuple(checked.failures),
        checked.suppressed,
        tuple(checked.facts),
        characters=sum(len(block.text) for block in document.prose) if repeats else 0,
    )


def _finished_rules(active: Iterable[ActiveRule], raw: RawOutput, left_out: frozenset[str]) -> FinishedRules:
    """The rules that have run to the end on this document, and the categories all of whose rules have."""
    failed_ids = {failure.rule for failure in raw.failures}
    failed = [rule for rule, _ in active if rule.id in failed_ids]
    left_out |= {name for rule in failed for name in (rule.id, rule.category)}
    rules = [rule for rule, _ in active if not isinstance(rule, CrossRule)]
    names = frozenset(name for rule in rules for name in (rule.id, rule.category)) - left_out
    return FinishedRules(names, everything=not left_out)


def _placed(entry: ActiveRule, fact: Fact, document: Document, suppressions: Suppressions) -> PlacedFact:
    suppressed = suppressions.suppress(entry.rule.id, fact.span)
    return placed(fact, entry.rule, entry.severity, document, suppressed=suppressed)


def _without_superseded(
    findings: Sequence[Finding], document: Document, by_id: dict[str, ActiveRule]
) -> Iterable[Finding]:
    """The findings without duplicates and without those of rules that another finding supersedes."""
    superseded: dict[int, set[str]] = defaultdict(set)
    for finding in findings:
        rule = by_id[finding.rule].rule
        if rule.supersedes:
            superseded[document.lines.line_of(finding.span.start)].update(rule.supersedes)
        for related in finding.related if rule.supersedes_at_related else ():
            superseded[document.lines.line_of(related.span.start)].update(rule.supersedes_at_related)
    for finding in dict.fromkeys(findings):
        if finding.rule not in superseded.get(document.lines.line_of(finding.span.start), ()):
            yield finding
