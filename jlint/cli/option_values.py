"""Values of the options of `jlint check`: parsed, and refused where they can't be used or contradict each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

import click

from jlint.cli.words import words
from jlint.paths import STDIN
from jlint.report import FORMATS, WITH_COLUMN_UNIT

if TYPE_CHECKING:
    from jlint.engine.fix_file import FixMode
    from jlint.finding import Language
    from jlint.report.compare import Told
    from jlint.report.earlier import EarlierRun
    from jlint.span import ColumnUnit


def names_of(option: str, value: str | None) -> frozenset[str]:
    """The names in a comma-separated option, none where it isn't set. Raises UsageError where it names nothing.

    Categories may be called as they are in Japanese.
    """
    names = frozenset(_id_of(name.strip()) for name in (value or "").split(",") if name.strip())
    if value is not None and not names:
        raise click.UsageError(
            words(
                f"{option} にルールか分類の名前を書いてください。", f"{option} needs the names of rules or categories."
            )
        )
    return names


def _id_of(name: str) -> str:
    if name.isascii():
        return name
    from jlint.rules.contract.category_names import category_named

    return category_named(name)


def report_file(output: str) -> tuple[str, str]:
    """Format and path of a `FORMAT=FILE`. Raises UsageError for anything else."""
    name, _, path = output.partition("=")
    if name not in FORMATS or not path:
        formats = ", ".join(FORMATS)
        raise click.UsageError(
            words(
                f"--output には「形=ファイル」を書きます（今は {output}）。形は次のどれかです: {formats}。",
                f"--output takes FORMAT=FILE, not {output}; FORMAT is one of: {formats}.",
            )
        )
    return name, path


def shown_format(format_name: str, *, statistics: bool, diff: bool, compare: bool) -> str:
    """What is written to standard output. Raises UsageError where the options contradict each other."""
    if compare and (statistics or diff or format_name not in ("text", "concise")):
        raise click.UsageError(
            words(
                "--compare は --statistics、--diff やほかの --format と一緒に使えません。",
                "--compare goes neither with --statistics or --diff nor with another --format.",
            )
        )
    if statistics and (diff or format_name not in ("text", "json")):
        raise click.UsageError(
            words(
                "--statistics は --diff や、text と json 以外の --format と一緒に使えません。",
                "--statistics goes neither with --diff nor with a --format other than text and json.",
            )
        )
    if statistics:
        return "statistics-json" if format_name == "json" else "statistics"
    return "compare" if compare else "diff" if diff else format_name


def earlier_told(compare: str | None, language: Language | None) -> list[Told]:
    """The findings of an earlier report. Raises ClickException for a file that is none."""
    if compare is None:
        return []
    from jlint.report.compare import earlier_report
    from jlint.user_error import UserError

    try:
        return earlier_report(compare)
    except UserError as error:
        raise click.ClickException(words(error.message.ja, error.message.en, language)) from error


def runs_before(trend: Collection[str], formats: Collection[str], language: Language | None) -> tuple[EarlierRun, ...]:
    """The runs of earlier reports. Raises UsageError without a report that shows them, ClickException for no report."""
    if not trend:
        return ()
    if "html" not in formats:
        raise click.UsageError(words("--trend は html と一緒に使います。", "--trend goes with html.", language))
    from jlint.report.earlier import earlier_runs
    from jlint.user_error import UserError

    try:
        return earlier_runs(trend)
    except UserError as error:
        raise click.ClickException(words(error.message.ja, error.message.en, language)) from error


def fix_mode_of(*, fix: bool, unsafe: bool, diff: bool, exit_on_fix: bool) -> FixMode | None:
    """What to do with fixes, None for nothing. Raises UsageError where the options contradict each other."""
    if fix and diff:
        raise click.UsageError(words("--fix と --diff は一緒に使えません。", "--fix and --diff exclude each other."))
    if unsafe and not fix and not diff:
        raise click.UsageError(
            words("--unsafe-fixes は --fix か --diff と一緒に使います。", "--unsafe-fixes goes with --fix or --diff.")
        )
    if exit_on_fix and not fix and not diff:
        raise click.UsageError(
            words(
                "--exit-non-zero-on-fix は --fix か --diff と一緒に使います。",
                "--exit-non-zero-on-fix goes with --fix or --diff.",
            )
        )
    if not fix and not diff:
        return None
    from jlint.engine.fix_file import FixMode

    return FixMode(unsafe=unsafe, write=fix)


def refuse_column_unit_where_it_is_given(
    unit: ColumnUnit, format_name: str, report_files: Iterable[tuple[str, str]]
) -> None:
    """Raises UsageError for a unit of columns where no report can follow it."""
    if unit == "character" or any(
        name in WITH_COLUMN_UNIT for name in (format_name, *(name for name, _ in report_files))
    ):
        return
    formats = ", ".join(WITH_COLUMN_UNIT)
    raise click.UsageError(
        words(
            f"--column-unit は、次の形のどれかと一緒に使います: {formats}。"
            "ほかの形の桁は、その形の決まりのとおりに数えます。",
            f"--column-unit goes with one of: {formats}. Other formats define themselves what their columns count.",
        )
    )


def refuse_stdin_filename_without_stdin(stdin_filename: str | None, paths: Collection[str]) -> None:
    """Raises UsageError for a name of standard input where standard input isn't read."""
    if stdin_filename is not None and STDIN not in paths:
        raise click.UsageError(
            words("--stdin-filename は標準入力（-）と一緒に使います。", "--stdin-filename goes with standard input, -.")
        )


