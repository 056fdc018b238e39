"""The folder of jlint's caches."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path

VARIABLE = "JLINT_CACHE_DIR"
_CHECKSUM = 8


def cache_folder() -> Path | None:
    """The folder that JLINT_CACHE_DIR names, else jlint's folder in the user's cache directory. It need not exist.

    None for a user without a home directory.
    """
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    try:
        folder = user_cache_path("jlint", appauthor=False)
    except RuntimeError:
        return None
    return folder if folder.is_absolute() else None  # older versions leave an unresolvable ~ in the path


def with_checksum(content: bytes) -> bytes:
    """The content as it is cached: a checksum of 8 bytes before it, by which damage is noticed."""
    return _checksum(content) + content


def without_checksum(cached: bytes) -> bytes:
    """The content. Raises ValueError if it isn't what was cached."""
    checksum, content = cached[:_CHECKSUM], cached[_CHECKSUM:]
    if _checksum(content) != checksum:
        raise ValueError("checksum")
    return content


def _checksum(content: bytes) -> bytes:
    return blake2b(content, digest_size=_CHECKSUM).digest()
