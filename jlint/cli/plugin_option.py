"""--allow-plugins, and JLINT_PLUGINS in the environment, for the commands that use rules."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

import click

from jlint.cli.words import print_notice, words
from jlint.finding import Language

VARIABLE = "JLINT_PLUGINS"
_ASKED = "jlint.allow_plugins"
"""Where the context of a call keeps that the option was given."""


def allowing_plugins(function: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the option. It isn't passed on: `turn_on_plugins` knows it."""
    return click.option(
        "--allow-plugins",
        is_flag=True,
        expose_value=False,
        callback=_note,
        help=words(
            f"入れてあるプラグインのルールも使う（そのコードを動かす）。環境変数 {VARIABLE}=1 でも同じ。",
            f"Use the rules of installed plugins too, which runs their code. So does {VARIABLE}=1 in the environment.",
        ),
    )(function)


def _note(context: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if asked:
        context.meta[_ASKED] = True


def are_plugins_asked_for() -> bool:
    """Whether the option of this call, or the environment, allows plugins. Raises ClickException for other words."""
    context = click.get_current_context(silent=True)
    value = os.environ.get(VARIABLE, "")
    if value not in ("", "0", "1"):
        raise click.ClickException(
            words(f"環境変数 {VARIABLE} に書けるのは 1 か 0 です", f"{VARIABLE} in the environment has to be 1 or 0")
        )
    return value == "1" or (context is not None and _ASKED in context.meta)


def turn_on_plugins(language: Language | None) -> None:
    """Takes up the rules of plugins where they are asked for. Raises ClickException if one can't be used."""
    if not are_plugins_asked_for():
        return
    from jlint.distributions import trusted_path
    from jlint.plugins.error import PluginError
    from jlint.rules.table import allow_plugins

    # also for what plugins import later, and for the processes that this one starts
    sys.path[:] = trusted_path()
    try:
        allow_plugins()
    except PluginError as error:
        *others, last = [words(*problem, language) for problem in error.problems]
        for problem in others:
            print_notice(problem)
        raise click.ClickException(last) from error
