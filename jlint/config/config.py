"""The settings in force for each file."""

from __future__ import annotations

from typing import NamedTuple

from jlint.engine.lint import ActiveRule
from jlint.finding import Language
from jlint.rules.base import CATEGORIES
from jlint.rules.table import RULES

DEFAULT_MAX_FILE_SIZE = 5_000_000


class FileSettings(NamedTuple):
    """How one file is linted. `max_file_size` is in bytes; `known` are the names that its comments may silence."""

    active: tuple[ActiveRule, ...]
    known: frozenset[str]
    language: Language
    dialect: str
    max_file_size: int


class Config:
    """Answers which rules run on a file."""

    def __init__(
        self, *, language: Language = "ja", select: frozenset[str] = frozenset(), ignore: frozenset[str] = frozenset()
    ) -> None:
        self.language = language
        self._select = select
        self._ignore = ignore

    def for_file(self, path: str) -> FileSettings | None:
        """The settings for the file, None where the configuration excludes it."""
        active = tuple(
            ActiveRule(rule(), severity)
            for rule in RULES
            if (severity := rule.severity) is not None
            and (not self._select or {rule.id, rule.category} & self._select)
            and not {rule.id, rule.category} & self._ignore
        )
        known = frozenset([*(rule.id for rule in RULES), *CATEGORIES])
        return FileSettings(active, known, self.language, "kramdown", DEFAULT_MAX_FILE_SIZE)
