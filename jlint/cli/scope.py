"""What a run of `check` does beside linting: repairing, looking at changes only, remembering."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from jlint.cli.words import print_notice, words
from jlint.finding import Language
from jlint.report import FORMATS

if TYPE_CHECKING:
    from jlint.cli.progress import Progress
    from jlint.engine.cache import Cache
    from jlint.engine.changes import Changes
    from jlint.engine.files import Found
    from jlint.engine.fix_file import FixMode
    from jlint.engine.result import FileResult

_CACHED_FROM = 10
"""With fewer files, opening the cache costs more than it saves."""
_COUNTED_FROM = 2
_NAMED = 3
"""So many of the links that are passed over are named, the others counted."""


def names_of(option: str, value: str | None) -> frozenset[str]:
    """The names in a comma-separated option, none where it isn't given. Raises UsageError where it names nothing."""
    names = frozenset(name.strip() for name in (value or "").split(",") if name.strip())
    if value is not None and not names:
        raise click.UsageError(
            words(
                f"{option} にルールか分類の名前を書いてください。", f"{option} needs the names of rules or categories."
            )
        )
    return names


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


def refuse_to_overwrite(outputs: Iterable[tuple[str, str]], kept: Iterable[str]) -> None:
    """Raises UsageError where a report would take the place of a file that the run reads, or of another report."""
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


def shown_format(format_name: str, *, statistics: bool, diff: bool) -> str:
    """What is written to standard output. Raises UsageError where the options contradict each other."""
    if statistics and (diff or format_name not in ("text", "concise")):
        raise click.UsageError(
            words(
                "--statistics は --diff やほかの --format と一緒に使えません。",
                "--statistics goes neither with --diff nor with another --format.",
            )
        )
    return "statistics" if statistics else "diff" if diff else format_name


def fix_mode_of(*, fix: bool, unsafe: bool, diff: bool, stdin: bool) -> FixMode | None:
    """What the options ask to do with fixes, None for nothing. Raises UsageError where they contradict each other."""
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
    from jlint.engine.fix_file import FixMode

    return FixMode(unsafe=unsafe, write=fix)


def changes_of(*, since: str | None, staged: bool, fix_mode: FixMode | None, language: Language) -> Changes | None:
    """The changes that the options narrow the run to, None for no such wish.

    Raises UsageError where they contradict each other, and ClickException where git can't answer.
    """
    if since is None and not staged:
        return None
    if since is not None and staged:
        raise click.UsageError(
            words("--since と --staged は一緒に使えません。", "--since and --staged exclude each other.")
        )
    if fix_mode:
        raise click.UsageError(
            words(
                "--since と --staged は --fix や --diff と一緒に使えません。",
                "--since and --staged don't go with --fix or --diff.",
            )
        )
    from jlint.engine.changes import changes_since, staged_changes
    from jlint.engine.git import GitError

    try:
        return staged_changes(".") if since is None else changes_since(since, ".")
    except GitError as error:
        raise click.ClickException(error.message.to(language)) from error


def without_accepted(results: list[FileResult], file: str | None, language: Language) -> list[FileResult]:
    """The results without the findings that the baseline in `file` accepts. Raises ClickException for a bad one."""
    if file is None:
        return results
    from jlint.engine.baseline import Baseline, BaselineError

    try:
        return Baseline.read(file).without_accepted(results)
    except BaselineError as error:
        raise click.ClickException(error.message.to(language)) from error


def report_links_outside(found: Found, language: Language) -> None:
    """Says which links were passed over because they lead out of the folder that was named."""
    if not found.outside:
        return
    names = ", ".join(found.outside[:_NAMED])
    more = len(found.outside) - _NAMED
    rest = words(f" ほか {more} 個", f" and {more} more", language) if more > 0 else ""
    print_notice(
        words(
            f"フォルダーの外を指すリンクなので調べません: {names}{rest}",
            f"Not checked, being links that lead out of the folder: {names}{rest}",
            language,
        )
    )


def cache_for(files: int) -> Cache | None:
    """The results of earlier runs, once there are enough files for it to pay."""
    if files < _CACHED_FROM:
        return None
    from jlint.engine.cache import Cache

    return Cache()


def progress_for(files: int, language: Language) -> Progress | None:
    """What shows how far the run is, where somebody looks on and there is more than one file to count."""
    if files < _COUNTED_FROM or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return None
    from jlint.cli.progress import Progress

    return Progress(language)
