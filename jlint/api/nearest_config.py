"""The configuration that the command line finds for a file, remembered while nothing on the disk changes it."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from jlint.api.config import InForce, loaded
from jlint.file_state import Reads, Stamp, noting_reads, stamp_of
from jlint.lock import ProcessLock

if TYPE_CHECKING:
    from jlint.finding import Language

_MOST_KNOWN = 32
"""How many configurations are remembered: each holds all its rules."""

_Key = tuple[tuple[str, Stamp | None], ...]


class _Known(NamedTuple):
    in_force: InForce
    reads: Reads


_known: OrderedDict[_Key, _Known] = OrderedDict()
_lock = ProcessLock()


def nearest_config(path: str, language: Language | None) -> InForce:
    """The configuration for a file. Raises ConfigError with all mistakes.

    Files that lie under the same configuration share one. It is read anew when it, or a file that it names, changes.
    """
    key = tuple(_what_decides(os.path.dirname(os.path.abspath(path))))
    with _lock:
        known = _known.get(key)
        if known is None or not known.reads.are_current():
            _known.pop(key, None)
            known = _known[key] = _read(path, language)
            if len(_known) > _MOST_KNOWN:
                _known.popitem(last=False)
        _known.move_to_end(key)
    return known.in_force


def _what_decides(folder: str) -> Iterator[tuple[str, Stamp | None]]:
    """What looks like a configuration above a folder, as far up as the search goes: folders with the same share one."""
    from jlint.config.in_force.locate import OWN_NAME, SHARED_NAME

    while True:
        for name in (OWN_NAME, SHARED_NAME):
            path = os.path.join(folder, name)
            if os.path.lexists(path) and not os.path.isdir(path):
                yield path, stamp_of(path)
                if name == OWN_NAME:
                    return
        parent = os.path.dirname(folder)
        if parent == folder or os.path.lexists(os.path.join(folder, ".git")):
            return
        folder = parent


def _read(path: str, language: Language | None) -> _Known:
    from jlint.config import Config as EngineConfig
    from jlint.config.reading.words import FILE as WORDS

    with noting_reads() as reads:
        in_force = loaded(EngineConfig(), [path], language)
    for file in in_force.files:
        reads.expect_none(os.path.join(os.path.dirname(file), WORDS))
    return _Known(in_force, reads)
