"""The files that are open in the editor, as they are there and not on the disk."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property
from urllib.parse import unquote, urlparse

from lsprotocol import types
from pygls.uris import from_fs_path, to_fs_path

from jlint.lsp.moves import Move, difference
from jlint.lsp.positions import Positions
from jlint.span import Span

_UNTITLED = "untitled"
_YAML = (".yaml", ".yml")
_NO_PROSE = frozenset({"yaml", "json", "jsonc", "toml", "ini", "properties"})
_MOST_MOVES = 500
"""So many edits are remembered one by one; more are taken as one edit from the first place to the last."""


class OpenDocument:
    """A file in the editor. `number` counts its states, for versions of clients may come twice.

    `path` is absolute; of a text that has no file yet it is what its name would be in the folder `beside`.
    """

    def __init__(self, item: types.TextDocumentItem, encoding: types.PositionEncodingKind | str, beside: str) -> None:
        self.uri = item.uri
        self.language = item.language_id
        self.version: int | None = item.version
        self.number = 0
        self.path = path_of(item.uri) or os.path.join(beside, _name_of(item.uri))
        self._encoding = encoding
        self._moves: list[tuple[int, Move]] = []
        self._before = (0, item.text)
        self.text = item.text

    @property
    def text(self) -> str:
        """The text, with a BOM if the editor shows one."""
        return self._text

    @text.setter
    def text(self, text: str) -> None:
        self._text = text
        self.__dict__.pop("positions", None)

    @cached_property
    def positions(self) -> Positions:
        """The positions in the text as it is."""
        return Positions(self.text, self._encoding)

    @property
    def is_prose(self) -> bool:
        """Whether it is to be linted: a file of Markdown or text, not of data."""
        return self.language not in _NO_PROSE and not self.path.lower().endswith(_YAML)

    def change(self, version: int | None, changes: Sequence[types.TextDocumentContentChangeEvent]) -> None:
        """Applies the changes in their order."""
        self.number += 1
        self.version = version
        for change in changes:
            before = self.text
            if isinstance(change, types.TextDocumentContentChangePartial):
                span = self.positions.span(change.range)
                move = Move(span, len(change.text))
                self.text = before[: span.start] + change.text + before[span.end :]
            else:
                move = difference(before, change.text)
                self.text = change.text
            self._moves.append((self.number, move))

    def remember(self, number: int, text: str) -> None:
        """Forgets how the text came to the state with this number, which is the one to move from."""
        self._before = (number, text)
        self._moves = [move for move in self._moves if move[0] > number]

    def moves_since(self, number: int) -> list[Move]:
        """How that state, remembered or later, became what is there now."""
        moves = [move for since, move in self._moves if since > number]
        if len(moves) > _MOST_MOVES and self._before[0] == number:
            return [difference(self._before[1], self.text)]
        return moves


def path_of(uri: str) -> str | None:
    """The absolute path of a file on the disk, None for what is none."""
    if urlparse(uri).scheme != "file":
        return None
    path = to_fs_path(uri)
    return os.path.abspath(path) if path else None


def is_readable(uri: str) -> bool:
    """Whether texts at this address are linted: files, and texts that will be files; no old versions and the like."""
    return urlparse(uri).scheme in ("file", _UNTITLED)


def uri_of(path: str) -> str:
    """The address of a file."""
    return from_fs_path(os.path.abspath(path)) or ""


def _name_of(uri: str) -> str:
    name = os.path.basename(unquote(urlparse(uri).path)) or _UNTITLED
    return name if os.path.splitext(name)[1] else f"{name}.md"


def whole(text: str) -> Span:
    """The span of a whole text."""
    return Span(0, len(text))
