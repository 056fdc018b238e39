"""`jlint check`."""

from __future__ import annotations

from collections.abc import Callable

import click

from jlint.cli import completion
from jlint.cli.configuration import config_of, configured, load_or_report
from jlint.cli.exit_codes import FAILED
from jlint.cli.help import Command
from jlint.cli.outcome import (
    exit_code,
    report_beside_findings,
    report_no_files,
    write_report,
    write_report_files,
)
from jlint.cli.scope import (
    cache_for,
    changes_of,
    fix_mode_of,
    names_of,
    progress_for,
    refuse_to_overwrite,
    report_file,
    report_links_outside,
    shown_format,
    without_accepted,
)
from jlint.cli.words import print_notice, print_stderr, words
from jlint.engine.files import find_files
from jlint.engine.one_file import FileLinter
from jlint.engine.result import RunResult
from jlint.engine.run import failures_of, run
from jlint.engine.times import Times
from jlint.finding import Language
from jlint.paths import STDIN
from jlint.report import FORMATS

_Option = Callable[[Callable[..., int]], Callable[..., int]]


def _flag(name: str, ja: str, en: str) -> _Option:
    return click.option(name, is_flag=True, help=words(ja, en))


def _names(name: str, ja: str, en: str) -> _Option:
    return click.option(name, metavar="IDS", shell_complete=completion.names, help=words(ja, en))


@click.command(
    "check",
    cls=Command,
    help=words(
        "ファイルやフォルダーを調べます。PATH を省くと今のフォルダー、- は標準入力です。\n\n"
        "終了コードは、指摘がなければ 0、エラーがあれば 1、調べられないファイルがあれば 2 です。",
        "Lint files and folders. Without PATH the current folder; - is standard input.\n\n"
        "Exits with 0 if nothing was found, 1 if there are errors, 2 if a file could not be linted.",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH|-]...", shell_complete=completion.files)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    default="text",
    help=words("出力の形。", "The report's format."),
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT=FILE",
    help=words(
        "この形でファイルにも書き出す（何度でも指定できる）。",
        "Also write a report to a file (can be given several times).",
    ),
)
@_flag(
    "--statistics",
    "指摘の代わりに、ルールとファイルごとの数を示す。",
    "Show counts by rule and file instead of findings.",
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
@_names(
    "--select", "このルールや分類だけを調べる（コンマ区切り）。", "Only these rules or categories (comma-separated)."
)
@_names("--ignore", "このルールや分類は調べない（コンマ区切り）。", "Not these rules or categories (comma-separated).")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help=words(
        "この重さ以上の指摘があれば 1 で終わる（既定は error）。", "Exit with 1 from this severity on (default: error)."
    ),
)
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
@click.option(
    "--since",
    metavar="REF",
    help=words(
        "このコミットより後に変えた行に関わる指摘だけを出す。",
        "Only findings that touch lines changed since this commit.",
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
@_flag("--no-cache", "前回の結果を使わずに調べる。", "Don't use results of earlier runs.")
@configured
def command(
    paths: tuple[str, ...],
    format_name: str,
    outputs: tuple[str, ...],
    statistics: bool,
    profile: bool,
    config_file: str | None,
    isolated: bool,
    stdin_filename: str | None,
    select: str | None,
    ignore: str | None,
    fail_on: str | None,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    since: str | None,
    staged: bool,
    baseline_file: str | None,
    jobs: int | None,
    no_cache: bool,
    lang: Language | None,
) -> int:
    """Runs the command and returns its exit code."""
    if stdin_filename is not None and STDIN not in paths:
        raise click.UsageError(
            words("--stdin-filename は標準入力（-）と一緒に使います。", "--stdin-filename goes with standard input, -.")
        )
    files_to_write = [report_file(output) for output in outputs]
    shown = shown_format(format_name, statistics=statistics, diff=diff)
    fix_mode = fix_mode_of(fix=fix, unsafe=unsafe_fixes, diff=diff, stdin=STDIN in paths)
    config = config_of(
        config_file, isolated, lang, select=names_of("--select", select), ignore=names_of("--ignore", ignore)
    )
    found = find_files(paths or (".",))
    stdin_name = stdin_filename or STDIN
    if not load_or_report(config, [stdin_name if path == STDIN else path for path in found.files]):
        return FAILED
    report_links_outside(found, config.language)
    refuse_to_overwrite(files_to_write, [*found.files, *config.files, *filter(None, [baseline_file])])
    if not found.files and not found.unreadable:
        return report_no_files(config.language)
    changes = changes_of(since=since, staged=staged, fix_mode=fix_mode, language=config.language)
    times: Times | None = Times() if profile else None
    linter = FileLinter(config, stdin_name=stdin_name, fix_mode=fix_mode, changes=changes, times=times)
    cache = None if no_cache or fix_mode or profile else cache_for(len(found.files))
    watch = progress_for(len(found.files), config.language)
    done = run(found.files, linter, jobs=1 if profile else jobs, cache=cache, watch=watch)
    results = [*failures_of(found.unreadable, config), *done]
    result = RunResult(without_accepted(results, baseline_file, config.language))
    report_beside_findings(result, linter, cache)
    write_report_files(files_to_write, result, config.language)
    write_report(shown, result, config.language)
    if times is not None:
        title, *rows = times.table(config.language)
        print_notice(title)
        print_stderr(*rows)
    return exit_code(result, config, fail_on)
