"""Tells the contents of files apart without reading them again: by size, times and inode, as git does."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from hashlib import sha256
from time import time_ns

from msgspec import Struct

from jlint.engine.reading import read_bytes
from jlint.file_state import Stamp


class Seen(Struct, frozen=True, array_like=True):
    """A file as it was when it was looked at: its stamp, the moment in nanoseconds, the SHA-256 of its bytes."""

    stamp: Stamp
    at: int
    digest: bytes


class KnownFiles:
    """The files that earlier runs have seen, by absolute path; `new` are those that this run has had to read.

    A file that was changed shortly before it was looked at may have been changed again since without another stamp: it
    is read again. So is every file where the system's stamps don't tell enough, as on Windows.
    """

    def __init__(self, known: Mapping[str, Seen]) -> None:
        self._known = known
        self.new: dict[str, Seen] = {}

    def digest(self, path: str, max_size: int) -> bytes | None:
        """The SHA-256 of the file's bytes; None where it can't be read, is no regular file or is too large."""
        now = time_ns()
        try:
            status = os.stat(path)
        except (OSError, ValueError):
            return None
        if not stat.S_ISREG(status.st_mode) or status.st_size > max_size:
            return None
        stamp = Stamp.of(status)
        absolute = os.path.abspath(path)
        seen = self._known.get(absolute)
        if seen and seen.stamp == stamp and stamp.tells_content and stamp.was_at_rest(seen.at):
            return seen.digest
        # the stamp is older than the content: if the file changes in between, the next run finds another stamp
        data = read_bytes(path, max_size)
        if not isinstance(data, bytes):
            return None
        digest = sha256(data).digest()
        self.new[absolute] = Seen(stamp, now, digest)
        return digest
