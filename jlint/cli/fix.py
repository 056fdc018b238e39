"""`jlint fix`."""

from __future__ import annotations

import sys

import click

from jlint.cli import completion
from jlint.cli.configuration import configured
from jlint.cli.exit_codes import FAILED
from jlint.cli.help import Command
from jlint.cli.option_values import names_of
from jlint.cli.words import print_notice, words
from jlint.finding import Language


@click.command(
    "fix",
    cls=Command,
    help=words(
        "指摘を一つずつ見ながら直します。答えるたびにファイルへ書き込みます。途中でやめても、次は続きから始まります。\n\n"
        "q か Ctrl-D でやめます。Ctrl-C は、行や理由を書いている間はその答えだけをやめて選び直し、"
        "ほかでは終わります（終了コード 130）。どれでも、それまでの答えは残ります。\n\n"
        "PATH を省くと今のフォルダーです。終了コードは 0、調べられないファイルがあれば 2 です。",
        "Go through the findings one by one and repair them. Each answer is written at once; a session that was quit "
        "goes on where it was.\n\n"
        "q and Ctrl-D quit. Ctrl-C, while a line or a reason is written, gives up that answer alone; elsewhere it ends "
        "(exit code 130). What was answered before stays done in each case.\n\n"
        "Without PATH the current folder. Exits with 0, or with 2 if a file could not be linted.",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=completion.files)
@click.option(
    "--select",
    metavar="IDS",
    shell_complete=completion.names,
    help=words("このルールや分類だけ（コンマ区切り）。", "Only these rules or categories (comma-separated)."),
)
@click.option(
    "--ignore",
    metavar="IDS",
    shell_complete=completion.names,
    help=words("このルールや分類は除く（コンマ区切り）。", "Not these rules or categories (comma-separated)."),
)
@click.option(
    "--since",
    metavar="REF",
    help=words(
        "このコミットやブランチから分かれた後に変えた行に関わる指摘だけ。",
        "Only findings that touch lines changed since the branch has left this commit or branch.",
    ),
)
@click.option(
    "--baseline",
    "baseline_file",
    metavar="FILE",
    shell_complete=completion.files,
    help=words("このファイルに記録した指摘は除く。", "Not the findings recorded in this file."),
)
@click.option(
    "--restart",
    is_flag=True,
    help=words("前に「このまま」と答えた指摘も、もう一度尋ねる。", "Ask again about what was left as it is before."),
)
@configured
def command(
    paths: tuple[str, ...],
    select: str | None,
    ignore: str | None,
    since: str | None,
    baseline_file: str | None,
    restart: bool,
    config_file: str | None,
    isolated: bool,
    lang: Language | None,
) -> int:
    """Runs the command and returns its exit code."""
    selected, ignored = names_of("--select", select), names_of("--ignore", ignore)
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        print_notice(
            words(
                "jlint fix は端末で使います。端末がない所では jlint check --fix を使ってください",
                "jlint fix needs a terminal. Where there is none, use jlint check --fix",
                lang,
            )
        )
        return FAILED

    from jlint.cli.fix_run import Wishes, go_through

    wishes = Wishes(paths, selected, ignored, since, baseline_file, restart, config_file, isolated, lang)
    return go_through(wishes)
