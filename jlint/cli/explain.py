"""`jlint explain`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jlint.cli import completion
from jlint.cli.configuration import config_of, configured, language_without_mistakes, load_or_report
from jlint.cli.exit_codes import FAILED, OK
from jlint.cli.help import Command
from jlint.cli.words import print_notice, print_stdout, words
from jlint.finding import Language
from jlint.rule_docs.forms import told
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
    from jlint.cli.near_rules import no_such_rule
    from jlint.paths import STDIN
    from jlint.rules.contract.category_names import category_named
    from jlint.rules.helpers.pattern import PatternRule
    from jlint.rules.table import BY_ID

    rule = category_named(rule)
    config = config_of(config_file, isolated, lang)
    builtin = BY_ID[rule].load() if rule in BY_ID else None
    if builtin:
        language = language_without_mistakes(config_file, isolated, lang)
        print_stdout(*told([(builtin(), "")], format_name, language))
        return OK
    if not load_or_report(config):
        return FAILED
    patterns = config.settings_for(STDIN).patterns
    for entry in patterns:
        if entry.spec.id == rule:
            print_stdout(*told([(PatternRule(entry.spec), entry.origin)], format_name, config.language))
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


def _all_explained(format_name: str, config: Config) -> int:
    from jlint.paths import STDIN
    from jlint.rules.helpers.pattern import PatternRule
    from jlint.rules.table import all_rules

    if not load_or_report(config):
        return FAILED
    rules: list[tuple[Rule, str]] = [(rule(), "") for rule in all_rules()]
    rules += [(PatternRule(entry.spec), entry.origin) for entry in config.settings_for(STDIN).patterns]
    print_stdout(*told(rules, format_name, config.language, as_one=True))
    return OK
