"""explain_rule."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jlint.config.in_force.known_names import no_such_rule
from jlint.config.in_force.settings import RuleInForce
from jlint.finding import Language, Text
from jlint.mcp.answers import RuleAnswer, RuleExample, RuleOption
from jlint.mcp.arguments import ExplainRule
from jlint.mcp.bounds import bounded, bounded_lines
from jlint.mcp.job import Job
from jlint.mcp.rules_in_force import has_fixes, is_on_by_default, rules_in_force, severity_of
from jlint.mcp.workplace import Workplace
from jlint.printable import printable
from jlint.rules.contract.base import CATEGORIES, Bad, Good, Rule
from jlint.rules.contract.documentation import documentation_of, fields_of
from jlint.rules.contract.example import unmark
from jlint.rules.helpers.pattern import PatternRule
from jlint.user_error import UserError

_MOST_EXAMPLES = 10
"""So many bad and so many good ones of a pattern."""


def explain_rule(given: ExplainRule, workplace: Workplace, job: Job) -> tuple[RuleAnswer, Language]:
    """The rule, and the language that it is told in. Raises UserError for a name that no rule has."""
    rules, language, notices = rules_in_force(workplace)
    entry = next((entry for entry in rules if entry.rule.id == given.rule), None)
    if entry is None:
        raise UserError(_no_such_rule(given.rule, rules))
    rule = entry.rule
    texts = rule.spec.message if isinstance(rule, PatternRule) else documentation_of(rule)
    return RuleAnswer(
        id=printable(rule.id),
        category=rule.category,
        severity=severity_of(entry),
        on_by_default=is_on_by_default(entry),
        has_fixes=has_fixes(entry),
        documentation=bounded_lines(texts.to(language)),
        examples=tuple(_examples(rule)),
        options=tuple(_options(rule, language)),
        to_suppress=_directive(rule),
        to_turn_off=f"rules:\n  {rule.id}: off",
        notices=tuple(map(bounded, notices)),
    ), language


def _no_such_rule(name: str, rules: list[RuleInForce]) -> Text:
    if name in CATEGORIES:
        members = ", ".join(entry.rule.id for entry in rules if entry.rule.category == name)
        return Text(f"{name} は分類です。その中のルール: {members}", f"{name} is a category of: {members}")
    said = no_such_rule(printable(name), [entry.rule.id for entry in rules if isinstance(entry.rule, PatternRule)])
    return Text(said.ja.rstrip(" 。"), said.en.rstrip())


def _examples(rule: Rule) -> Iterator[RuleExample]:
    if isinstance(rule, PatternRule):
        for is_bad, texts in ((True, rule.spec.bad), (False, rule.spec.good)):
            yield from (RuleExample(is_bad=is_bad, text=bounded_lines(text)) for text in texts[:_MOST_EXAMPLES])
        return
    for example in rule.examples:
        yield _example(example)


def _example(example: Bad | Good) -> RuleExample:
    bare = unmark(example.text)
    return RuleExample(
        is_bad=isinstance(example, Bad),
        text=bare.text,
        marked=tuple(span.of(bare.text) for span in bare.findings),
        fixed=example.fixed if isinstance(example, Bad) else None,
        options=msgspec.to_builtins(example.options),
        markdown=example.dialect,
        beside=dict(example.beside),
    )


def _options(rule: Rule, language: Language) -> Iterator[RuleOption]:
    for field in fields_of(rule.Options):
        default = msgspec.json.decode(msgspec.json.encode(field.default))
        yield RuleOption(name=field.name, default=default, meaning=field.meaning.to(language))


def _directive(rule: Rule) -> str:
    """What suppresses the rule's findings in the next block, or, in front matter, in the file."""
    if rule.category == "front-matter":
        return f"jlint: {{disable: [{rule.id}]}}"
    return f"<!-- jlint-disable-next {rule.id} -- … -->"
