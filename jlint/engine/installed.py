"""What tells one installation of jlint from another, and the same one before and after a change."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256

import jlint
from jlint.rules.table import plugins, plugins_allowed

_OURS = b"jlint/__init__.py,sha256="
_DECIDE = re.compile(
    r"(?:ahocorasick_rs|fugashi|msgspec|pathspec|pyromark|pyyaml|rapidfuzz|regex|tzdata|unidic_lite)-.*\.dist-info"
    r"|.*jlint.*\.dist-info"
)
"""The installed packages that findings depend on: of plugins that are off comments may name rules (`OURS`)."""


def fingerprint_of_jlint() -> str:
    """A text that changes whenever jlint, a package that it uses, a plugin that is allowed, or Python does.

    pip's record has the digests of all files that it installed. Without one, as in a checkout, size and time of each
    file count, so that developers of jlint don't get old results.
    """
    folder = os.path.dirname(os.path.abspath(jlint.__file__))
    files = (
        _recorded(folder) or sha256("\n".join(sorted(_stats(folder))).encode("utf-8", "surrogateescape")).hexdigest()
    )
    return "\n".join([jlint.__version__, sys.version, *sorted(_packages()), files, *_plugins()])


def _plugins() -> Iterator[str]:
    if plugins_allowed():
        from jlint.plugins.fingerprint import fingerprint_of

        yield f"plugins {fingerprint_of(plugins())}"


def _recorded(folder: str) -> str | None:
    """The digest of pip's record, None where there is none that covers the package."""
    place = os.path.join(os.path.dirname(folder), f"jlint-{jlint.__version__}.dist-info", "RECORD")
    try:
        with open(place, "rb") as file:
            record = file.read()
    except OSError:
        return None
    return sha256(record).hexdigest() if _OURS in record else None


def _stats(folder: str) -> Iterator[str]:
    """Path, size and time of every file below the folder but Python's bytecode."""
    left = [folder]
    while left:
        with suppress(OSError), os.scandir(left.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        left.append(entry.path)
                elif not entry.name.endswith(".pyc"):
                    status = entry.stat()
                    yield f"{entry.path[len(folder) :]} {status.st_size} {status.st_mtime_ns}"


def _packages() -> set[str]:
    """Names and versions of the packages that findings depend on, by the folders that pip makes for them."""
    found: set[str] = set()
    for folder in dict.fromkeys(sys.path):
        with suppress(OSError):
            found.update(name for name in os.listdir(folder or ".") if _DECIDE.fullmatch(name.lower()))
    return found
