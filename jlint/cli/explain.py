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
from jlint.finding import Language
from jlint.rules.contract.base import CATEGORIES, Rule

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
    from jlint.rules.table import all_rules

    if not load_or_report(config):
        return FAILED
    rules: list[tuple[Rule, str]] = [(rule(), "") for rule in all_rules()]
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
        from jlint.rule_docs.as_text import explained

        for number, (rule, origin) in enumerate(rules):
            if number:
                yield from ("", "-" * 40, "")
            yield from explained(rule, language, origin)


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
