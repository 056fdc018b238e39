"""`jlint check` where the reports are made of parts: those of files that haven't changed come from the cache."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jlint.cli.outcome import exit_code, report_beside_findings, report_written, write_report, write_report_file
from jlint.cli.run_support import on_terminal, progress_for
from jlint.engine.run import failures_of
from jlint.engine.told import ToldRun, told_of
from jlint.engine.told_run import run_told
from jlint.report import Style
from jlint.report.parts import form_of, write_told

if TYPE_CHECKING:
    from jlint.cli.check_options import CheckOptions
    from jlint.cli.prepare import Prepared
    from jlint.config import Config
    from jlint.engine.files import Found


def check_by_telling(found: Found, prepared: Prepared, options: CheckOptions, config: Config) -> int:
    """Lints what has changed, writes the reports, and returns the exit code. The cache is there.

    Raises ClickException for a report that can't be written.
    """
    language = config.language
    shown = options.report_format
    variant = "all" if options.all_findings else ""
    style = Style(language, docs_url=config.docs_url, quiet=options.quiet)
    forms = [form_of(shown, on_terminal(style, options.color), variant)]
    forms += [form_of(name, style, variant) for name, _ in options.report_files]
    assert prepared.cache
    done = run_told(
        found.files,
        prepared.linter,
        forms,
        prepared.cache,
        as_they_are=options.all_findings,
        jobs=options.jobs,
        watch=None if options.quiet else progress_for(len(found.files), language),
    )
    unreadable = list(failures_of(found.unreadable, config))
    told, *others = (
        ToldRun([*(told_of(each, form) for each in unreadable), *files])
        for form, files in zip(forms, done, strict=True)
    )
    report_beside_findings(told, prepared.linter, prepared.cache, shown)
    for (name, path), run in zip(options.report_files, others, strict=True):
        write_report_file(path, partial(write_told, name, run), style._replace(quiet=False))
    write_report(shown, partial(write_told, shown, told), on_terminal(style, options.color))
    report_written(options.report_files, language)
    return exit_code(told, config, options.least)