def refuse_contradicting_changes(*, since: str | None, staged: bool) -> None:
    """Raises UsageError where the options that limit a run to changes contradict each other."""
    if since is not None and staged:
        raise click.UsageError(
            words("--since と --staged は一緒に使えません。", "--since and --staged exclude each other.")
        )


def refuse_useless_suppressions(
    names: Collection[str] | None, reason: str | None, *, without_file: bool, fixes_shown: bool
) -> None:
    """Raises UsageError for a reason that no comment can hold or that nothing needs, and where no file is written."""
    if names is None:
        if reason is not None:
            raise click.UsageError(
                words("--reason は --add-suppressions と一緒に使います。", "--reason goes with --add-suppressions.")
            )
        return
    if without_file:
        raise click.UsageError(
            words(
                "--add-suppressions は --staged や標準入力（-）とは使えません。",
                "--add-suppressions goes neither with --staged nor with standard input, -.",
            )
        )
    if fixes_shown:
        raise click.UsageError(
            words(
                "--add-suppressions と --diff を一緒に使うときは、--fix も --unsafe-fixes も付けません。",
                "--add-suppressions with --diff goes with neither --fix nor --unsafe-fixes.",
            )
        )
    if reason is not None and (not reason.isprintable() or any(end in reason for end in ("-->", "*/"))):
        raise click.UsageError(
            words(
                "--reason には、コメントの中に一行で書ける文を書いてください。",
                "--reason takes a sentence that fits a comment: one line, and not its end.",
            )
        )


def refuse_wrong_globs(globs: Collection[str]) -> None:
    """Raises UsageError for a glob of `--exclude` that can't match anything."""
    if not globs:
        return
    from jlint.config.in_force.glob import why_no_glob

    for glob in globs:
        why = why_no_glob(glob)
        if why:
            raise click.UsageError(
                words(f"--exclude の「{glob}」は使えません: {why.ja}。", f"--exclude can't be {glob!r}: {why.en}.")
            )


def refuse_exit_zero_with_fail_on(fail_on: str | None, *, exit_zero: bool) -> None:
    """Raises UsageError for two options that say when the run fails."""
    if exit_zero and fail_on is not None:
        raise click.UsageError(
            words("--exit-zero と --fail-on は一緒に使えません。", "--exit-zero and --fail-on exclude each other.")
        )
