"""`jlint baseline create|show|prune`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from jlint.cli import completion
from jlint.cli.configuration import config_of, configured, load_or_report
from jlint.cli.exit_codes import FAILED, OK
from jlint.cli.help import Group
from jlint.cli.run_support import cache_for, number_told, progress_for, report_links_outside, report_other_markup
from jlint.cli.scope import read_baseline
from jlint.cli.words import print_notice, print_stdout, words
from jlint.config import Config
from jlint.engine.baseline import DEFAULT_NAME, Baseline, BaselineError
from jlint.engine.files import find_files
from jlint.engine.one_file import FileLinter
from jlint.engine.result import FileResult
from jlint.engine.run import failures_of, run
from jlint.finding import Language, Text
from jlint.printable import printable_line

_Command = Callable[..., Any]


@click.group(
    "baseline",
    cls=Group,
    help=words(
        "今ある指摘を記録し、新しい指摘だけを出せるようにします。使うときは check --baseline FILE です。",
        "Record today's findings, so that only new ones speak. Use it by check --baseline FILE.",
    ),
)
def command() -> None:
    """The group; it does nothing by itself."""


def _file_option(function: _Command) -> _Command:
    return click.option(
        "--file",
        "file",
        metavar="FILE",
        shell_complete=completion.files,
        default=DEFAULT_NAME,
        help=words(
            f"記録するファイル（既定は {DEFAULT_NAME}）。", f"The file that holds the record (default: {DEFAULT_NAME})."
        ),
    )(function)


def _over_files(function: _Command) -> _Command:
    return click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=completion.files)(
        _file_option(configured(function))
    )


@command.command(
    "create",
    help=words(
        "今ある指摘をすべて記録します。前の記録は書き換えます。",
        "Record all of today's findings. An earlier record is overwritten.",
    ),
)
@_over_files
def create(paths: tuple[str, ...], file: str, config_file: str | None, isolated: bool, lang: Language | None) -> int:
    """Runs the command and returns its exit code."""
    config = config_of(config_file, isolated, lang)
    results = _results(paths, config)
    if results is None:
        return FAILED
    baseline = Baseline.of(results, ".")
    return _written(baseline, file, config.language, number_told(results, config.language))


@command.command(
    "show",
    help=words("記録した指摘を、ルールごとに数えて示します。", "Count the recorded findings by rule."),
)
@_file_option
@configured
def show(file: str, config_file: str | None, isolated: bool, lang: Language | None) -> int:
    """Runs the command and returns its exit code."""
    config = config_of(config_file, isolated, lang)
    if not load_or_report(config):
        return FAILED
    rows = [(printable_line(rule), count) for rule, count in read_baseline(file, config.language).rules.most_common()]
    width = max((len(rule) for rule, _ in rows), default=0)
    print_stdout(*(f"{rule:<{width}}  {count}" for rule, count in rows))
    return OK


@command.command(
    "prune",
    help=words(
        "もう出なくなった指摘を記録から消します。新しい指摘は加えません。",
        "Drop what is no longer found from the record. Nothing new is added.",
    ),
)
@_over_files
def prune(paths: tuple[str, ...], file: str, config_file: str | None, isolated: bool, lang: Language | None) -> int:
    """Runs the command and returns its exit code."""
    config = config_of(config_file, isolated, lang)
    baseline = read_baseline(file, config.language)
    results = _results(paths, config)
    if results is None:
        return FAILED
    return _written(baseline.pruned(results), file, config.language)


def _results(paths: tuple[str, ...], config: Config) -> list[FileResult] | None:
    """The results of all files; None, after a notice, where the configuration is wrong or a file can't be linted.

    With a record of half the findings, the other half would be reported as new.
    """
    found = find_files(paths or (".",))
    if not load_or_report(config, found.files):
        return None
    report_links_outside(found, config.language)
    report_other_markup(found.files, config)
    cache = cache_for(len(found.files))
    watch = progress_for(len(found.files), config.language)
    results = [*failures_of(found.unreadable, config), *run(found.files, FileLinter(config), cache=cache, watch=watch)]
    failures = [failure for result in results for failure in result.failures]
    for failure in failures:
        print_notice(f"{failure.path}: {failure.message}")
    return None if failures else results


def _written(baseline: Baseline, file: str, language: Language, told: int | None = None) -> int:
    """Writes the record and says so. `told` is how many findings `check` tells of it, which it gathers."""
    try:
        baseline.write(file)
    except BaselineError as error:
        raise click.ClickException(error.message.to(language)) from error
    count = baseline.rules.total()
    recorded = f"{count} finding is recorded" if count == 1 else f"{count} findings are recorded"
    gathered_as = Text("", "")
    if told is not None and told != count:
        gathered_as = Text(f"（check はまとめて{told}件で示します）", f" (check tells them as {told})")
    print_notice(
        words(
            f"{count}件の指摘を {file} に記録しました{gathered_as.ja}",
            f"{recorded} in {file}{gathered_as.en}",
            language,
        )
    )
    return OK
