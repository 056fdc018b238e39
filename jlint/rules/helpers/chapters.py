"""Which chapters a block stands in: those of the headings above it, and of the titles of boxes around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.document.block import Block, BlockKind
from jlint.rules.helpers.titled_boxes import titled_boxes

if TYPE_CHECKING:
    from jlint.document import Document

_SLIDES = lazy_pattern(r"""^(?:(?:marp|slide):[ \t]*["']?true|type:[ \t]*["']?slide)\b""", re.MULTILINE)
"""What the front matter of a deck of slides says, for Marp, Qiita and HackMD.

It is looked for in the text: with its styles, such front matter may be too long to be read.
"""
_ABOVE_ALL = 0
"""The level of a chapter that no heading inside it ends."""


class _Chapter(Struct, frozen=True):
    level: int
    start: int
    """Where the heading, the box or the slide begins, which tells chapters apart."""


class _Box(NamedTuple):
    end: int
    outside: list[_Chapter]
    """The chapters in which the box stands, in force again behind it."""


class Chapters:
    """The chapters at each heading of a document, asked for in order."""

    def __init__(self, document: Document) -> None:
        self._stack: list[_Chapter] = []
        self._boxes = [*reversed(titled_boxes(document))]
        self._inside: list[_Box] = []
        is_deck = is_slides(document)
        breaks = (block.span.start for block in document.blocks if is_deck and block.kind is BlockKind.BREAK)
        self._breaks = [*reversed(list(breaks))]

    def around(self, heading: Block, level: int) -> tuple[int, ...]:
        """The chapters around a heading of this level, each as a number. Those that the heading ends are over."""
        place = heading.span.start
        while self._inside and self._inside[-1].end <= place:
            self._stack = self._inside.pop().outside
        while self._breaks and self._breaks[-1] <= place:
            self._stack = [_Chapter(_ABOVE_ALL, self._breaks.pop())]
        while self._boxes and self._boxes[-1].start <= place:
            box = self._boxes.pop()
            if box.end > place:
                self._inside.append(_Box(box.end, list(self._stack)))
                self._stack.append(_Chapter(_ABOVE_ALL, box.start))
        while self._stack and self._stack[-1].level >= level:
            self._stack.pop()
        return tuple(chapter.start for chapter in self._stack)

    def begin(self, heading: Block, level: int) -> None:
        """Begins the chapter of a heading."""
        self._stack.append(_Chapter(level, heading.span.start))


def is_slides(document: Document) -> bool:
    """Whether the front matter says that the file is a deck of slides, which rules (---) separate."""
    matter = document.front_matter
    return matter is not None and _SLIDES.search(matter.span.of(document.text)) is not None
