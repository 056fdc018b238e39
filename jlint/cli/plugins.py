"""`jlint plugins list` and `test`."""

from __future__ import annotations

import click

from jlint.cli.configuration import in_language
from jlint.cli.exit_codes import FOUND, OK
from jlint.cli.help import Group
from jlint.cli.languages import requested
from jlint.cli.plugin_option import VARIABLE, allowing_plugins, are_plugins_asked_for, turn_on_plugins
from jlint.cli.words import print_notice, print_stdout, words
from jlint.distributions import normalized
from jlint.finding import Language
from jlint.plugins.offered import OPTION, Offered, offered


@click.group(
    "plugins",
    cls=Group,
    help=words(
        "Python で書いた自前のルール（プラグイン）を調べます。書き方は docs/plugins.md にあります。",
        "Look into plugins, rules of one's own in Python. docs/plugins.md tells how to write them.",
    ),
)
def command() -> None:
    """The group of the commands below."""


@command.command(
    "list",
    help=words(
        "入れてあるプラグインのルールを一行ずつ並べます: 名前、配布物とその版、クラス。\n\n"
        "プラグインのコードは動かしません。",
        "List the rules of installed plugins, one a line: id, distribution and version, class.\n\n"
        "No code of a plugin is run.",
    ),
)
@in_language
def list_command(lang: Language | None) -> int:
    """Runs `plugins list` and returns its exit code."""
    language = lang or requested()
    found = offered()
    if not found:
        print_notice(words("プラグインは入っていません", "No plugin is installed", language))
        return OK
    widths = [max(len(column) for column in columns) for columns in zip(*map(_row, found), strict=True)]
    for each in found:
        print_stdout("  ".join(f"{cell:<{width}}" for cell, width in zip(_row(each), widths, strict=True)).rstrip())
    if not are_plugins_asked_for():
        print_notice(
            words(
                f"使うには {OPTION} を付けるか、環境変数 {VARIABLE} を 1 にします",
                f"To use them, add {OPTION} or set {VARIABLE}=1 in the environment",
                language,
            )
        )
    return OK


def _row(each: Offered) -> tuple[str, str, str]:
    return each.id, each.plugin, each.value


@command.command(
    "test",
    help=words(
        "プラグインのルールを、それぞれの例文で試し、説明がそろっているかを調べます。"
        "配布物の名前を書くと、そのルールだけを試します。一つでも合わなければ 1 で終わります。\n\n"
        f"コードを動かすので、{OPTION}（か {VARIABLE}=1）が要ります。",
        "Try the rules of plugins on their examples, and look whether their documentation is complete. With names of "
        "distributions, only theirs. Exits with 1 if one doesn't come out.\n\n"
        f"This runs their code, so it takes {OPTION} (or {VARIABLE}=1).",
    ),
)
@click.argument("distributions", nargs=-1, metavar="[DISTRIBUTION]...")
@allowing_plugins
@in_language
def test_command(distributions: tuple[str, ...], lang: Language | None) -> int:
    """Runs `plugins test` and returns its exit code. Raises ClickException where there is nothing to test."""
    from jlint.rule_examples.problems import problems_of
    from jlint.rules.table import BY_ID

    language = lang or requested()
    if not are_plugins_asked_for():
        raise click.UsageError(
            words(
                f"プラグインのコードを動かすので、{OPTION} を付けてください。",
                f"This runs the code of plugins: add {OPTION}.",
                language,
            )
        )
    turn_on_plugins(language)
    chosen = _chosen(distributions, language)
    failed = examples = 0
    for each in chosen:
        rule = BY_ID[each.id].load()
        examples += len(rule.examples)
        for place, problem in problems_of(rule):
            failed += 1
            where = (
                words(f"例 {place}", f"example {place}", language)
                if place
                else words("説明", "documentation", language)
            )
            print_stdout(f"{each.plugin}: {each.id}: {where}: {words(*problem, language)}")
    counts = words(f"ルール {len(chosen)} 個、例 {examples} 個", f"{len(chosen)} rules, {examples} examples", language)
    result = words("すべて合いました", "all as they should be", language)
    if failed:
        result = words(f"{failed} 個が合いません", f"{failed} failed", language)
    print_stdout(f"{counts}: {result}")
    return FOUND if failed else OK


def _chosen(names: tuple[str, ...], language: Language | None) -> list[Offered]:
    wanted = {normalized(name): name for name in names}
    found = [each for each in offered() if not wanted or normalized(each.distribution) in wanted]
    missing = wanted.keys() - {normalized(each.distribution) for each in found}
    if missing:
        listing = ", ".join(sorted(wanted[name] for name in missing))
        raise click.ClickException(
            words(f"ルールを持つ配布物がありません: {listing}", f"No distribution with rules: {listing}", language)
        )
    if not found:
        raise click.ClickException(words("プラグインは入っていません", "No plugin is installed", language))
    return found
