"""`jlint check`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from jlint.cli import completion
from jlint.cli.check_options import CheckOptions
from jlint.cli.check_run import check
from jlint.cli.configuration import configured
from jlint.cli.help import Command
from jlint.cli.words import words
from jlint.report import FORMATS
from jlint.span import COLUMN_UNITS

_BARE = "--add-suppressions"
_Option = Callable[[Callable[..., int]], Callable[..., int]]


def _flag(name: str, ja: str, en: str, short: str = "") -> _Option:
    return click.option(*filter(None, (short, name)), is_flag=True, help=words(ja, en))


def _names(name: str, ja: str, en: str) -> _Option:
    return click.option(name, metavar="IDS", shell_complete=completion.names, help=words(ja, en))


class _Command(Command):
    """A bare `--add-suppressions` has no value: what stands behind it is a path."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        end = args.index("--") if "--" in args else len(args)
        with_value = [f"{each}=" if each == _BARE else each for each in args[:end]]
        return super().parse_args(ctx, [*with_value, *args[end:]])


@click.command(
    "check",
    cls=_Command,
    help=words(
        "ファイルやフォルダーを調べます。PATH を省くと今のフォルダー、- は標準入力です。\n\n"
        "終了コードは、--fail-on（既定は設定の fail-on、なければエラー）に届く指摘がなければ 0、あれば 1、"
        "使い方か設定の誤り、調べられないファイルやルールの失敗、書けないレポートがあれば 2、Ctrl-C なら 130 です。",
        "Lint files and folders. Without PATH the current folder; - is standard input.\n\n"
        "Exits with 0 if no finding reaches --fail-on (default: fail-on of the configuration, else error), with 1 if "
        "one does, with 2 for wrong usage or configuration, a file or rule that failed or a report that can't be "
        "written, with 130 after Ctrl-C.",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH|-]...", shell_complete=completion.files)
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    default="text",
    help=words("出力の形。", "The report's format."),
)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT=FILE",
    help=words(
        "この形でファイルにも書き出す（何度でも指定できる）。",
        "Also write a report to a file (can be given several times).",
    ),
)
@click.option(
    "--column-unit",
    type=click.Choice(COLUMN_UNITS),
    default="character",
    help=words(
        "桁を、文字、UTF-8 のバイト、UTF-16 の単位のどれで数えるか（既定は文字）。"
        "text, concise, json, jsonl, checkstyle で使える。",
        "What columns count: characters (the default), UTF-8 bytes or UTF-16 code units. "
        "For text, concise, json, jsonl and checkstyle.",
    ),
)
@_flag(
    "--statistics",
    "指摘の代わりに、ルールとファイルごとの数を示す（--format json も使える）。",
    "Show counts by rule and file instead of findings (also with --format json).",
)
@click.option(
    "--all",
    "all_findings",
    is_flag=True,
    help=words(
        "くり返しの中の指摘と、まとめた指摘の一つ一つも示す。",
        "Also show what lies within a repetition, and each place of what is told once.",
    ),
)
@click.option(
    "--compare",
    metavar="OLD.json",
    shell_complete=completion.files,
    help=words(
        "指摘の代わりに、前の JSON の報告から増えたものと減ったものを示す。",
        "Instead of findings show what is new and gone since an earlier JSON report.",
    ),
)
@click.option(
    "--trend",
    multiple=True,
    metavar="PATH",
    shell_complete=completion.files,
    help=words(
        "html に、前の JSON の報告（またはそのフォルダー）からの推移を載せる（何度でも指定できる）。",
        "Show in html how it has changed since earlier JSON reports, or those in a folder (can be repeated).",
    ),
)
@_flag(
    "--show-files", "調べずに、調べるファイルを一行に一つ示す。", "Check nothing; list the files that would be checked."
)
@_flag(
    "--quiet", "指摘だけを示し、まとめやお知らせを出さない。", "Show findings alone: no summary, no hints.", short="-q"
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help=words(
        "色とリンクを付けるか。auto は端末と NO_COLOR、FORCE_COLOR で決める。",
        "Whether to use colours and links; auto: by the terminal, NO_COLOR and FORCE_COLOR.",
    ),
)
@_flag("--profile", "どのルールにどれだけ時間がかかったかも示す。", "Also tell how long each rule took.")
@click.option(
    "--stdin-filename",
    metavar="NAME",
    help=words(
        "標準入力につける名前。設定の適用や報告に使う。",
        "What standard input is called, in reports and for the configuration.",
    ),
)
@click.option(
    "--exclude",
    "excluded",
    multiple=True,
    metavar="GLOB",
    help=words(
        "調べないファイル。今のフォルダーから見たパスを .gitignore の書き方で書く（何度でも指定できる）。",
        "Files that are not checked: a path from the current folder, as in .gitignore (can be given several times).",
    ),
)
@_names(
    "--select", "このルールや分類だけを調べる（コンマ区切り）。", "Only these rules or categories (comma-separated)."
)
@_names("--ignore", "このルールや分類は調べない（コンマ区切り）。", "Not these rules or categories (comma-separated).")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help=words(
        "この重要度以上の指摘があれば 1 で終わる（既定は設定の fail-on、なければ error）。",
        "Exit with 1 from this severity on (default: fail-on of the configuration, else error).",
    ),
)
@_flag("--exit-zero", "指摘があっても 0 で終わる。", "Exit with 0 whatever is found.")
@_flag("--fix", "安全に直せるところを直して書き込む。", "Repair what can be repaired safely, in the files.")
@_flag(
    "--unsafe-fixes",
    "意味が変わるかもしれない直し方も使う（--fix か --diff と一緒に）。",
    "Use repairs that may change the meaning too (with --fix or --diff).",
)
@_flag(
    "--diff",
    "書き込まずに、直すとどうなるかを差分で示す。",
    "Write nothing, but show as a diff what would be repaired.",
)
@_flag(
    "--exit-non-zero-on-fix",
    "何か直したら（--diff では、直すところがあれば）1 で終わる。",
    "Exit with 1 if anything was repaired, or with --diff would be.",
)
@click.option(
    "--add-suppressions",
    metavar="[=RULES]",
    help=words(
        "出る指摘（RULES があれば、そのルールや分類のもの）を止めるコメントを書き込む。",
        "Write comments that silence what is found, or what the RULES or categories find.",
    ),
)
@click.option(
    "--reason", metavar="TEXT", help=words("そのコメントに書く理由。", "The reason that these comments give.")
)
@click.option(
    "--since",
    metavar="REF",
    help=words(
        "このコミットやブランチから分かれた後に変えた行に関わる指摘だけを出す。",
        "Only findings that touch lines changed since the branch has left this commit or branch.",
    ),
)
@_flag(
    "--staged",
    "git add した変更を、その内容で調べる。変えた行に関わる指摘だけを出す。",
    "Check what is staged, as it is staged; only findings that touch its changed lines.",
)
@click.option(
    "--baseline",
    "baseline_file",
    metavar="FILE",
    shell_complete=completion.files,
    help=words(
        "このファイルに記録した指摘は出さない（jlint baseline create で作る）。",
        "Leave out the findings recorded in this file (made by jlint baseline create).",
    ),
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help=words("並行して動かすプロセスの数。", "How many processes to use."),
)
@_flag(
    "--watch",
    "ファイルが変わるたびに、変わったものを調べて示す（Ctrl-C で終わる）。",
    "Lint and show what changes, as it changes, until Ctrl-C.",
)
@_flag("--no-cache", "前回の結果を使わずに調べる。", "Don't use results of earlier runs.")
@configured
def command(**values: Any) -> int:
    """Runs the command and returns its exit code."""
    return check(CheckOptions(**values))
