"""The folders of the workspace, each with its settings, configurations and baseline."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from jlint.api.errors import Mistake
from jlint.file_state import Stamp
from jlint.finding import Language
from jlint.lsp.baselines import Baselines
from jlint.lsp.configurations import Configurations, nearest_folder
from jlint.lsp.settings import Settings

_MOST_BESIDE = 50
"""So many folders of files outside the workspace are remembered."""


class Folder:
    """One folder under the client's settings."""

    def __init__(self, path: str, settings: Settings, fallback: Language) -> None:
        self.path = path
        self.settings = settings
        self.configurations = Configurations(path, settings, fallback)
        self.baselines = Baselines(path, settings.baseline)


class Folders:
    """The folders of the workspace, and for files outside it those that they lie in.

    `fallback` is the language where neither the client's settings nor a configuration name one.
    """

    def __init__(self, settings: Settings, fallback: Language) -> None:
        self.fallback: Language = fallback
        self._settings = settings
        self._own: dict[str, Settings] = {}
        self._folders: dict[str, Folder] = {}
        self._workspace: set[str] = set()

    @property
    def workspace(self) -> list[str]:
        """The absolute paths of the folders of the workspace."""
        return sorted(self._workspace)

    @property
    def settings(self) -> Settings:
        """The settings of files outside the workspace."""
        return self._settings

    def change(self, added: Iterable[str], removed: Iterable[str]) -> None:
        """Takes up folders of the workspace and drops others."""
        for path in removed:
            self._workspace.discard(path)
            self._own.pop(path, None)
        self._workspace.update(map(os.path.abspath, added))
        self._folders.clear()

    def set(self, settings: Settings, folder: str | None = None) -> None:
        """Sets the settings of a folder of the workspace, or those of all that have none of their own."""
        if folder is None:
            self._settings = settings
            self._own.clear()
        else:
            self._own[folder] = settings
        self._folders.clear()

    def of(self, path: str) -> Folder:
        """The folder that a file belongs to."""
        return self.at(nearest_folder(path, self._workspace))

    def at(self, path: str) -> Folder:
        """The folder at a path."""
        if path not in self._folders:
            if len(self._folders) >= _MOST_BESIDE + len(self._workspace):
                self._folders.clear()
            self._folders[path] = Folder(path, self._own.get(path, self._settings), self.fallback)
        return self._folders[path]

    def refresh(self) -> None:
        """Has what was wrong read again."""
        for folder in [*self._folders.values()]:
            folder.configurations.refresh()

    @property
    def mistakes(self) -> frozenset[Mistake]:
        """The mistakes in the configurations of all folders."""
        return frozenset().union(*(each.configurations.mistakes for each in [*self._folders.values()]))

    def stamps(self) -> Iterator[tuple[str, Stamp | None]]:
        """The files that settings come from, there or not, by absolute path, as they were when they were looked at.

        Some may come several times.
        """
        for folder in [*self._folders.values()]:
            yield from folder.configurations.stamps.items()
            yield folder.baselines.path, folder.baselines.stamp
