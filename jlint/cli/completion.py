"""Shell completion of rules, categories and files. Click does the rest where the variable _JLINT_COMPLETE is set."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from jlint.cli.languages import for_people
from jlint.cli.plugin_option import turn_on_plugins
from jlint.finding import Language

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def files(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Files and folders, which the shell itself lists."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def rule(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Ids of rules."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(name, help=help) for name, help in _rules() if name.startswith(incomplete)]


def names(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Completions of the last name in a comma-separated list of rules and categories, without names already in it."""
    from click.shell_completion import CompletionItem

    before, comma, last = incomplete.rpartition(",")
    taken = {name.strip() for name in before.split(",")}
    known = [*_categories(), *_rules()]
    return [
        CompletionItem(f"{before}{comma}{name}", help=help)
        for name, help in known
        if name.startswith(last) and name not in taken
    ]


def _categories() -> Iterator[tuple[str, str | None]]:
    from jlint.rules.contract.base import CATEGORIES

    return ((name, None) for name in CATEGORIES)


def _rules() -> Iterator[tuple[str, str]]:
    """Ids and summaries: the built-in rules, then the patterns of the current folder's configuration."""
    from jlint.rules.contract.documentation import summary_of
    from jlint.rules.table import all_rules

    language = for_people()
    with suppress(click.ClickException):
        turn_on_plugins(language)
    yield from ((each.id, summary_of(each).to(language)) for each in all_rules())
    yield from _patterns(language)


def _patterns(language: Language) -> Iterator[tuple[str, str]]:
    from jlint.config import Config, ConfigError
    from jlint.paths import STDIN
    from jlint.printable import printable

    config = Config(language=language)
    try:
        config.load(())
    except ConfigError:
        return
    for entry in config.settings_for(STDIN).patterns:
        yield entry.spec.id, printable(entry.spec.message.to(language))
