"""`jlint rules`."""

from __future__ import annotations

import click

from jlint.cli.configuration import config_of, configured, load_or_report
from jlint.cli.exit_codes import FAILED, OK
from jlint.cli.help import Command
from jlint.cli.words import print_stdout, words
from jlint.finding import Language


@click.command(
    "rules",
    cls=Command,
    help=words(
        "すべてのルールを一行ずつ並べます: 名前、分類、重さ、内容。\n\n"
        "重さは今のフォルダーの設定でのもので、off は調べないという意味です。設定の patterns のルールも並びます。",
        "List every rule, one a line: id, category, severity, what it finds.\n\n"
        "The severity is that of the current folder's configuration; off means that the rule doesn't run. "
        "Patterns of the configuration are listed too.",
    ),
)
@configured
def command(config_file: str | None, isolated: bool, lang: Language | None) -> int:
    """Runs the command and returns its exit code."""
    from jlint.config.display.dump import severity_word
    from jlint.config.in_force.settings import RuleInForce
    from jlint.paths import STDIN
    from jlint.rules.contract.documentation import summary_of
    from jlint.rules.helpers.pattern import PatternRule

    config = config_of(config_file, isolated, lang)
    if not load_or_report(config):
        return FAILED

    def summary(entry: RuleInForce) -> str:
        text = entry.rule.spec.message if isinstance(entry.rule, PatternRule) else summary_of(entry.rule)
        return text.to(config.language)

    entries = list(config.settings_for(STDIN).rules())
    longest = max(len(entry.rule.id) for entry in entries)
    for entry in entries:
        severity = severity_word(entry.severity.value)
        print_stdout(f"{entry.rule.id:<{longest}}  {entry.rule.category:<12}  {severity:<7}  {summary(entry)}")
    return OK
