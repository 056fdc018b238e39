"""The terms of a dictionary, from the cache where its content hasn't changed."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

import msgspec

import jlint
from jlint.cache_folder import cache_folder, with_checksum, without_checksum
from jlint.compiled import compiled
from jlint.prh.terms import Terms, digest_of

if TYPE_CHECKING:  # a dictionary that is known is read without YAML
    from jlint.yaml_file.source import Source

_FORM = 4
"""To be raised with every change of what is stored."""
_OURS = r"dictionary-[0-9a-f]{24}(?:\.\d+)?"
_DAY = 86_400
_UNUSED = 30 * _DAY
"""Seconds after which a compiled form that nobody has read is removed: most are of earlier contents or versions."""


def load(path: str) -> Terms:
    """All terms of the dictionary, an absolute path. Mistakes in it were reported when the configuration was read."""
    from jlint.yaml_file.source import Source

    return read(Source(path))


def read(source: Source) -> Terms:
    """All terms of the dictionary; mistakes in it go to `source.mistakes`."""
    cache_file = _cache_file(source.path)
    known = _stored(cache_file) if cache_file else None
    if known is not None and not any(source.why_outside(each.path) for each in known.imports):
        return known
    from jlint.prh.read import Dictionary

    dictionary = Dictionary(source)
    terms = Terms(dictionary.terms, tuple(dictionary.imports))
    if cache_file and not source.mistakes:
        _store(cache_file, terms)
    return terms


def _cache_file(path: str) -> Path | None:
    """The file for the compiled form; None where there is no cache folder or the dictionary itself can't be read."""
    folder, digest = cache_folder(), digest_of(path)
    if folder is None or not digest:
        return None
    key = f"{_FORM} {jlint.__version__} {sys.version_info[:2]} {os.path.abspath(path)}".encode() + digest
    return folder / f"dictionary-{blake2b(key, digest_size=12).hexdigest()}"


def _stored(place: Path) -> Terms | None:
    try:
        terms = _decoded(place)
        _note_use(place)
        is_current = all(digest_of(each.path) == each.digest for each in terms.imports)
    except (OSError, ValueError, msgspec.MsgspecError):
        return None
    return terms if is_current else None


@lru_cache(maxsize=16)
def _decoded(place: Path) -> Terms:
    """The stored terms, which are needed when the configuration is read and again when it is used."""
    return msgspec.msgpack.decode(without_checksum(place.read_bytes()), type=Terms)


def _store(place: Path, terms: Terms) -> None:
    """Writes the compiled form; jlint works without it where it can't be written."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_name(f"{place.name}.{os.getpid()}")
        beside.write_bytes(with_checksum(msgspec.msgpack.encode(terms)))
        beside.replace(place)
        _decoded.cache_clear()
        _remove_unused(place.parent)
    except OSError:
        return


def _note_use(place: Path) -> None:
    """Sets the file's time, once a day, so that it isn't taken for one that nobody reads."""
    with suppress(OSError):  # it may belong to another user
        if time() - place.stat().st_mtime > _DAY:
            os.utime(place)


def _remove_unused(folder: Path) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                if compiled(_OURS).fullmatch(entry.name) and time() - entry.stat().st_mtime > _UNUSED:
                    os.unlink(entry)
