"""What tells one state of the plugins from another, for the key of cached results."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256

from jlint.distributions import installed_as, trusted_path
from jlint.plugins.offered import Offered

_READ = 1_000_000
"""Of larger files, data of a plugin, size and time count: reading them in each run would take too long."""


def fingerprint_of(entries: Iterable[Offered]) -> str:
    """A digest of the names and versions of all distributions, for plugins may use any, and of each plugin's files."""
    found = set(_distributions())
    for each in entries:
        found.add(f"{each.plugin} {each.id} {each.value}")
        files = dict.fromkeys([*_files_of_module(each), *_files_of_distribution(each)])
        found.update(f"{each.plugin} {path} {state}" for path in files if (state := _state(path)))
    return sha256("\n".join(sorted(found)).encode("utf-8", "surrogateescape")).hexdigest()


def _distributions() -> Iterator[str]:
    for folder in trusted_path():
        with suppress(OSError):
            yield from (name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))


def _files_of_module(each: Offered) -> Iterator[str]:
    """The files of the outermost package that the rule's module lies in, or of the module alone."""
    parts = each.value.partition(":")[0].split(".")
    for end in range(1, len(parts) + 1):
        module = sys.modules.get(".".join(parts[:end]))
        path = getattr(module, "__file__", None)
        if not path:  # a namespace, which several distributions may share
            continue
        if not hasattr(module, "__path__"):
            yield path
            return
        for folder, folders, names in os.walk(os.path.dirname(path)):
            folders[:] = [name for name in folders if name != "__pycache__"]
            yield from (os.path.join(folder, name) for name in names)
        return


def _files_of_distribution(each: Offered) -> Iterator[str]:
    """The files that its installer has recorded."""
    distribution = installed_as(each.distribution)
    for path in (distribution.files if distribution else None) or ():
        if distribution and "__pycache__" not in path.parts:
            yield os.path.abspath(str(distribution.locate_file(path)))


def _state(path: str) -> str:
    with suppress(OSError):
        status = os.stat(path)
        if status.st_size > _READ:
            return f"{status.st_size} {status.st_mtime_ns}"
        with open(path, "rb") as file:
            return sha256(file.read()).hexdigest()
    return ""
