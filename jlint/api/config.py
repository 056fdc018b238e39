"""Configurations as objects."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import blake2b
from typing import TYPE_CHECKING

from jlint import __version__
from jlint.api.arguments import file_path, language_named, names
from jlint.api.errors import ConfigError
from jlint.file_state import Reads, noting_reads
from jlint.lock import ProcessLock
from jlint.rules.table import plugins, plugins_allowed

if TYPE_CHECKING:
    from jlint.config import Config as EngineConfig
    from jlint.config import FileSettings
    from jlint.finding import Language

_lock = ProcessLock()
"""Held while a configuration is read or asked: it makes the rules of a file when they are needed first."""
_MOST_WATCHED = 300
"""Files and folders; with more a repository is looked at again."""


class Config:
    """Which rules run, and how. `Config()` are the built-in settings, `Config.load(path)` those of a file.

    It stays as it is when the file changes, and can be pickled. It holds for every text that it is given with, wherever
    that lies; its `exclude` and `overrides` go by the text's path, relative to the configuration's folder.
    """

    path: str | None
    """The absolute path of the file, None for the built-in settings."""
    fingerprint: str
    """32 hexadecimal digits that are the same for the same version of jlint, the same plugins and contents of files."""

    def __init__(self, *, select: Iterable[str] = (), ignore: Iterable[str] = (), lang: Language | None = None) -> None:
        """The built-in settings.

        With `select` only those rules and categories run, a rule that is named by itself even if it is off; those in
        `ignore` don't run. `lang` is the language of the error's message. Raises ConfigError for a name that no rule or
        category has.
        """
        self._read(None, names(select, "select"), names(ignore, "ignore"), language_named(lang))

    @classmethod
    def load(
        cls,
        path: str | os.PathLike[str],
        *,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        lang: Language | None = None,
    ) -> Config:
        """The settings of a configuration file and of those that it extends; the arguments are those of `Config()`.

        Raises ConfigError with all mistakes, also for a file that can't be read; without `lang` in the language that
        the configuration sets.
        """
        config = cls.__new__(cls)
        config._read(file_path(path), names(select, "select"), names(ignore, "ignore"), language_named(lang))
        return config

    def __repr__(self) -> str:
        return f"<jlint.Config {self.path or 'built in'}>"

    @property
    def in_force(self) -> InForce:
        """The configuration as jlint itself uses it."""
        return self._in_force

    def _read(
        self, path: str | None, select: frozenset[str], ignore: frozenset[str], language: Language | None
    ) -> None:
        from jlint.config import Config as EngineConfig

        self.path = path and os.path.abspath(path)
        engine = EngineConfig(file=path, isolated=path is None, select=select, ignore=ignore)
        with noting_reads() as reads:
            self._in_force = loaded(engine, (), language)
        said = [__version__, sorted(select), sorted(ignore), *sorted(reads.digests.values()), *_of_plugins()]
        self.fingerprint = blake2b(repr(said).encode(), digest_size=16).hexdigest()


def _of_plugins() -> list[str]:
    if not plugins_allowed():
        return []
    from jlint.plugins.fingerprint import fingerprint_of

    return [fingerprint_of(plugins())]


def a_config(config: object) -> Config | None:
    """The configuration. Raises TypeError for anything but a Config or None."""
    if config is None or isinstance(config, Config):
        return config
    raise TypeError(f"config is a jlint.Config or None, not {type(config).__name__}; Config.load(path) reads one")


class InForce:
    """A configuration of the engine, for several threads. Can be pickled."""

    def __init__(self, engine: EngineConfig) -> None:
        self._engine = engine
        self._shown = Reads()

    @property
    def files(self) -> tuple[str, ...]:
        """The absolute paths of the configuration files."""
        return self._engine.files

    @property
    def language(self) -> Language:
        """The language that the configuration sets."""
        return self._engine.language

    def settings(self, path: str, language: Language | None) -> FileSettings | None:
        """The settings for a text with this path, None where the configuration excludes it.

        What repositories show of their dialects is looked at again when something there has changed.
        """
        with _lock:
            if len(self._shown) > _MOST_WATCHED or not self._shown.are_current():
                self._engine.look_again()
                self._shown = Reads()
            with noting_reads(self._shown):
                settings = self._engine.for_file(path)
        return settings._replace(language=language) if settings and language else settings


def loaded(engine: EngineConfig, paths: Iterable[str], language: Language | None) -> InForce:
    """The configuration, with that of each of the paths read. Raises the ConfigError of this package."""
    from jlint.config import ConfigError as EngineConfigError

    try:
        with _lock:
            engine.load(paths)
    except EngineConfigError as error:
        raise ConfigError.of(error, language) from None
    return InForce(engine)
