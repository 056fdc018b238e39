"""What limits the findings of a run: the changes that they have to touch, and the baseline that accepts some."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from jlint.cli.words import print_notice, words
from jlint.finding import Language

if TYPE_CHECKING:
    from jlint.engine.baseline import Baseline
    from jlint.engine.changes import Changes

_COMMITS_OF_PRE_COMMIT = ("PRE_COMMIT_FROM_REF", "PRE_COMMIT_TO_REF")


def changes_of(*, since: str | None, staged: bool, files: Iterable[str], language: Language) -> Changes | None:
    """The changes that the options limit a run over these files to, None for no limit.

    pre-commit runs hooks where nothing is staged too, as `run --all-files` and between two commits does in CI: there
    `--staged` stands for the commits that it names, or for no limit. Raises ClickException where git fails.
    """
    if since is None and not staged:
        return None
    from jlint.engine.changes import changes_between, changes_since, staged_changes
    from jlint.engine.git import GitError

    try:
        if since is not None:
            return changes_since(since, ".")
        between = _commits_of_pre_commit()
        if between:
            return changes_between(*between, ".")
        changes = staged_changes(".")
    except GitError as error:
        raise click.ClickException(error.message.to(language)) from error
    if is_in_pre_commit() and not any(changes.of(path) for path in files):
        print_notice(
            words(
                "git add した変更がないので、渡されたファイルをすべて調べます",
                "Nothing is staged, so all of the files are checked",
                language,
            )
        )
        return None
    return changes


def is_in_pre_commit() -> bool:
    """Whether pre-commit has started this process."""
    return "PRE_COMMIT" in os.environ


def _commits_of_pre_commit() -> tuple[str, str] | None:
    """The two commits between which pre-commit was asked to look, by `--from-ref` and `--to-ref` or before a push."""
    commits = tuple(os.environ.get(name, "") for name in _COMMITS_OF_PRE_COMMIT)
    return (commits[0], commits[1]) if is_in_pre_commit() and all(commits) else None


def read_baseline(file: str, language: Language) -> Baseline:
    """The baseline in the file. Raises ClickException for one that can't be read."""
    from jlint.engine.baseline import Baseline, BaselineError

    try:
        return Baseline.read(file)
    except BaselineError as error:
        raise click.ClickException(error.message.to(language)) from error
