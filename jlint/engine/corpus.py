"""Rules across files: facts get their places while their document is loaded, findings are concluded at the end."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from jlint.engine.known_fact import AnyFact
from jlint.engine.result import RUN, Failure, FileResult, PlacedFact, ReportedFinding, ReportedRelated
from jlint.engine.rule_failure import failure_message
from jlint.finding import Language, Severity
from jlint.rules.contract.cross_file import Conclusion, CrossRule, Fact, SharedFact

if TYPE_CHECKING:
    from jlint.document import Document
    from jlint.rules.contract.base import Rule


def placed(fact: Fact, rule: Rule, severity: Severity, document: Document, *, suppressed: bool) -> PlacedFact:
    """The fact, its place in lines and columns. `suppressed`: a directive in the document covers it."""
    from jlint.engine.fingerprint import fingerprint
    from jlint.engine.place import excerpt_of, place_of

    name = fingerprint(rule.id, document, fact.span)
    place, excerpt = place_of(document, fact.span), excerpt_of(document, fact.span)
    return PlacedFact(rule.id, fact.key, place, excerpt, name, severity, suppressed)


class Conclusions:
    """What the rules across files find: findings and the number of suppressed ones by path, failures of the run.

    `mirrored` counts by path the findings that are left out, being told in another file.
    """

    def __init__(self) -> None:
        self.found: dict[str, list[ReportedFinding]] = defaultdict(list)
        self.suppressed: Counter[str] = Counter()
        self.mirrored: Counter[str] = Counter()
        self.failures: list[FileResult] = []

    def added_to(self, result: FileResult) -> FileResult:
        """The file's result with what is found in it."""
        path = result.path
        found, suppressed, behind = self.found.get(path, ()), self.suppressed[path], self.mirrored[path]
        if not found and not suppressed and not behind:
            return result
        findings = sorted([*result.findings, *found], key=lambda finding: (finding.place, finding.rule))
        return result._replace(
            findings=tuple(findings), suppressed=result.suppressed + suppressed, behind=result.behind + behind
        )


def conclude(results: Sequence[FileResult], rules: Iterable[CrossRule], language: Language) -> list[FileResult]:
    """The results with what the rules find across all of them. A rule that raises becomes a failure of the run."""
    concluded = conclusions([(result.path, result.facts) for result in results], rules, language)
    return [*map(concluded.added_to, results), *concluded.failures]


def conclusions(
    facts_of_files: Iterable[tuple[str, Sequence[AnyFact]]], rules: Iterable[CrossRule], language: Language
) -> Conclusions:
    """What the rules find across all files, from the path and the facts of each."""
    by_rule: dict[str, list[tuple[str, AnyFact]]] = defaultdict(list)
    for path, facts_here in sorted(facts_of_files, key=lambda file: file[0]):
        for fact in facts_here:
            by_rule[fact.rule].append((path, fact))
    concluded = Conclusions()
    for rule in rules:
        facts = by_rule.get(rule.id, [])
        shared = [SharedFact(number, path, fact.line, fact.key) for number, (path, fact) in enumerate(facts)]
        try:
            found = list(rule.conclude(shared))
        except Exception as error:
            failure = Failure(RUN, rule.id, failure_message(rule, error).to(language))
            concluded.failures.append(FileResult(RUN, failures=(failure,)))
            continue
        for conclusion in found:
            path, fact = facts[conclusion.at.number]
            if fact.whole().suppressed:
                concluded.suppressed[path] += 1
            else:
                concluded.found[path].append(_reported(rule, conclusion, facts, language))
    return concluded


def _reported(
    rule: CrossRule, conclusion: Conclusion, facts: Sequence[tuple[str, AnyFact]], language: Language
) -> ReportedFinding:
    path, known = facts[conclusion.at.number]
    fact = known.whole()
    related = tuple(
        ReportedRelated(other.path, facts[other.number][1].whole().place, message.to(language))
        for other, message in conclusion.related
    )
    message = conclusion.message.to(language)
    return ReportedFinding(
        path, fact.place, rule.id, rule.category, fact.severity, message, None, related, fact.excerpt, fact.fingerprint
    )
