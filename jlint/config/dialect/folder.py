"""A folder of a repository, looked at with care: nothing in it is trusted.

What is listed and read is bounded, in size and number; only regular files within the repository are opened; what can't
be listed or read is taken not to exist.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice

from jlint.file_state import note_place
from jlint.paths import lies_in
from jlint.regular_file import ReadError, read_start

MOST_NAMES = 2000
"""A folder with more entries is not listed as a whole: a folder of posts may have very many."""
MOST_READ = 10
"""So many files of one kind are read at most to find an engine."""
SIZE = 65_536
"""Bytes that are read of a file: its first ones."""


class Folder:
    """A folder, the names in it that were asked for among them, and the repository's root that it lies in.

    `path` and `root` are absolute; `root` is a real path.
    """

    def __init__(self, path: str, root: str, asked: frozenset[str]) -> None:
        self.path = path
        self._root = root
        names = frozenset(_listed(path, MOST_NAMES + 1))
        if len(names) > MOST_NAMES:
            names = frozenset(name for name in asked if os.path.lexists(os.path.join(path, name)))
        self.names = names & asked

    def first(self, *names: str) -> str | None:
        """The first of the names that exists here."""
        return next((name for name in names if name in self.names), None)

    def exists(self, *parts: str) -> bool:
        """Whether there is something at the path below the folder."""
        note_place(os.path.join(self.path, *parts))
        return os.path.exists(os.path.join(self.path, *parts))

    def is_folder(self, name: str) -> bool:
        """Whether there is a folder of the name."""
        return os.path.isdir(os.path.join(self.path, name))

    def start_of(self, *parts: str, size: int = SIZE) -> str:
        """The text at the start of a file below the folder, `size` bytes of it; empty where it can't be read."""
        path = os.path.join(self.path, *parts)
        if not lies_in(path, self._root):
            return ""
        try:
            return read_start(path, size).decode("utf-8", "ignore")
        except ReadError:
            return ""

    def texts_in(self, name: str, suffix: str, size: int = SIZE) -> Iterator[str]:
        """The starts of some of the files in a sub-folder, in the order of their names."""
        for file in _few(each for each in self._inside(name) if each.endswith(suffix)):
            yield self.start_of(name, file, size=size)

    def texts_below(self, name: str, file: str, size: int = SIZE) -> Iterator[str]:
        """The starts of the files of one name in some of the folders of a sub-folder."""
        for each in _few(self._inside(name)):
            yield self.start_of(name, each, file, size=size)

    def _inside(self, name: str) -> Iterator[str]:
        path = os.path.join(self.path, name)
        return _listed(path, MOST_NAMES) if lies_in(path, self._root) else iter(())


def _few(names: Iterable[str]) -> list[str]:
    return sorted(name for name in names if not name.startswith("."))[:MOST_READ]


def _listed(path: str, most: int) -> Iterator[str]:
    note_place(path)
    try:
        with os.scandir(path) as entries:
            yield from (entry.name for entry in islice(entries, most))
    except (OSError, ValueError):
        return
