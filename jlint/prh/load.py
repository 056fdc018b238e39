"""The terms of a dictionary, from the cache where its content hasn't changed."""

from __future__ import annotations

import os
import sys
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path

import msgspec

import jlint
from jlint.cache_folder import cache_folder
from jlint.prh.terms import Terms, digest_of
from jlint.yaml_file.source import Source

_FORM = 2
"""To be raised with every change of what is kept."""


@cache
def load(path: str) -> Terms:
    """All terms of the dictionary, an absolute path. Mistakes in it have been told when the configuration was read."""
    return read(Source(path))


def read(source: Source) -> Terms:
    """All terms of the dictionary; what is wrong with it goes to the source's mistakes."""
    kept_at = _place(source.path)
    known = _kept(kept_at) if kept_at else None
    if known is not None and not any(source.why_outside(each.path) for each in known.imports):
        return known
    from jlint.prh.read import Dictionary

    dictionary = Dictionary(source)
    terms = Terms(tuple(dictionary.terms.values()), tuple(dictionary.imports))
    if kept_at and not source.mistakes:
        _keep(kept_at, terms)
    return terms


def _place(path: str) -> Path | None:
    """Where the compiled form is kept; None where there is no place, or the dictionary itself can't be read."""
    folder, digest = cache_folder(), digest_of(path)
    if folder is None or not digest:
        return None
    key = f"{_FORM} {jlint.__version__} {sys.version_info[:2]} {os.path.abspath(path)}".encode() + digest
    return folder / f"dictionary-{blake2b(key, digest_size=12).hexdigest()}"


def _kept(place: Path) -> Terms | None:
    try:
        terms = _decoded(place)
        is_current = all(digest_of(each.path) == each.digest for each in terms.imports)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return terms if is_current else None


@lru_cache(maxsize=16)
def _decoded(place: Path) -> Terms:
    """What is kept there: asked for when the configuration is read, and again when it is used."""
    return msgspec.msgpack.decode(place.read_bytes(), type=Terms)


def _keep(place: Path, terms: Terms) -> None:
    """Whoever can't write there works without."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_name(f"{place.name}.{os.getpid()}")
        beside.write_bytes(msgspec.msgpack.encode(terms))
        beside.replace(place)
        _decoded.cache_clear()
    except OSError:
        return
