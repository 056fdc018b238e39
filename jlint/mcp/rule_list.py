"""list_rules."""

from __future__ import annotations

from jlint.config.in_force.settings import RuleInForce
from jlint.finding import Language, Text
from jlint.mcp.answers import RuleLine, RulesAnswer
from jlint.mcp.arguments import ListRules
from jlint.mcp.bounds import bounded
from jlint.mcp.job import Job
from jlint.mcp.rules_in_force import has_fixes, is_on_by_default, rules_in_force, severity_of
from jlint.mcp.workplace import Workplace
from jlint.printable import printable
from jlint.rules.contract.documentation import documentation_of, summary_of
from jlint.rules.helpers.pattern import PatternRule

_MOST_RULES = 300
"""More than jlint has: a configuration may add any number."""


def list_rules(given: ListRules, workplace: Workplace, job: Job) -> tuple[RulesAnswer, Language]:
    """The rules that match, and the language that they are told in."""
    rules, language, notices = rules_in_force(workplace)
    words = given.search.casefold().split()
    matching = [
        entry
        for entry in rules
        if given.category in (None, entry.rule.category)
        and given.on_by_default in (None, is_on_by_default(entry))
        and all(word in _searched(entry) for word in words)
    ]
    lines = tuple(_line(entry, language) for entry in matching[:_MOST_RULES])
    return RulesAnswer(
        rules=lines,
        left_out=len(matching) - len(lines),
        total=len(rules),
        notices=tuple(map(bounded, notices)),
    ), language


def _line(entry: RuleInForce, language: Language) -> RuleLine:
    return RuleLine(
        id=printable(entry.rule.id),
        category=entry.rule.category,
        severity=severity_of(entry),
        on_by_default=is_on_by_default(entry),
        has_fixes=has_fixes(entry),
        summary=bounded(_summary(entry).to(language)),
    )


def _summary(entry: RuleInForce) -> Text:
    return entry.rule.spec.message if isinstance(entry.rule, PatternRule) else summary_of(entry.rule)


def _searched(entry: RuleInForce) -> str:
    texts = _summary(entry) if isinstance(entry.rule, PatternRule) else documentation_of(entry.rule)
    return "\n".join((entry.rule.id, *texts)).casefold()
