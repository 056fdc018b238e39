"""`jlint check`."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

import click

from jlint.cli import FAULT, FOUND, OK, discard_output
from jlint.cli.configuration import load_or_tell
from jlint.cli.words import language_of_environment, say, words
from jlint.config import Config
from jlint.engine.files import STDIN, find_files
from jlint.engine.one_file import FileLinter
from jlint.engine.result import RunResult
from jlint.engine.run import missing, run
from jlint.finding import Language, Severity
from jlint.report import FORMATS, Style, writer

if TYPE_CHECKING:
    from jlint.engine.cache import Cache
    from jlint.engine.mend import Mending

_CACHED_FROM = 10
"""With fewer files, opening the cache costs more than it saves."""

_MACHINE_FORMATS = frozenset({"json", "jsonl", "diff"})
_NEVER = "never"


@click.command(
    "check",
    help=words(
        "ファイルやフォルダーを調べます。PATH を省くと今のフォルダー、- は標準入力です。\n\n"
        "終了コードは、指摘がなければ 0、エラーがあれば 1、調べられないファイルがあれば 2 です。",
        "Lint files and folders. Without PATH the current folder; - is standard input.\n\n"
        "Exits with 0 if nothing was found, 1 if there are errors, 2 if a file could not be linted.",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH|-]...")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    default="text",
    help=words("出力の形。", "The report's format."),
)
@click.option(
    "--config", "config_file", metavar="FILE", help=words("設定ファイルを指定する。", "Use this configuration file.")
)
@click.option(
    "--isolated",
    is_flag=True,
    help=words("設定ファイルを読まず、既定の設定で調べる。", "Read no configuration file; use the built-in defaults."),
)
@click.option(
    "--stdin-filename",
    metavar="NAME",
    help=words(
        "標準入力につける名前。設定の適用や報告に使う。",
        "What standard input is called, in reports and for the configuration.",
    ),
)
@click.option(
    "--select",
    metavar="IDS",
    help=words("このルールや分類だけを調べる（コンマ区切り）。", "Only these rules or categories (comma-separated)."),
)
@click.option(
    "--ignore",
    metavar="IDS",
    help=words("このルールや分類は調べない（コンマ区切り）。", "Not these rules or categories (comma-separated)."),
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", _NEVER]),
    help=words(
        "この重さ以上の指摘があれば 1 で終わる（既定は error）。", "Exit with 1 from this severity on (default: error)."
    ),
)
@click.option(
    "--fix",
    is_flag=True,
    help=words("安全に直せるところを直して書き込む。", "Repair what can be repaired safely, in the files."),
)
@click.option(
    "--unsafe-fixes",
    is_flag=True,
    help=words(
        "意味が変わるかもしれない直し方も使う（--fix か --diff と一緒に）。",
        "Use repairs that may change the meaning too (with --fix or --diff).",
    ),
)
@click.option(
    "--diff",
    is_flag=True,
    help=words(
        "書き込まずに、直すとどうなるかを差分で示す。", "Write nothing, but show as a diff what would be repaired."
    ),
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help=words("並行して動かすプロセスの数。", "How many processes to use."),
)
@click.option(
    "--no-cache", is_flag=True, help=words("前回の結果を使わずに調べる。", "Don't use results of earlier runs.")
)
@click.option(
    "--lang",
    type=click.Choice(["ja", "en"]),
    help=words("メッセージの言語（既定は ja）。", "The messages' language (default: ja)."),
)
def command(
    paths: tuple[str, ...],
    format_name: str,
    config_file: str | None,
    isolated: bool,
    stdin_filename: str | None,
    select: str | None,
    ignore: str | None,
    fail_on: str | None,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    jobs: int | None,
    no_cache: bool,
    lang: Language | None,
) -> int:
    """Runs the command and returns its exit code."""
    if config_file is not None and isolated:
        raise click.UsageError(
            words("--config と --isolated は一緒に使えません。", "--config and --isolated exclude each other.")
        )
    mending = _mending(fix=fix, unsafe=unsafe_fixes, diff=diff, stdin=STDIN in paths)
    config = Config(
        language=lang or language_of_environment(),
        file=config_file,
        isolated=isolated,
        select=_names(select),
        ignore=_names(ignore),
    )
    found = find_files(paths or (".",))
    files = list(found.files)
    stdin_name = stdin_filename or STDIN
    if not load_or_tell(config, [stdin_name if path == STDIN else path for path in files]):
        return FAULT
    linter = FileLinter(config, stdin_name=stdin_name, mending=mending)
    cache = _cache(len(files)) if not no_cache and not mending else None
    results = [*missing(found.missing, config), *run(files, linter, jobs=jobs, cache=cache)]
    if cache and cache.problem:
        say(cache.problem.to(config.language))
    result = RunResult(results)
    if not files and not results:
        return _nothing_to_check(config.language)
    if not results:
        _tell_that_all_is_excluded(config.language)
    code = _exit_code(result, config, fail_on)
    if mending and mending.write:
        _tell_what_was_fixed(result, config.language)
    try:
        with _output("diff" if diff else format_name) as out:
            if diff:
                out.writelines(file.diff for file in result.files)
            else:
                writer(format_name)(result, out, Style(config.language, _shows_colour()))
    except BrokenPipeError:
        discard_output()
    return code


def _mending(*, fix: bool, unsafe: bool, diff: bool, stdin: bool) -> Mending | None:
    if fix and diff:
        raise click.UsageError(words("--fix と --diff は一緒に使えません。", "--fix and --diff exclude each other."))
    if unsafe and not fix and not diff:
        raise click.UsageError(
            words("--unsafe-fixes は --fix か --diff と一緒に使います。", "--unsafe-fixes goes with --fix or --diff.")
        )
    if fix and stdin:
        raise click.UsageError(
            words(
                "標準入力は --fix で書き換えられません。--diff を使ってください。",
                "Standard input can't be written to by --fix; use --diff.",
            )
        )
    if not fix and not diff:
        return None
    from jlint.engine.mend import Mending

    return Mending(unsafe=unsafe, write=fix)


def _cache(files: int) -> Cache | None:
    """The results of earlier runs, once there are enough files for it to pay."""
    if files < _CACHED_FROM:
        return None
    from jlint.engine.cache import Cache

    return Cache()


def _tell_what_was_fixed(result: RunResult, language: Language) -> None:
    fixes = sum(file.fixes for file in result.files)
    files = sum(file.fixes > 0 for file in result.files)
    if fixes:
        say(words(f"{files}ファイルで{fixes}か所を直しました", f"{fixes} repaired in {files} of the files", language))


def _names(value: str | None) -> frozenset[str]:
    return frozenset(name.strip() for name in (value or "").split(",") if name.strip())


def _tell_that_all_is_excluded(language: Language) -> None:
    say(
        words(
            "調べたファイルはありません。すべて設定の exclude に当てはまります",
            "No file was checked: exclude covers them all",
            language,
        )
    )


def _nothing_to_check(language: Language) -> int:
    say(
        words(
            "調べる Markdown ファイルがありません（*.md, *.markdown, *.mdx）",
            "There is no Markdown file to check (*.md, *.markdown, *.mdx)",
            language,
        )
    )
    return FAULT


def _exit_code(result: RunResult, config: Config, fail_on: str | None) -> int:
    if result.failures:
        return FAULT
    asked = None if fail_on is None or fail_on == _NEVER else Severity.named(fail_on)
    for file in result.files:
        least = config.fail_on(file.path) if fail_on is None else asked
        if least is not None and any(finding.severity >= least for finding in file.findings):
            return FOUND
    return OK


def _output(format_name: str) -> TextIO:
    """Standard output for one report: UTF-8 for machines, for people what their terminal can show."""
    encoding = "utf-8" if format_name in _MACHINE_FORMATS else sys.stdout.encoding or "utf-8"
    sys.stdout.flush()
    return io.TextIOWrapper(os.fdopen(os.dup(sys.stdout.fileno()), "wb"), encoding, errors="replace", newline="\n")


def _shows_colour() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
