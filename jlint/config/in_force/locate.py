"""Finds the configuration file for a folder: the nearest one above, up to the root of the git repository.

Without one the nearest file of words counts.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from jlint.compiled import compiled
from jlint.config.layers.layer import Chain, Layer
from jlint.config.reading.file_names import WORDS
from jlint.finding import Language, Text
from jlint.paths import boundary_of, lies_in
from jlint.yaml_file.mistake import Mistake

if TYPE_CHECKING:
    from jlint.config.layers.chain import Loader

OWN_NAME, SHARED_NAME = ".jlint.yaml", "rules.yaml"
"""The file names to look for; the first wins. Other tools have a `rules.yaml` too."""
PYPROJECT = "pyproject.toml"
"""Looked at last: a configuration if it has a table `tool.jlint`."""
_MOST_FOLDERS = 20_000
"""How many are remembered: a process that runs for months may see ever new ones."""


class Locator:
    """Finds and reads configurations, each once. No YAML is read before one is found."""

    def __init__(self, file: str | None = None, *, isolated: bool = False) -> None:
        self._file = file
        self._isolated = isolated
        self._found: dict[str, str | None] = {}
        self._words: dict[str, str | None] = {}
        self._words_read: dict[str, Layer] = {}
        self._loader: Loader | None = None
        self._mistakes: list[Mistake] = []
        self.notices: dict[Text, None] = {}

    @property
    def mistakes(self) -> list[Mistake]:
        """The mistakes in what has been read."""
        return [*(self._loader.mistakes if self._loader else ()), *self._mistakes]

    @property
    def files(self) -> tuple[str, ...]:
        """The absolute paths of the files that have been read."""
        return (*(self._loader.files if self._loader else ()), *self._words_read)

    @property
    def language(self) -> Language | None:
        """The language that a file sets, also one with mistakes in it."""
        return self._loader.language if self._loader else None

    def source_for(self, folder: str) -> str | None:
        """The configuration file for the files in an absolute folder, None where there is none."""
        if self._isolated:
            return None
        if self._file is not None:
            return self._file
        if folder not in self._found:
            if len(self._found) >= _MOST_FOLDERS:
                self._found.clear()
            self._found[folder] = self._here(folder) or self._higher(folder, self.source_for)
        return self._found[folder]

    def words_for(self, folder: str) -> str | None:
        """The nearest file of words above the files in an absolute folder. It counts where `source_for` is None."""
        if self._isolated or self._file is not None:
            return None
        if folder not in self._words:
            if len(self._words) >= _MOST_FOLDERS:
                self._words.clear()
            here = os.path.join(folder, WORDS)
            self._words[folder] = here if _may_be_file(here) else self._higher(folder, self.words_for)
        return self._words[folder]

    def load(self, source: str | None) -> Chain:
        """The file, a configuration or one of words alone, with all that it extends."""
        if source is None:
            return Chain()
        if source == self._file:
            return self._load().load(source, source)
        if os.path.basename(source) == WORDS:
            if source not in self._words_read:
                from jlint.config.reading.words import words_alone

                self._words_read[source], mistakes = words_alone(source)
                self._mistakes += mistakes
            return Chain((self._words_read[source],))
        return self._load().load(source, boundary=boundary_of(os.path.dirname(source)))

    def _load(self) -> Loader:
        if self._loader is None:
            from jlint.config.layers.chain import Loader

            self._loader = Loader()
        return self._loader

    @staticmethod
    def _higher(folder: str, search: Callable[[str], str | None]) -> str | None:
        """What the search finds above the folder, if that is still in the repository."""
        parent = os.path.dirname(folder)
        if parent == folder or os.path.lexists(os.path.join(folder, ".git")):
            return None
        return search(parent)

    def _here(self, folder: str) -> str | None:
        own = os.path.join(folder, OWN_NAME)
        if _may_be_file(own):
            return own
        shared = os.path.join(folder, SHARED_NAME)
        foreign: Text | None = None
        if _may_be_file(shared):
            foreign = self._load().why_foreign(shared, boundary_of(folder))
            if foreign is None:
                return shared
            self.notices[foreign] = None
        pyproject = os.path.join(folder, PYPROJECT)
        return pyproject if has_table(pyproject) else None


def _may_be_file(path: str) -> bool:
    return os.path.lexists(path) and not os.path.isdir(path)


def has_table(path: str) -> bool:
    """Whether there is a pyproject.toml at the path, in its repository, with a table `tool.jlint`."""
    if not _may_be_file(path) or not lies_in(path, boundary_of(os.path.dirname(path))):
        return False
    from jlint.regular_file import ReadError, read_regular

    try:
        data = read_regular(path)
    except ReadError:
        return False
    if b"jlint" not in data:
        return False
    import tomllib

    text = data.decode("utf-8", "replace")
    try:
        tool = tomllib.loads(text).get("tool")
    except (ValueError, RecursionError):  # what is wrong is told where the table is read
        return compiled(r"(?m)^[ \t]*\[\[?[ \t]*tool[ \t]*\.[ \t]*jlint\b").search(text) is not None
    return isinstance(tool, dict) and "jlint" in tool
