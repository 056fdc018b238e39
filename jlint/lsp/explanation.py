"""What a rule is about, as Markdown: why, bad and good examples, options, how to silence it."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.config.display.dump import as_yaml, severity_word
from jlint.finding import Language, Text
from jlint.report.width import unwrapped
from jlint.rules.contract.base import CATEGORIES, Bad, Rule
from jlint.rules.contract.documentation import Described, documentation_of, fields_of, summary_of
from jlint.rules.contract.example import unmark
from jlint.rules.helpers.pattern import PatternRule
from jlint.rules.table import BY_ID, all_rules

_MOST_EXAMPLES = 2
_LONGEST_EXAMPLE = 200


def rule_named(name: str) -> type[Rule] | None:
    """The rule with this id that comes with jlint."""
    return next((rule for rule in all_rules() if rule.id == name), None)


def explained(rule: type[Rule] | Rule, language: Language, *, with_options: bool = True) -> str:
    """The explanation of a rule, or of a pattern of the configuration."""
    if isinstance(rule, PatternRule):
        return "\n".join(_pattern(rule, language))
    by_default = severity_word(BY_ID[rule.id].by_default)
    parts = [f"**{rule.id}** ({rule.category}, {by_default})"]
    parts += map(unwrapped, documentation_of(rule).to(language).split("\n\n"))
    parts += _examples(rule, language)
    fields = list(fields_of(rule.Options))
    if fields and with_options:
        parts.append(Text("設定（既定の値）:", "Options (with their defaults):").to(language))
        parts.append("\n".join(option_line(field, language) for field in fields))
    parts.append("\n".join(_silencing(rule, language)))
    return "\n\n".join(parts)


def category_explained(name: str, language: Language) -> str | None:
    """What a category holds; None for a name of something else."""
    if name not in CATEGORIES:
        return None
    title = Text("分類", "A category").to(language)
    rows = [f"- `{rule.id}` {summary_of(rule).to(language)}" for rule in all_rules() if rule.category == name]
    return "\n".join([f"**{name}** ({title})", "", *rows])


def option_line(field: Described, language: Language) -> str:
    """An option, its default and what it means, as an item of a list."""
    return f"- `{field.name}: {as_yaml(field.default)}` {field.meaning.to(language)}"


def _examples(rule: type[Rule] | Rule, language: Language) -> Iterator[str]:
    """Some examples, short ones: what is wrong, and what it becomes."""
    arrow = Text("直すと", "Fixed").to(language)
    titles = {True: Text("悪い例", "Bad").to(language), False: Text("良い例", "Good").to(language)}
    for kind in (True, False):
        fitting = (each for each in rule.examples if isinstance(each, Bad) is kind and _is_short(each.text))
        for example in list(fitting)[:_MOST_EXAMPLES]:
            yield f"{titles[kind]}:\n\n{_quoted(unmark(example.text)[0])}"
            if isinstance(example, Bad) and example.fixed is not None and _is_short(example.fixed):
                yield f"{arrow}:\n\n{_quoted(example.fixed)}"


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_EXAMPLE


def _quoted(text: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}markdown\n{text.rstrip()}\n{fence}"


def _silencing(rule: type[Rule] | Rule, language: Language) -> Iterator[str]:
    reason = Text("理由", "reason").to(language)
    if rule.category == "front-matter":
        yield Text("このファイルで指摘を止めるには（front matter に）:", "To silence it in a file's front matter:").to(
            language
        )
        yield f"`jlint: {{disable: [{rule.id}]}}`"
    else:
        yield Text("次の段落で指摘を止めるには:", "To silence it in the next block:").to(language)
        yield f"`<!-- jlint-disable-next {rule.id} -- {reason} -->`"
    yield ""
    yield Text("rules.yaml で調べなくするには:", "To turn it off in rules.yaml:").to(language) + f" `{rule.id}: off`"


def _pattern(rule: PatternRule, language: Language) -> Iterator[str]:
    spec = rule.spec
    yield f"**{rule.id}** ({rule.category}, {severity_word(rule.severity)})"
    yield ""
    yield spec.message.to(language)
    yield ""
    yield f"`match: {as_yaml(spec.match)}`"
    if spec.replace is not None:
        yield f"`replace: {as_yaml(spec.replace)}`"
    for title, texts in ((Text("悪い例", "Bad"), spec.bad), (Text("良い例", "Good"), spec.good)):
        for text in texts[:_MOST_EXAMPLES]:
            yield ""
            yield f"{title.to(language)}:\n\n{_quoted(text)}"
    yield ""
    yield from _silencing(rule, language)
