"""Installed distributions, looked up by their metadata: nothing of them is imported.

What lies in the working folder doesn't count as installed. A repository that is linted could otherwise pass itself off
as a plugin, or as a package that a configuration extends, wherever PYTHONPATH or `python -m` puts that folder first.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import Distribution

_SEPARATORS = re.compile(r"[-_.]+")
_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")


def trusted_path() -> list[str]:
    """The folders in which Python looks for modules, without the working folder and what is relative to it."""
    here = ""
    with suppress(OSError):  # the working folder may be gone
        here = os.path.realpath(os.getcwd())
    return [folder for folder in dict.fromkeys(sys.path) if os.path.isabs(folder) and os.path.realpath(folder) != here]


def normalized(name: str) -> str:
    """The name in the form in which names of the same distribution are equal: small letters, parted by hyphens."""
    return _SEPARATORS.sub("-", name).lower()


def may_be_name(name: str) -> bool:
    """Whether a distribution can have this name: no version, no extra."""
    return _NAME.fullmatch(name) is not None


def installed() -> Iterator[Distribution]:
    """Every installed distribution, once: the one that an import would find. Those without a name are left out."""
    known: set[str] = set()
    for distribution in Distribution.discover(path=trusted_path()):
        name = name_of(distribution)
        if name and normalized(name) not in known:
            known.add(normalized(name))
            yield distribution


def installed_as(name: str) -> Distribution | None:
    """The installed distribution of this name, however it is written; None where there is none."""
    return next((each for each in Distribution.discover(name=name, path=trusted_path()) if name_of(each)), None)


def name_of(distribution: Distribution) -> str:
    """Its name; empty where its metadata is damaged."""
    with suppress(Exception):  # half an installation, a file that isn't UTF-8 …
        name: str | None = distribution.metadata["Name"]
        return name or ""
    return ""
