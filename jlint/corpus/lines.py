"""Lines of files that may hold anything, such as a single line of a terabyte."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

LONGEST_LINE = 64_000_000
"""Bytes. A longer line is a bad row, and never in memory as a whole."""


def lines(file: BinaryIO, seen: Callable[[bytes], object] = len) -> Iterator[tuple[bytes | None, int]]:
    """Each line, None for one that is too long, and its length in bytes. `seen` is given all bytes in their order."""
    while line := file.readline(LONGEST_LINE):
        seen(line)
        length, piece = len(line), line
        is_whole = length < LONGEST_LINE or line.endswith(b"\n")
        while not is_whole and not piece.endswith(b"\n") and (piece := file.readline(LONGEST_LINE)):
            seen(piece)
            length += len(piece)
        yield line if is_whole else None, length
