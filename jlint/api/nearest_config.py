"""The configuration that the command line finds for a file, remembered while nothing on the disk changes it."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from jlint.api.config import InForce, loaded
from jlint.file_state import Reads, Stamp, noting_reads, stamp_of
from jlint.lock import ProcessLock

if TYPE_CHECKING:
    from jlint.config import Config as EngineConfig
    from jlint.finding import Language

_MOST_KNOWN = 32
"""How many configurations are remembered: each holds all its rules."""

_Key = tuple[tuple[str, Stamp | None], ...]


class _Known(Struct, frozen=True):
    in_force: InForce
    reads: Reads


class NearestConfigs:
    """The nearest configurations of any files, remembered. `make` makes the engine's configuration, not yet loaded.

    Made once for a process, or for as long as it runs: it holds a lock that the process keeps.
    """

    def __init__(self, make: Callable[[], EngineConfig]) -> None:
        self._make = make
        self._known: OrderedDict[_Key, _Known] = OrderedDict()
        self._lock = ProcessLock()

    def of(self, path: str, language: Language | None) -> InForce:
        """The configuration for a file. Raises ConfigError with all mistakes.

        Files that lie under the same configuration share one. It is read anew when it, or a file that it names,
        changes.
        """
        key = tuple(_what_decides(os.path.dirname(os.path.abspath(path))))
        with self._lock:
            known = self._known.get(key)
            if known is None or not known.reads.are_current():
                self._known.pop(key, None)
                known = self._known[key] = _read(self._make(), path, language)
                if len(self._known) > _MOST_KNOWN:
                    self._known.popitem(last=False)
            self._known.move_to_end(key)
        return known.in_force

    def forget(self) -> None:
        """Has all configurations read anew."""
        with self._lock:
            self._known.clear()

    @property
    def stamps(self) -> dict[str, Stamp | None]:
        """All files that the configurations remembered were made from, by absolute path, as they were then.

        None stands for one that wasn't there.
        """
        with self._lock:
            reads = [known.reads for known in self._known.values()]
        return {path: seen and seen.stamp for each in reads for path, seen in each.seen.items()}


def nearest_config(path: str, language: Language | None) -> InForce:
    """The configuration for a file, as the command line finds it. Raises ConfigError with all mistakes."""
    return _nearest.of(path, language)


def forget_nearest_configs() -> None:
    """Has all configurations that `nearest_config` remembers read anew: there are other rules now."""
    _nearest.forget()


def files_that_decide(path: str) -> tuple[str, ...]:
    """The paths of what looks like a configuration above a file, the nearest first."""
    return tuple(file for file, _ in _what_decides(os.path.dirname(os.path.abspath(path))))


def places_that_decide(path: str) -> Iterator[str]:
    """The paths at which a configuration would hold for a file, there or not, the nearest first."""
    return _places(os.path.dirname(os.path.abspath(path)))


def _what_decides(folder: str) -> Iterator[tuple[str, Stamp | None]]:
    """What looks like a configuration above a folder, as far up as the search goes: folders with the same share one.

    Last comes the nearest file of words, which counts where none of the others turns out to be jlint's.
    """
    from jlint.config.in_force.locate import OWN_NAME
    from jlint.config.reading.file_names import WORDS

    words: str | None = None
    for path in _places(folder):
        if not os.path.lexists(path) or os.path.isdir(path):
            continue
        if os.path.basename(path) == WORDS:
            words = words or path
            continue
        yield path, stamp_of(path)
        if os.path.basename(path) == OWN_NAME:
            return
    if words:
        yield words, stamp_of(words)


def _places(folder: str) -> Iterator[str]:
    """Where a configuration above a folder is looked for."""
    from jlint.config.in_force.locate import OWN_NAME, PYPROJECT, SHARED_NAME
    from jlint.config.reading.file_names import WORDS

    while True:
        yield from (os.path.join(folder, name) for name in (OWN_NAME, SHARED_NAME, PYPROJECT, WORDS))
        parent = os.path.dirname(folder)
        if parent == folder or os.path.lexists(os.path.join(folder, ".git")):
            return
        folder = parent


def _built_in() -> EngineConfig:
    from jlint.config import Config as EngineConfig

    return EngineConfig()


_nearest = NearestConfigs(_built_in)


def _read(engine: EngineConfig, path: str, language: Language | None) -> _Known:
    from jlint.config.reading.file_names import WORDS

    with noting_reads() as reads:
        in_force = loaded(engine, [path], language)
    for file in in_force.files:
        reads.expect_none(os.path.join(os.path.dirname(file), WORDS))
    return _Known(in_force, reads)
