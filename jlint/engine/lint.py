"""Lints one document: rules, then suppressions, then one finding a place, then lines and columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jlint.document import Document
from jlint.document.directive import directives
from jlint.engine.place import report
from jlint.engine.result import Failure, FileResult
from jlint.engine.suppression import Suppressions
from jlint.finding import Finding, Language, Severity, Text
from jlint.rules.base import Rule, RuleError
from jlint.rules.ledger import Ledger


class ActiveRule(NamedTuple):
    """A rule with its options, and the severity that configuration gives it."""

    rule: Rule
    severity: Severity


def lint(
    document: Document, active: Sequence[ActiveRule], *, known: frozenset[str] = frozenset(), language: Language = "ja"
) -> FileResult:
    """Runs the rules over the document. `known` are the rule ids and categories that its comments may name.

    A rule that raises costs its own findings on this document and becomes a failure; nothing is raised.
    """
    by_id = {entry.rule.id: entry for entry in active}
    spoken, failures = _speak(document, active, language)
    suppressions = Suppressions(directives(document), {id: entry.rule.category for id, entry in by_id.items()})
    heard = [finding for finding in spoken if not suppressions.silence(finding)]
    suppressed = len(spoken) - len(heard)
    ran = {id: entry.rule.category for id, entry in by_id.items() if id not in {failure.rule for failure in failures}}
    ledger = Ledger(suppressions.directives, known, tuple(suppressions.idle(frozenset([*ran, *ran.values()]))))
    heard += [finding for entry in active for finding in entry.rule.review(ledger)]
    reported = [
        report(finding, *by_id[finding.rule], document, language) for finding in _one_a_place(heard, document, by_id)
    ]
    reported.sort(key=lambda finding: (finding.place, finding.rule))
    return FileResult(document.path, tuple(reported), tuple(failures), suppressed)


def _speak(document: Document, active: Iterable[ActiveRule], language: Language) -> tuple[list[Finding], list[Failure]]:
    findings: list[Finding] = []
    failures: list[Failure] = []
    for rule, _ in active:
        try:
            findings += list(rule.check(document))
        except Exception as error:
            failures.append(Failure(document.path, rule.id, _words_for(rule, error).to(language)))
    return findings, failures


def _words_for(rule: Rule, error: Exception) -> Text:
    if isinstance(error, RuleError):
        return error.message
    what = f"{type(error).__name__}: {error}"
    return Text(
        f"ルール {rule.id} が途中で止まりました（{what}）。jlint の不具合です。報告をお願いします",
        f"Rule {rule.id} stopped halfway ({what}). This is a fault in jlint; please report it",
    )


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
