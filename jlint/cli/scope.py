"""What limits the findings of a run: the changes that they have to touch, and the baseline that accepts some."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jlint.finding import Language

if TYPE_CHECKING:
    from jlint.engine.baseline import Baseline
    from jlint.engine.changes import Changes


def changes_of(*, since: str | None, staged: bool, language: Language) -> Changes | None:
    """The changes that the options limit the run to, None for no limit. Raises ClickException where git fails."""
    if since is None and not staged:
        return None
    from jlint.engine.changes import changes_since, staged_changes
    from jlint.engine.git import GitError

    try:
        return staged_changes(".") if since is None else changes_since(since, ".")
    except GitError as error:
        raise click.ClickException(error.message.to(language)) from error


def read_baseline(file: str, language: Language) -> Baseline:
    """The baseline in the file. Raises ClickException for one that can't be read."""
    from jlint.engine.baseline import Baseline, BaselineError

    try:
        return Baseline.read(file)
    except BaselineError as error:
        raise click.ClickException(error.message.to(language)) from error
