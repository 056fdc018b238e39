"""The steps of a run of `jlint check`, in order: configure, find files, lint, filter by baseline, report."""

from __future__ import annotations

import os
from collections.abc import Iterable

import click

from jlint.cli.check_options import CheckOptions
from jlint.cli.configuration import config_of, load_or_report
from jlint.cli.outcome import (
    report_no_files,
)
from jlint.cli.prepare import Prepared
from jlint.cli.run_support import progress_for, report_links_outside, report_no_rules, report_other_markup
from jlint.cli.words import words
from jlint.config import Config
from jlint.engine.files import Found, find_files
from jlint.engine.result import FileResult
from jlint.engine.run import failures_of, run
from jlint.paths import STDIN


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
    found = files_of(options)
    named = {"--add-suppressions": options.suppressed or ()}
    if not load_or_report(config, [options.stdin_name if path == STDIN else path for path in found.files], named):
        return None
    report_links_outside(found, config.language)
    report_other_markup(found.files, config)
    _refuse_to_overwrite(options.report_files, [*found.files, *config.files, *filter(None, [options.baseline_file])])
    if not found.files and not found.unreadable and not options.excluded:
        report_no_files(config.language)
        return None
    report_no_rules(found.files, config)
    return found


def files_of(options: CheckOptions) -> Found:
    """The files below the paths that the options name, but for those that they exclude."""
    found = find_files(options.paths or (".",))
    if not options.excluded:
        return found
    return found._replace(files=tuple(path for path in found.files if not options.excludes(path)))


def lint(found: Found, prepared: Prepared, options: CheckOptions, config: Config) -> list[FileResult]:
    """The results of all files."""
    # git locks its index, in which what was fixed is staged
    jobs = 1 if options.profile or (options.fix and options.staged) else options.jobs
    watch = None if options.quiet else progress_for(len(found.files), config.language)
    done = run(found.files, prepared.linter, jobs=jobs, cache=prepared.cache, watch=watch)
    return [*failures_of(found.unreadable, config), *done]


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
