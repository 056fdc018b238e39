"""Converts UTF-8 byte offsets, as the Markdown parser returns them, to code points."""

from __future__ import annotations


class ByteCursor:
    """Converts UTF-8 byte offsets to code points, quickly when they come in ascending order."""

    def __init__(self, text: str, base: int) -> None:
        self._data = text.encode()
        self._byte = 0
        self._point = base

    def point(self, byte: int) -> int:
        """The offset in code points of the character that begins at the byte; byte 0 is at the offset `base`."""
        if byte > self._byte:
            self._point += len(self._data[self._byte : byte].decode())
        elif byte < self._byte:
            self._point -= len(self._data[byte : self._byte].decode())
        self._byte = byte
        return self._point
