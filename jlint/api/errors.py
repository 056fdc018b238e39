"""What the functions raise besides what Python itself does. All can be pickled."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from jlint.finding import Language
from jlint.yaml_file.mistake import ConfigError as EngineConfigError


class Mistake(msgspec.Struct, frozen=True, kw_only=True):
    """Something wrong in a configuration. Line and column count from 1; both are None for a file as a whole."""

    path: str
    line: int | None
    column: int | None
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return f"{place}: {self.message}"


class ConfigError(ValueError):
    """A configuration can't be used. `mistakes` are all its mistakes; the error as text is one line for each."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__(self.mistakes)

    def __str__(self) -> str:
        return "\n".join(map(str, self.mistakes))

    @classmethod
    def of(cls, error: EngineConfigError, language: Language | None) -> ConfigError:
        """The error of the engine, in this language, else in that of the configuration."""
        language = language or error.language
        return cls(
            Mistake(
                path=each.path.removeprefix("--"),  # what is an option there is an argument here
                line=each.line or None,
                column=each.column or None,
                message=each.message.to(language).rstrip(" 。"),
            )
            for each in sorted(error.mistakes)
        )


class PluginError(Exception):
    """Plugins can't be used: `problems` says of each rule that is wrong why, with the name of its distribution."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(self.problems)


class FixError(Exception):
    """A text can't be fixed: `message` says why. `rules` are those whose fixes don't come to an end, if it is that."""

    def __init__(self, message: str, rules: Iterable[str] = ()) -> None:
        self.message = message
        self.rules = tuple(rules)
        super().__init__(self.message, self.rules)

    def __str__(self) -> str:
        return self.message
