"""Whether the files and folders that something was made from are still as they were when they were looked at."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import blake2b
from time import time_ns
from typing import NamedTuple

_HAS_TIME_OF_CHANGE = os.name == "posix"
_COARSEST = 2_000_000_000
"""Nanoseconds: no file system notes the time of a change more coarsely. A file may change again within that time and
keep its time, and its size too."""


class Stamp(NamedTuple):
    """What the system says of a file without its being read. Times are in nanoseconds.

    `changed` is when anything of the file last changed, its name and times included: who sets `modified` back can't set
    that back. On Windows, which has another time in its place, it is 0.
    """

    modified: int
    size: int
    inode: int
    changed: int

    @classmethod
    def of(cls, status: os.stat_result) -> Stamp:
        """The stamp of a file with this status."""
        return cls(status.st_mtime_ns, status.st_size, status.st_ino, status.st_ctime_ns if _HAS_TIME_OF_CHANGE else 0)

    def was_at_rest(self, moment: int) -> bool:
        """Whether the file had been left alone for so long at the moment that no later change can have this stamp."""
        return max(self.modified, self.changed) < moment - _COARSEST

    @property
    def tells_content(self) -> bool:
        """Whether a file that was at rest and still has this stamp has the same content, for certain."""
        return self.inode != 0 and self.changed != 0


class _Seen(NamedTuple):
    """`digest` is that of the first `length` bytes; of a folder, or a file that wasn't read, there is none."""

    stamp: Stamp
    digest: bytes | None = None
    length: int = 0


_Noted = dict[str, "_Seen | None"]
_noted: ContextVar[_Noted | None] = ContextVar("noted", default=None)


def stamp_of(path: str) -> Stamp | None:
    """The stamp of what the path leads to, None where it leads nowhere."""
    try:
        return Stamp.of(os.stat(path))
    except (OSError, ValueError):
        return None


def note(path: str, status: os.stat_result, content: bytes) -> None:
    """Notes that a file was read, for `Reads`. `status` is that of the open file, so it can't be of a later state."""
    noted = _noted.get()
    if noted is not None:
        noted[os.path.abspath(path)] = _Seen(Stamp.of(status), _digest(content), len(content))


def note_place(path: str) -> None:
    """Notes that a folder is listed, or that something is looked for at a path. To be called before that is done."""
    noted = _noted.get()
    if noted is not None:
        stamp = stamp_of(path)
        noted.setdefault(os.path.abspath(path), _Seen(stamp) if stamp else None)


class Reads:
    """The files and folders that were looked at inside `noting_reads`. Can be pickled."""

    def __init__(self) -> None:
        self.seen: _Noted = {}
        self._looked_at = time_ns()

    def __len__(self) -> int:
        return len(self.seen)

    @property
    def digests(self) -> Mapping[str, bytes]:
        """Digests of the contents, by absolute path."""
        return {path: seen.digest for path, seen in self.seen.items() if seen and seen.digest is not None}

    def expect_none(self, path: str) -> None:
        """Adds a file that wasn't there, so that it counts as a change once it is."""
        self.seen.setdefault(path, None)

    def are_current(self) -> bool:
        """Whether everything is as it was. Only files changed shortly before the last look are read again for that.

        Of a folder that was changed so shortly before it is not known.
        """
        now = time_ns()
        current = all(self._is_current(path, seen) for path, seen in self.seen.items())
        self._looked_at = now
        return current

    def _is_current(self, path: str, seen: _Seen | None) -> bool:
        stamp = stamp_of(path)
        if seen is None or stamp is None:
            return seen is None and stamp is None
        if stamp != seen.stamp:
            return False
        if stamp.modified < self._looked_at - _COARSEST:
            return True
        if seen.digest is None:
            return False
        try:
            with open(path, "rb") as file:
                return _digest(file.read(seen.length)) == seen.digest
        except OSError:
            return False


@contextmanager
def noting_reads(reads: Reads | None = None) -> Iterator[Reads]:
    """Notes what is read inside (see `jlint.regular_file`) or passed to `note_place`, besides what `reads` has."""
    reads = Reads() if reads is None else reads
    token = _noted.set(reads.seen)
    try:
        yield reads
    finally:
        _noted.reset(token)


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=16).digest()
