"""From UTF-8 byte offsets, which the Markdown parser gives, to code points."""

from __future__ import annotations


class ByteCursor:
    """Turns UTF-8 byte offsets into code points, quickly when they come in rising order."""

    def __init__(self, text: str, base: int) -> None:
        self._data = text.encode()
        self._byte = 0
        self._point = base

    def point(self, byte: int) -> int:
        """The code point that begins at the byte."""
        if byte > self._byte:
            self._point += len(self._data[self._byte : byte].decode())
        elif byte < self._byte:
            self._point -= len(self._data[byte : self._byte].decode())
        self._byte = byte
        return self._point
