"""The versions that findings depend on. Nothing is loaded to tell them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version

import jlint
from jlint.spelling.native import is_native

_HEADER = 64
"""So many bytes at the start of model.bin say what it holds."""


def version_lines() -> Iterator[str]:
    """jlint's version, then those of the dictionary and of the statistics behind the typo rules."""
    yield f"jlint {jlint.__version__} ({'native' if is_native() else 'pure'})"
    yield f"unidic-lite {_version('unidic-lite')}, fugashi {_version('fugashi')}, typo model {_model()}"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "?"


def _model() -> str:
    """What tells one model from another: the number of its form, and a digest of its header, size and weights."""
    folder = os.path.join(os.path.dirname(os.path.abspath(jlint.__file__)), "spelling", "data")
    digest = blake2b(digest_size=4)
    try:
        with open(os.path.join(folder, "model.bin"), "rb") as file:
            header = file.read(_HEADER)
            digest.update(header + str(os.fstat(file.fileno()).st_size).encode())
        for name in ("weights.json", "suspicion.json"):
            with open(os.path.join(folder, name), "rb") as file:
                digest.update(file.read())
    except OSError:
        return "?"
    form = header.partition(b"\n")[0].rpartition(b" ")[2].decode("ascii", "replace")
    return f"{form}-{digest.hexdigest()}"
