"""Mistakes in a configuration: what is wrong, where, and what was probably meant."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple

from jlint.finding import Language, Text


class Mistake(NamedTuple):
    """One mistake. Line and column count from 1; line 0 stands for the file, or the option, as a whole."""

    path: str
    line: int
    column: int
    message: Text

    def to(self, language: Language) -> str:
        """`rules.yaml:3:5: …` in `language`."""
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return f"{place}: {self.message.to(language).rstrip(' 。')}"


class ConfigError(Exception):
    """The configuration can't be used; `mistakes` are all its mistakes, `language` is the one to report them in."""

    def __init__(self, mistakes: Iterable[Mistake], language: Language) -> None:
        self.mistakes = tuple(dict.fromkeys(mistakes))
        self.language = language
        super().__init__("\n".join(mistake.to("en") for mistake in self.mistakes))

    def lines(self) -> list[str]:
        """Each mistake as a line of text, sorted by place."""
        return [mistake.to(self.language) for mistake in sorted(self.mistakes)]


def as_typed(path: str) -> str:
    """The path relative to the current folder or absolute, whichever is shorter, with `/`."""
    try:
        relative = os.path.relpath(path)
    except ValueError:
        return path.replace(os.sep, "/")
    return min(relative, os.path.abspath(path), key=len).replace(os.sep, "/")
