"""The outcome of a run of `check`: the reports, the notices on standard error, and the exit code."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TextIO

import click

from jlint.cli.exit_codes import FAILED, FOUND, OK
from jlint.cli.words import discard_output, print_hint, print_notice, print_stderr, print_stdout, words
from jlint.engine.result import FileResult, RunResult
from jlint.finding import Language, Severity
from jlint.report import Style, writer

if TYPE_CHECKING:
    from jlint.config import Config
    from jlint.engine.cache import Cache
    from jlint.engine.one_file import FileLinter
    from jlint.engine.told import ToldRun
    from jlint.report.compare import Told

_WITH_SUMMARY = frozenset({"text", "statistics", "json", "jsonl"})
_FOR_PEOPLE = frozenset({"text", "concise", "statistics"})


def gather(results: list[FileResult], language: Language, *, as_they_are: bool) -> RunResult:
    """The results, with one finding for each problem unless they are wanted as they are."""
    if as_they_are:
        return RunResult(results)
    from jlint.engine.gather import gathered

    return RunResult(gathered(results, language))


def exit_code(result: RunResult | ToldRun, config: Config, fail_on: str | None, *, on_fix: bool = False) -> int:
    """2 for failures, 1 for a finding at or above `fail_on`, else 0. Without `fail_on` each file's settings decide.

    With `on_fix` it is 1 for fixes too, those that a diff shows included.
    """
    if result.failures:
        return FAILED
    if on_fix and any(isinstance(file, FileResult) and file.fixes for file in result.files):
        return FOUND
    fails_from = threshold(config, fail_on)
    for path, worst in result.worst:
        least = fails_from(path) if worst else None
        if least is not None and worst >= least:
            return FOUND
    return OK


def threshold(config: Config, fail_on: str | None) -> Callable[[str], Severity | None]:
    """What says for a file from which severity on its findings make the run fail: `fail_on`, else its settings."""
    if fail_on is None:
        return config.fail_on
    requested = None if fail_on == "never" else Severity.named(fail_on)
    return lambda _path: requested


def write_report(
    format_name: str, write: Callable[[TextIO, Style], None], style: Style, *, on_stderr: bool = False
) -> None:
    """Writes a report to standard output by a function that takes it and a style. Ignores a closed pipe.

    With `on_stderr` it goes to standard error: standard output is for something else.
    """
    try:
        with _output(format_name, sys.stderr if on_stderr else sys.stdout) as out:
            write(out, style)
    except BrokenPipeError:
        discard_output()


def print_comparison(result: RunResult, earlier: Iterable[Told], language: Language) -> None:
    """Prints what is new and what is gone since an earlier report."""
    from jlint.report.compare import comparison

    print_stdout(*comparison(result, earlier, language))


def write_report_file(path: str, write: Callable[[TextIO, Style], None], style: Style) -> None:
    """Writes a report to a file by a function that takes it and a style. Raises ClickException where that fails."""
    from jlint.engine.write import WriteError, write_file

    report = io.StringIO(newline="\n")
    write(report, style)
    try:
        write_file(path, report.getvalue().encode("utf-8", "replace"))
    except WriteError as error:
        raise click.ClickException(f"{path}: {error.message.to(style.language)}") from error


def report_written(files: Iterable[tuple[str, str]], language: Language) -> None:
    """Prints which files reports were written to: a format and a path each."""
    for _, path in files:
        if os.path.isfile(path):  # not standard output, nor the null device
            print_hint(words(f"{path} を書きました", f"Wrote {path}", language))


def writer_of(format_name: str) -> Callable[[RunResult, TextIO, Style], None]:
    """What writes the report in this format, the `statistics`, `statistics-json` or the `diff`."""
    if format_name == "statistics":
        from jlint.report import statistics

        return statistics.write
    if format_name == "statistics-json":
        from jlint.report import statistics

        return statistics.write_json
    if format_name == "diff":
        return _write_diff
    return writer(format_name)


def _write_diff(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes the diff alone, for `patch` to take, and failures to standard error."""
    from jlint.report import diff
    from jlint.report.words import failure_line

    diff.write(result, out, style)
    print_stderr(*(failure_line(failure, style.language) for failure in result.failures))


def report_no_files(language: Language) -> None:
    """Prints that there is no file to check."""
    print_notice(
        words(
            "調べる Markdown ファイルがありません（*.md, *.markdown, *.mdx）",
            "There is no Markdown file to check (*.md, *.markdown, *.mdx)",
            language,
        )
    )


def report_beside_findings(
    result: RunResult | ToldRun, linter: FileLinter, cache: Cache | None, format_name: str
) -> None:
    """Prints why no file was checked, how much was fixed, what the baseline holds back where the report in this format
    doesn't say so, and why the cache can't be used."""
    language = linter.config.language
    if not result.files and linter.changes:
        print_hint(words("変わった Markdown ファイルはありません", "No Markdown file has changed", language))
    elif not result.files:
        print_hint(
            words(
                "調べたファイルはありません。すべて設定の exclude に当てはまります",
                "No file was checked: exclude covers them all",
                language,
            )
        )
    fixed = [file.fixes for file in result.files if isinstance(file, FileResult) and file.fixes and not file.diff]
    if fixed:
        print_hint(
            words(
                f"{len(fixed)}ファイルで{sum(fixed)}か所を直しました",
                f"{sum(fixed)} places repaired in {len(fixed)} files",
                language,
            )
        )
    accepted = result.totals.accepted
    if accepted and format_name not in _WITH_SUMMARY:
        print_hint(
            words(
                f"ベースラインに記録した{accepted}件は示していません",
                f"Findings recorded in the baseline and not shown: {accepted}",
                language,
            )
        )
    for file in result.files:
        if isinstance(file, FileResult) and file.left:
            print_notice(f"{file.path}: {file.left}")
    if cache and cache.problem:
        print_hint(cache.problem.to(language))


def _output(format_name: str, stream: TextIO) -> TextIO:
    """A standard stream for one report: UTF-8 for programs, the terminal's encoding for people."""
    encoding = (stream.encoding or "utf-8") if format_name in _FOR_PEOPLE else "utf-8"
    stream.flush()
    return io.TextIOWrapper(os.fdopen(os.dup(stream.fileno()), "wb"), encoding, errors="replace", newline="\n")
