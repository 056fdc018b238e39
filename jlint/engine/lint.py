"""Lints one document: runs rules, applies suppressions, drops superseded findings, adds lines and columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from jlint.document import Document
from jlint.engine.corpus import placed
from jlint.engine.exempt import Exemptions
from jlint.engine.lossless import without_lossy_fix
from jlint.engine.place import report
from jlint.engine.result import Failure, FileResult, PlacedFact
from jlint.engine.rule_run import RawOutput, run_rules
from jlint.engine.safety import with_safety
from jlint.engine.suppression import FinishedRules, Suppressions, suppressions_of
from jlint.expressions.time import expression_time
from jlint.finding import Finding, Language
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.contract.directive_use import DirectiveUse

if TYPE_CHECKING:
    from jlint.engine.times import Times
    from jlint.rules.contract.cross_file import Fact


class CheckedDocument(Struct, frozen=True):
    """What the rules find in a document, before it is reported: spans, both languages, no path.

    `suppressed` counts the findings that the document's own directives suppress.
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
        return check_output(document, active, raw, known=known, left_out=left_out, language=language)


def check_output(
    document: Document,
    active: Sequence[ActiveRule],
    raw: RawOutput,
    *,
    known: Collection[str] = (),
    left_out: frozenset[str] = frozenset(),
    language: Language = "ja",
) -> CheckedDocument:
    """What is left of the rules' output behind exemptions and directives, and what these are found to have themselves.

    `active` are the rules that `raw` comes from, in any order. The arguments are those of `lint`.
    """
    by_id = {entry.rule.id: entry for entry in active}
    categories = {id: entry.rule.category for id, entry in by_id.items()}
    exemptions = Exemptions(document, categories)
    findings = exemptions.left(raw.findings)
    raw_facts = [(rule, fact) for rule, fact in raw.facts if not exemptions.cover(rule, fact.span)]
    failures = list(raw.failures)
    if exemptions.problem:
        failures.append(Failure(document.path, None, exemptions.problem.to(language)))
    suppressions = suppressions_of(document, categories)
    reported = [finding for finding in findings if not suppressions.suppress(finding.rule, finding.span)]
    facts = [_placed(by_id[rule], fact, document, suppressions) for rule, fact in raw_facts]
    finished = _finished_rules(active, raw, left_out)
    directive_use = DirectiveUse(document, suppressions.directives, known, lambda: suppressions.unused(finished))
    suppressed = len(findings) - len(reported)
    reviewing = [entry.rule for entry in active if entry.rule.reviews] if suppressions.directives else []
    for finding in (finding for rule in reviewing for finding in rule.review(directive_use)):
        if suppressions.suppress(finding.rule, finding.span, by_name=True):
            suppressed += 1
        else:
            reported.append(finding)
    kept = [
        with_safety(without_lossy_fix(finding, document), by_id[finding.rule].rule, document)
        for finding in _without_superseded(reported, document, by_id)
    ]
    return CheckedDocument(kept, failures, facts, suppressed)


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
    rules = [rule for rule, _ in active if not rule.across]
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
