"""`jlint explain`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from jlint.cli import completion
from jlint.cli.configuration import config_of, configured, load_or_report
from jlint.cli.exit_codes import FAILED, OK
from jlint.cli.help import Command
from jlint.cli.words import language_of_environment, print_notice, print_stdout, words
from jlint.finding import Language, Text
from jlint.rules.contract.base import CATEGORIES, Bad, Good, Rule

if TYPE_CHECKING:
    from jlint.config import Config


@click.command(
    "explain",
    cls=Command,
    help=words(
        "ルールを説明します: なぜ指摘するのか、悪い例と良い例、設定できること、指摘の止め方。\n\n"
        "--format markdown は Markdown の一ページ、json はプログラム向けです。どちらにも、どのくらい当たるか、"
        "どの版からあるか、textlint での名前も入ります。",
        "Explain a rule: why it matters, examples, options, and how to silence it.\n\n"
        "--format markdown makes a page of Markdown, json is for programs. Both tell besides how often the rule is "
        "right, since which version it is there, and textlint's names for it.",
    ),
)
@click.argument("rule", metavar="RULE", required=False, shell_complete=completion.rule)
@click.option(
    "--all",
    "all_rules",
    is_flag=True,
    help=words(
        "すべてのルールと設定の patterns を説明する（JSON では一つの配列）。",
        "Explain all rules and the patterns of the configuration (one array in JSON).",
    ),
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    help=words("書き方（既定は text）。", "The form (default: text)."),
)
@configured
def command(
    rule: str | None,
    all_rules: bool,
    format_name: str,
    config_file: str | None,
    isolated: bool,
    lang: Language | None,
) -> int:
    """Runs the command and returns its exit code."""
    if (rule is None) is not all_rules:
        raise click.UsageError(
            words(
                "ルールの名前か --all の、どちらか一つを書いてください。",
                "Name either a rule or --all, not both.",
                lang,
            )
        )
    if rule is None:
        return _all_explained(format_name, config_of(config_file, isolated, lang))
    from jlint.config.in_force.known_names import no_such_rule
    from jlint.paths import STDIN
    from jlint.rules.helpers.pattern import PatternRule
    from jlint.rules.table import BY_ID

    config = config_of(config_file, isolated, lang)
    builtin = BY_ID[rule].load() if rule in BY_ID else None
    if builtin:
        language = _language_without_mistakes(config_file, isolated, lang)
        print_stdout(*_told([(builtin(), "")], format_name, language))
        return OK
    if not load_or_report(config):
        return FAILED
    patterns = config.settings_for(STDIN).patterns
    for entry in patterns:
        if entry.spec.id == rule:
            print_stdout(*_told([(PatternRule(entry.spec), entry.origin)], format_name, config.language))
            return OK
    if rule in CATEGORIES:
        members = ", ".join(known.id for known in BY_ID.values() if known.category == rule)
        print_notice(
            words(
                f"{rule} は分類です。その中のルール: {members}", f"{rule} is a category of: {members}", config.language
            )
        )
    else:
        print_notice(no_such_rule(rule, [entry.spec.id for entry in patterns]).to(config.language).rstrip(" 。"))
    return FAILED


def _all_explained(format_name: str, config: Config) -> int:
    from jlint.paths import STDIN
    from jlint.rules.helpers.pattern import PatternRule
    from jlint.rules.table import RULES

    if not load_or_report(config):
        return FAILED
    rules: list[tuple[Rule, str]] = [(rule(), "") for rule in RULES]
    rules += [(PatternRule(entry.spec), entry.origin) for entry in config.settings_for(STDIN).patterns]
    print_stdout(*_told(rules, format_name, config.language, as_one=True))
    return OK


def _told(
    rules: Sequence[tuple[Rule, str]], format_name: str, language: Language, *, as_one: bool = False
) -> Iterator[str]:
    """The lines that explain rules, each given with its place in the configuration (empty for jlint's own).

    `as_one`: as one document, whatever their number.
    """
    if format_name == "json":
        from jlint.report.json_text import as_json
        from jlint.rule_docs.as_json import rule_object

        objects = [rule_object(rule, language, origin=origin) for rule, origin in rules]
        yield from as_json(objects if as_one else objects[0], indent=2).split("\n")
    elif format_name == "markdown":
        from jlint.rule_docs.as_markdown import page, pages

        parts = pages(rules, language) if as_one else [page(rule, language, origin=origin) for rule, origin in rules]
        yield from "\n".join(parts).removesuffix("\n").split("\n")
    else:
        for number, (rule, origin) in enumerate(rules):
            if number:
                yield from ("", "-" * 40, "")
            yield from _pattern_explained(rule, origin, language) if origin else _explained(rule, language)


def _language_without_mistakes(config_file: str | None, isolated: bool, lang: Language | None) -> Language:
    """The language in which to explain a built-in rule. Ignores mistakes in the configuration."""
    from jlint.config import ConfigError

    config = config_of(config_file, isolated, lang)
    if lang or language_of_environment():
        return config.language
    try:
        config.load(())
    except ConfigError as error:
        return error.language
    return config.language


def _explained(rule: Rule, language: Language) -> Iterator[str]:
    from jlint.config.display.dump import severity_word
    from jlint.rules.contract.documentation import documentation_of
    from jlint.rules.table import plugin_of

    plugin = plugin_of(rule.id)
    yield f"{rule.id}  ({rule.category}, {severity_word(rule.severity)})" + (f"  {plugin}" if plugin else "")
    yield ""
    yield from documentation_of(rule).to(language).splitlines()
    for example in rule.examples:
        yield from _example(example, language)
    yield from _options(rule, language)
    yield from _told_with(rule, language)
    yield from _suppression(rule, language)


def _told_with(rule: Rule, language: Language) -> Iterator[str]:
    """With which findings of other rules its findings are told as one, as far as rules say so."""
    from jlint.rule_docs.facts import relations_of

    relations = list(relations_of(rule))
    if relations:
        yield ""
        yield Text(
            "一つの問題は一つの指摘にします（--all で別々に）:", "One problem is one finding (--all for each):"
        ).to(language)
    for relation in relations:
        yield f"  {relation.meaning.to(language)}: {', '.join(relation.rules)}"


def _example(example: Bad | Good, language: Language) -> Iterator[str]:
    from jlint.config.display.dump import as_yaml
    from jlint.rule_docs.example_text import example_lines

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
