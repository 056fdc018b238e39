"""What `jlint check` does, step by step."""

from __future__ import annotations

from jlint.cli import check_steps
from jlint.cli.check_options import CheckOptions
from jlint.cli.exit_codes import FAILED
from jlint.cli.outcome import exit_code, gather
from jlint.cli.prepare import prepare
from jlint.cli.reporting import report
from jlint.cli.words import be_quiet, print_notice


def check(options: CheckOptions) -> int:
    """Checks, fixes, reports or whatever the options ask for, and returns the exit code."""
    if options.quiet:
        be_quiet()
    if options.watch:
        from jlint.cli.watch import refuse_what_ends, watch

        refuse_what_ends(options)
        return watch(options)
    config = check_steps.configure(options)
    found = check_steps.find(options, config)
    if found is None:
        return FAILED
    if options.show_files:
        from jlint.cli.show_files import show_files

        return show_files(found, config)
    prepared = prepare(found, options, config)
    if prepared.cache and options.reports_in_parts and options.stdin_name not in found.files:
        from jlint.cli.telling import check_by_telling

        return check_by_telling(found, prepared, options, config)
    results = check_steps.lint(found, prepared, options, config)
    told: list[str] = []
    if options.add_suppressions is not None:
        from jlint.cli.suppressing import silence_findings

        results, told = silence_findings(results, found, prepared, options, config)
    left = prepared.baseline.without_accepted(results) if prepared.baseline else results
    result = gather(left, config.language, as_they_are=options.all_findings)
    report(result, prepared, options, config.language)
    for line in told:
        print_notice(line)
    return exit_code(result, config, options.least, on_fix=options.exit_non_zero_on_fix)
