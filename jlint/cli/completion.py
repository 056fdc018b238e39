"""What a shell completes: rules, categories, files. click does the rest, asked by the variable _JLINT_COMPLETE."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from jlint.cli.words import language_of_environment
from jlint.finding import Language

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def files(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """Files and folders, which the shell looks for itself."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def rule(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """The id of a rule."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(name, help=help) for name, help in _rules() if name.startswith(incomplete)]


def names(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """The last name of a list of rules and categories with commas between them; none that the list has already."""
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
    """Ids and what they find: the built-in rules, then the patterns of the current folder's configuration."""
    from jlint.rules.contract.documentation import summary_of
    from jlint.rules.table import RULES

    language = language_of_environment() or "ja"
    yield from ((each.id, summary_of(each).to(language)) for each in RULES)
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
