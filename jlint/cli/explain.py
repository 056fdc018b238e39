"""`jlint explain`."""

from __future__ import annotations

from collections.abc import Iterator

import click

from jlint.cli import completion
from jlint.cli.configuration import config_of, configured, language_without_mistakes, load_or_report
from jlint.cli.exit_codes import FAILED, OK
from jlint.cli.help import Command
from jlint.cli.words import print_notice, print_stdout, words
from jlint.finding import Language, Text
from jlint.rules.contract.base import CATEGORIES, Bad, Good, Rule


@click.command(
    "explain",
    cls=Command,
    help=words(
        "ルールを説明します: なぜ指摘するのか、悪い例と良い例、設定できること、指摘の止め方。",
        "Explain a rule: why it matters, examples, options, and how to silence it.",
    ),
)
@click.argument("rule", metavar="RULE", shell_complete=completion.rule)
@configured
def command(rule: str, config_file: str | None, isolated: bool, lang: Language | None) -> int:
    """Runs the command and returns its exit code."""
    from jlint.cli.near_rules import no_such_rule
    from jlint.paths import STDIN
    from jlint.rules.helpers.pattern import PatternRule
    from jlint.rules.table import BY_ID

    config = config_of(config_file, isolated, lang)
    builtin = BY_ID[rule].load() if rule in BY_ID else None
    if builtin:
        language = language_without_mistakes(config_file, isolated, lang)
        print_stdout(*_explained(builtin(), language))
        return OK
    if not load_or_report(config):
        return FAILED
    patterns = config.settings_for(STDIN).patterns
    for entry in patterns:
        if entry.spec.id == rule:
            print_stdout(*_pattern_explained(PatternRule(entry.spec), entry.origin, config.language))
            return OK
    if rule in CATEGORIES:
        members = ", ".join(known.id for known in BY_ID.values() if known.category == rule)
        print_notice(
            words(
                f"{rule} は分類です。その中のルール: {members}", f"{rule} is a category of: {members}", config.language
            )
        )
    else:
        print_notice(no_such_rule(rule, [*BY_ID, *CATEGORIES, *(entry.spec.id for entry in patterns)], config.language))
    return FAILED


def _explained(rule: Rule, language: Language) -> Iterator[str]:
    from jlint.cli.rule_life import life_of
    from jlint.config.display.dump import severity_word
    from jlint.rules.contract.documentation import documentation_of
    from jlint.rules.table import BY_ID, plugin_of

    listed, plugin = BY_ID[rule.id], plugin_of(rule.id)
    yield f"{rule.id}  ({rule.category}, {severity_word(listed.by_default)})" + (f"  {plugin}" if plugin else "")
    yield life_of(listed).to(language)
    yield ""
    yield from documentation_of(rule).to(language).splitlines()
    for example in rule.examples:
        yield from _example(example, language)
    yield from _options(rule, language)
    yield from _told_with(rule, language)
    yield from _suppression(rule, language)


def _told_with(rule: Rule, language: Language) -> Iterator[str]:
    """With which findings of other rules its findings are told as one, as far as rules say so."""
    from jlint.rules.table import all_rules

    holding = [known.id for known in all_rules() if rule.id in known.holds_back]
    parts = (
        (Text("原因が同じ次の指摘とは、一つにします", "Told as one with what has the same cause"), rule.told_with),
        (Text("同じ行の次の指摘は、これに含めます", "Tells on its line what these find"), rule.holds_back),
        (Text("同じ行の次の指摘があれば、それに含めます", "Told on its line by"), holding),
        (
            Text("すぐ後から次のくり返しが始まれば、一つにします", "Told as one with what starts over behind it"),
            rule.leads_to,
        ),
    )
    if any(ids for _, ids in parts):
        yield ""
        yield Text(
            "一つの問題は一つの指摘にします（--all で別々に）:", "One problem is one finding (--all for each):"
        ).to(language)
    for what, ids in parts:
        if ids:
            yield f"  {what.to(language)}: {', '.join(ids)}"


def _example(example: Bad | Good, language: Language) -> Iterator[str]:
    from jlint.cli.example_text import example_lines
    from jlint.config.display.dump import as_yaml

    bad = isinstance(example, Bad)
    yield ""
    title = Text("悪い例", "Bad") if bad else Text("良い例", "Good")
    options = f" {as_yaml(example.options)}" if example.options else ""
    options += f" (markdown: {example.dialect})" if example.dialect != "commonmark" else ""
    yield f"{title.to(language)}{options}:"
    yield from _indented(example_lines(example.text))
    for path, text in example.beside.items():
        yield Text(f"同時に調べる {path}:", f"Checked together with {path}:").to(language)
        yield from _indented(text.splitlines())
    if isinstance(example, Bad) and example.fixed is not None:
        yield Text("直すと", "Fixed").to(language) + ":"
        yield from _indented(example_lines(example.fixed))


def _options(rule: Rule, language: Language) -> Iterator[str]:
    from jlint.config.display.dump import as_yaml
    from jlint.rules.contract.documentation import fields_of, groups_in

    fields = list(fields_of(rule.Options))
    if not fields:
        return
    yield ""
    yield Text("設定（既定の値）:", "Options (with their defaults):").to(language)
    for field in fields:
        yield f"  {field.name}: {as_yaml(field.default)}"
        yield f"      {field.meaning.to(language)}"
        for group in groups_in(field.type):
            for part in fields_of(group):
                yield f"        {part.name}: {part.meaning.to(language)}"


def _suppression(rule: Rule, language: Language) -> Iterator[str]:
    reason = Text("理由", "reason").to(language)
    yield ""
    if rule.category == "front-matter":
        yield Text(
            "このファイルで指摘を止めるには、front matter に書きます:",
            "To silence it in one file, in its front matter:",
        ).to(language)
        yield f"  jlint: {{disable: [{rule.id}]}}"
    else:
        yield Text(
            "次の段落だけ指摘を止めるには、直前の行に書きます:", "To silence it in the next block, on a line before it:"
        ).to(language)
        yield f"  <!-- jlint-disable-next {rule.id} -- {reason} -->"
    yield Text("どのファイルでも調べないようにするには、rules.yaml に書きます:", "To turn it off, in rules.yaml:").to(
        language
    )
    yield "  rules:"
    yield f"    {rule.id}: off"


def _pattern_explained(rule: Rule, origin: str, language: Language) -> Iterator[str]:
    from jlint.config.display.dump import as_yaml, severity_word
    from jlint.rules.helpers.pattern import PatternRule

    if not isinstance(rule, PatternRule):
        raise TypeError(f"{rule.id} is no pattern")
    spec = rule.spec
    yield f"{rule.id}  ({rule.category}, {severity_word(rule.severity)})  {origin}"
    yield ""
    yield spec.message.to(language)
    yield ""
    yield f"match: {as_yaml(spec.match)}"
    if spec.replace is not None:
        yield f"replace: {as_yaml(spec.replace)}"
    for title, texts in ((Text("悪い例", "Bad"), spec.bad), (Text("良い例", "Good"), spec.good)):
        for text in texts:
            yield ""
            yield f"{title.to(language)}:"
            yield from _indented(text.splitlines())
    yield from _suppression(rule, language)


def _indented(lines: Iterator[str] | list[str]) -> Iterator[str]:
    for line in lines:
        yield f"  {line}".rstrip()
