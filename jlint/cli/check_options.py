"""The options of `jlint check` as one object."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from jlint.cli.option_values import (
    earlier_told,
    fix_mode_of,
    names_of,
    refuse_column_unit_where_it_is_given,
    refuse_contradicting_changes,
    refuse_exit_zero_with_fail_on,
    refuse_stdin_filename_without_stdin,
    refuse_useless_suppressions,
    refuse_wrong_globs,
    report_file,
    runs_before,
    shown_format,
)
from jlint.finding import Language
from jlint.paths import STDIN
from jlint.report import IN_PARTS

if TYPE_CHECKING:
    from jlint.cli.terminal import Choice
    from jlint.engine.fix_file import FixMode
    from jlint.report.compare import Told
    from jlint.report.earlier import EarlierRun
    from jlint.span import ColumnUnit


class CheckOptions(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The values of the options, under the names that Click gives them, and what is derived from them.

    Raises UsageError where a value can't be used or options contradict each other.
    """

    paths: tuple[str, ...]
    format_name: str
    outputs: tuple[str, ...]
    column_unit: ColumnUnit
    statistics: bool
    all_findings: bool
    compare: str | None
    trend: tuple[str, ...]
    profile: bool
    color: Choice
    quiet: bool
    show_files: bool
    stdin_filename: str | None
    excluded: tuple[str, ...]
    select: str | None
    ignore: str | None
    fail_on: str | None
    exit_zero: bool
    fix: bool
    unsafe_fixes: bool
    diff: bool
    exit_non_zero_on_fix: bool
    add_suppressions: str | None
    reason: str | None
    since: str | None
    staged: bool
    baseline_file: str | None
    jobs: int | None
    watch: bool
    no_cache: bool
    config_file: str | None
    isolated: bool
    lang: Language | None

    def __post_init__(self) -> None:
        refuse_stdin_filename_without_stdin(self.stdin_filename, self.paths)
        self._refuse_useless_suppressions()
        # what is derived from wrong values raises UsageError: now rather than in the middle of the run
        _ = (
            self.report_files,
            self.report_format,
            self.fix_mode,
            self.selected,
            self.ignored,
            self.earlier,
            self.earlier_runs,
        )
        refuse_column_unit_where_it_is_given(self.column_unit, self.report_format, self.report_files)
        refuse_wrong_globs(self.excluded)
        refuse_exit_zero_with_fail_on(self.fail_on, exit_zero=self.exit_zero)
        refuse_contradicting_changes(since=self.since, staged=self.staged)

    @property
    def stdin_name(self) -> str:
        """The name of standard input in reports, and for the configuration."""
        return self.stdin_filename or STDIN

    @cached_property
    def report_files(self) -> tuple[tuple[str, str], ...]:
        """Format and path of each report that is written to a file."""
        return tuple(report_file(output) for output in self.outputs)

    @cached_property
    def report_format(self) -> str:
        """The format of the report on standard output, one of `FORMATS`, `diff`, `statistics` or `compare`."""
        return shown_format(
            self.format_name, statistics=self.statistics, diff=self.diff, compare=self.compare is not None
        )

    @property
    def formats(self) -> frozenset[str]:
        """The formats of all reports, `report_format` among them."""
        return frozenset((self.report_format, *(name for name, _ in self.report_files)))

    @cached_property
    def earlier(self) -> list[Told]:
        """The findings to compare with, none without `--compare`."""
        return earlier_told(self.compare, self.lang)

    @cached_property
    def earlier_runs(self) -> tuple[EarlierRun, ...]:
        """The runs before this one that HTML shows, none without `--trend`."""
        return runs_before(self.trend, self.formats, self.lang)

    @cached_property
    def fix_mode(self) -> FixMode | None:
        """What to do with fixes, None for nothing."""
        shows_fixes = self.diff and self.add_suppressions is None
        return fix_mode_of(
            fix=self.fix, unsafe=self.unsafe_fixes, diff=shows_fixes, exit_on_fix=self.exit_non_zero_on_fix
        )

    @property
    def fixes_stdin(self) -> bool:
        """Whether standard output is for the fixed text of standard input."""
        return self.fix and STDIN in self.paths

    @cached_property
    def suppressed(self) -> frozenset[str] | None:
        """The rules and categories to silence, none for all; None where nothing is to be silenced."""
        if self.add_suppressions is None:
            return None
        return names_of("--add-suppressions", self.add_suppressions) if self.add_suppressions else frozenset()

    def _refuse_useless_suppressions(self) -> None:
        refuse_useless_suppressions(
            self.suppressed,
            self.reason,
            without_file=self.staged or STDIN in self.paths,
            fixes_shown=self.diff and (self.fix or self.unsafe_fixes),
        )

    @cached_property
    def selected(self) -> frozenset[str]:
        """The rules and categories to run; none for all."""
        return names_of("--select", self.select)

    @cached_property
    def ignored(self) -> frozenset[str]:
        """The rules and categories not to run."""
        return names_of("--ignore", self.ignore)

    @property
    def least(self) -> str | None:
        """The severity from which the run fails, or `never`; None where each file's settings decide."""
        return "never" if self.exit_zero else self.fail_on

    def excludes(self, path: str) -> bool:
        """Whether `--exclude` names the file."""
        from jlint.config.in_force.glob import Globs

        return path != STDIN and Globs(os.getcwd(), self.excluded).match(os.path.abspath(path))

    @property
    def reports_in_parts(self) -> bool:
        """Whether each report is made of a part for each file, and nothing but the rules decides on what is told."""
        more = (self.since, self.staged or None, self.baseline_file, self.add_suppressions)
        return self.formats <= IN_PARTS and all(each is None for each in more) and self.column_unit == "character"

    @property
    def measures_files(self) -> bool:
        """Whether a report tells how long each file took."""
        return "junit" in self.formats

    @property
    def uses_cache(self) -> bool:
        """Whether results of earlier runs may be used: fixing and measuring need rules that really run."""
        return not (self.no_cache or self.fix_mode or self.profile)
