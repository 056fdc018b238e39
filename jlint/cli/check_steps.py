"""The steps of a run of `jlint check`, in order: configure, find files, lint, filter by baseline, report."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import click

from jlint.cli.check_options import CheckOptions
from jlint.cli.configuration import config_of, load_or_report
from jlint.cli.outcome import (
    report_no_files,
)
from jlint.cli.run_support import (
    cache_for,
    progress_for,
    report_links_outside,
    report_no_rules,
    report_other_markup,
)
from jlint.cli.scope import changes_of, read_baseline
from jlint.cli.words import words
from jlint.config import Config
from jlint.engine.files import Found, find_files
from jlint.engine.one_file import FileLinter
from jlint.engine.result import FileResult
from jlint.engine.run import failures_of, run
from jlint.engine.times import Times
from jlint.finding import Language
from jlint.paths import STDIN

if TYPE_CHECKING:
    from jlint.engine.cache import Cache


def configure(options: CheckOptions) -> Config:
    """The configuration that the options select, not yet loaded. Raises UsageError where they contradict each other."""
    return config_of(
        options.config_file, options.isolated, options.lang, select=options.selected, ignore=options.ignored
    )


def find(options: CheckOptions, config: Config) -> Found | None:
    """The files to lint, with their configurations loaded.

    None, and a message, where a configuration is wrong or there is no file. Raises UsageError where a report would
    overwrite a file of the run.
    """
    found = find_files(options.paths or (".",))
    if options.excluded:
        found = found._replace(files=tuple(path for path in found.files if not options.excludes(path)))
    if not load_or_report(config, [options.stdin_name if path == STDIN else path for path in found.files]):
        return None
    report_links_outside(found, config.language)
    report_other_markup(found.files, config)
    _refuse_to_overwrite(options.report_files, [*found.files, *config.files, *filter(None, [options.baseline_file])])
    if not found.files and not found.unreadable and not options.excluded:
        report_no_files(config.language)
        return None
    report_no_rules(found.files, config)
    return found


class Prepared(NamedTuple):
    """What lints the files, and what the report needs besides their results."""

    linter: FileLinter
    cache: Cache | None
    times: Times | None


def prepare(found: Found, options: CheckOptions, config: Config) -> Prepared:
    """What lints the files, or fixes them if the options say so. Raises ClickException where git fails."""
    times = Times() if options.profile else None
    linter = FileLinter(
        config,
        stdin_name=options.stdin_name,
        fix_mode=options.fix_mode,
        changes=changes_of(since=options.since, staged=options.staged, language=config.language),
        times=times,
        timed=options.measures_files,
    )
    return Prepared(linter, cache_for(len(found.files)) if options.uses_cache else None, times)


def lint(found: Found, prepared: Prepared, options: CheckOptions, config: Config) -> list[FileResult]:
    """The results of all files."""
    jobs = 1 if options.profile else options.jobs
    watch = None if options.quiet else progress_for(len(found.files), config.language)
    done = run(found.files, prepared.linter, jobs=jobs, cache=prepared.cache, watch=watch)
    return [*failures_of(found.unreadable, config), *done]


def without_accepted(results: list[FileResult], options: CheckOptions, language: Language) -> list[FileResult]:
    """The results without the findings that the baseline accepts. Raises ClickException for one that can't be read."""
    if options.baseline_file is None:
        return results
    return read_baseline(options.baseline_file, language).without_accepted(results)


def _refuse_to_overwrite(outputs: Iterable[tuple[str, str]], kept: Iterable[str]) -> None:
    """Raises UsageError where a report would overwrite a file that the run reads, or another report."""
    taken = {os.path.realpath(path) for path in kept}
    for _, path in outputs:
        real = os.path.realpath(path)
        if real in taken:
            raise click.UsageError(
                words(
                    f"--output の {path} は、この実行で読むか書くほかのファイルです。別の名前にしてください。",
                    f"--output would overwrite {path}, which this run reads or writes another report to. "
                    "Choose another name.",
                )
            )
        if os.path.isfile(real) or not os.path.exists(real):
            taken.add(real)
