"""The options and the loading of the configuration, shared by the commands that use one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import click

from jlint.cli import completion
from jlint.cli.languages import LANGUAGES, of_locale, requested
from jlint.cli.plugin_option import allowing_plugins, turn_on_plugins
from jlint.cli.words import print_hint, print_stderr, words
from jlint.finding import Language

if TYPE_CHECKING:
    from jlint.config import Config

_NO_NAMES: Mapping[str, Iterable[str]] = MappingProxyType({})


def configured(function: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options of a command that uses the configuration: --config, --isolated, --allow-plugins and --lang."""
    for option in (
        in_language,
        allowing_plugins,
        click.option(
            "--isolated",
            is_flag=True,
            help=words(
                "設定ファイルを読まず、リポジトリの様子も見ずに、既定の設定を使う。",
                "Read no configuration file, look at nothing in the repository; use the built-in defaults.",
            ),
        ),
        click.option(
            "--config",
            "config_file",
            metavar="FILE",
            shell_complete=completion.files,
            help=words("設定ファイルを指定する。", "Use this configuration file."),
        ),
    ):
        function = option(function)
    return function


def in_language(function: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the option that chooses the language."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        help=words(
            "言語。省くと JLINT_LANG、設定の language、ロケールの順に決める。",
            "The language. Without it JLINT_LANG decides, then `language` of the configuration, then the locale.",
        ),
    )(function)


def config_of(
    config_file: str | None,
    isolated: bool,
    lang: Language | None,
    *,
    select: frozenset[str] = frozenset(),
    ignore: frozenset[str] = frozenset(),
) -> Config:
    """The configuration that the options select, not yet loaded.

    Raises UsageError for --config with --isolated, ClickException for a plugin that is allowed and can't be used.
    """
    from jlint.config import Config

    if config_file is not None and isolated:
        raise click.UsageError(
            words("--config と --isolated は一緒に使えません。", "--config and --isolated exclude each other.", lang)
        )
    language = lang or requested()
    turn_on_plugins(language)
    return Config(
        language=language,
        fallback=of_locale(),
        file=config_file,
        isolated=isolated,
        select=select,
        ignore=ignore,
    )


def load_or_report(config: Config, paths: Iterable[str] = (), names: Mapping[str, Iterable[str]] = _NO_NAMES) -> bool:
    """Loads the configuration of each path, or without paths that of the current folder.

    `names` are those of rules and categories in options, by option: there must be such rules. Mistakes go to standard
    error, one a line. Returns whether the configuration can be used.
    """
    from jlint.config import ConfigError

    try:
        config.load(paths)
        mistakes = [each for option in names for each in config.unknown_names(option, names[option])]
        if mistakes:
            raise ConfigError(mistakes, config.language)
    except ConfigError as error:
        print_stderr(*error.lines())
        return False
    for notice in config.notices:
        print_hint(notice.to(config.language).rstrip(" 。"))
    return True


def language_without_mistakes(config_file: str | None, isolated: bool, lang: Language | None) -> Language:
    """The language in which to explain a built-in rule. Ignores mistakes in the configuration."""
    from jlint.config import ConfigError

    config = config_of(config_file, isolated, lang)
    if lang or requested():
        return config.language
    try:
        config.load(())
    except ConfigError as error:
        return error.language
    return config.language
