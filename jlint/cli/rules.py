"""`jlint rules`."""

from __future__ import annotations

import click

from jlint.cli.configuration import config_of, configured, load_or_report
from jlint.cli.exit_codes import FAILED, OK
from jlint.cli.help import Command
from jlint.cli.words import print_stdout, words
from jlint.finding import Language, Text

_STATUS = {
    "new": Text("新規", "new"),
    "stable": Text("安定", "stable"),
    "deprecated": Text("廃止予定", "deprecated"),
}
_STATUS_CELLS = 10


@click.command(
    "rules",
    cls=Command,
    help=words(
        "すべてのルールを一行ずつ並べます: 名前、分類、重要度、加わった版、状態、内容。\n\n"
        "状態は新規（加わったばかり。選ぶか重要度を設定しない限り、次の版までは情報）、安定、"
        "廃止予定です。重要度は今のフォルダーの設定でのもので、off は調べないという意味です。"
        "設定の patterns のルールも並びます。",
        "List every rule, one a line: id, category, severity, version that brought it, status, what it finds.\n\n"
        "The status is new (an info until the next version unless selected or given a severity), stable or deprecated. "
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
    from jlint.report.width import cells
    from jlint.rules.contract.documentation import summary_of
    from jlint.rules.helpers.pattern import PatternRule
    from jlint.rules.table import BY_ID, plugin_of

    config = config_of(config_file, isolated, lang)
    if not load_or_report(config):
        return FAILED

    def summary(entry: RuleInForce) -> str:
        text = entry.rule.spec.message if isinstance(entry.rule, PatternRule) else summary_of(entry.rule)
        return text.to(config.language)

    def life(entry: RuleInForce) -> tuple[str, str]:
        listed = None if plugin_of(entry.rule.id) else BY_ID.get(entry.rule.id)
        return (listed.since, _STATUS[listed.status].to(config.language)) if listed else ("-", "-")

    entries = list(config.settings_for(STDIN).rules())
    longest = max(len(entry.rule.id) for entry in entries)
    for entry in entries:
        severity = severity_word(entry.severity.value)
        since, status = life(entry)
        line = f"{entry.rule.id:<{longest}}  {entry.rule.category:<12}  {severity:<7}  {since:<6}  {status}"
        line += " " * (_STATUS_CELLS - cells(status))
        print_stdout(f"{line}  {summary(entry)}")
    return OK
