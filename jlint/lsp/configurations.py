"""What is in force for the files of a folder. The last configuration without a mistake stays in force."""

from __future__ import annotations

import os
from collections.abc import Iterable
from time import monotonic

from msgspec import Struct

from jlint.api.config import InForce
from jlint.api.errors import ConfigError, Mistake
from jlint.api.nearest_config import NearestConfigs, files_that_decide, places_that_decide
from jlint.config import Config, FileSettings
from jlint.file_state import Stamp, stamp_of
from jlint.finding import Language
from jlint.lsp.settings import Settings

_PATIENCE = 1.0
"""Seconds for which a configuration with mistakes is not read again, unless something is known to have changed."""

_MOST_PLACES = 200


class Held(Struct, frozen=True):
    """What holds for a file. `settings` is None where it isn't linted: excluded, or never rightly configured."""

    settings: FileSettings | None
    language: Language


class Configurations:
    """The configurations of one folder under the client's settings. To be used by one thread."""

    def __init__(self, folder: str, settings: Settings, fallback: Language = "ja") -> None:
        self.folder = folder
        self._fallback: Language = fallback
        self.settings = settings
        self.file = os.path.join(folder, settings.config) if settings.config else None
        self._nearest = NearestConfigs(self._made)
        self._good: dict[tuple[str, ...], InForce] = {}
        self._mistakes: dict[tuple[str, ...], tuple[Mistake, ...]] = {}
        self._places: dict[str, Stamp | None] = {}
        self._read_again: dict[tuple[str, ...], float] = {}

    def of(self, path: str) -> Held:
        """What holds for a file, by what is on the disk now."""
        key = (self.file,) if self.file else files_that_decide(path)
        if len(self._places) < _MOST_PLACES:
            places = [self.file] if self.file else places_that_decide(path)
            self._places.update({place: stamp_of(place) for place in places if place not in self._places})
        language = self.settings.lang
        in_force = self._good.get(key)
        if monotonic() >= self._read_again.get(key, 0.0):
            try:
                in_force = self._nearest.of(path, language)
                self._mistakes.pop(key, None)
            except ConfigError as error:
                self._mistakes[key] = error.mistakes
                self._read_again[key] = monotonic() + _PATIENCE
        if in_force is None:
            return Held(None, language or self._fallback)
        self._good[key] = in_force
        return Held(in_force.settings(path, language), language or in_force.language)

    def refresh(self) -> None:
        """Has configurations with mistakes read again at the next opportunity."""
        self._read_again.clear()

    @property
    def mistakes(self) -> frozenset[Mistake]:
        """All mistakes in the configurations that were asked for last."""
        return frozenset(mistake for mistakes in [*self._mistakes.values()] for mistake in mistakes)

    @property
    def stamps(self) -> dict[str, Stamp | None]:
        """What to watch, by absolute path: what configurations were made from, and where one would count once there.

        Each is as it was when, or before, it was looked at: what appears while a file is linted is a change.
        """
        wrong = {os.path.abspath(mistake.path) for mistake in self.mistakes if mistake.line}
        return {path: stamp_of(path) for path in wrong} | self._places.copy() | self._nearest.stamps

    def engine(self) -> Config:
        """A configuration of the engine for a run over many files, not yet loaded."""
        return self._made()

    def _made(self) -> Config:
        return Config(
            language=self.settings.lang,
            fallback=self._fallback,
            file=self.file,
            select=self.settings.select,
            ignore=self.settings.ignore,
        )


def nearest_folder(path: str, folders: Iterable[str]) -> str:
    """The innermost of the folders around a file; without one the folder that it lies in."""
    around = (folder for folder in folders if path.startswith(folder.rstrip(os.sep) + os.sep))
    return max(around, key=len, default=os.path.dirname(path))
