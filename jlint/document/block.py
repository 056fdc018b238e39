"""A block of a Markdown file: its visible text, and the place of each visible character in the source."""

from __future__ import annotations

import enum
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from jlint.document.sentence_ends import split_sentences
from jlint.span import Span

if TYPE_CHECKING:
    from jlint.document.token import Token

OBJECT = "\ufffc"
"""Placeholder in a visible text for what isn't prose: inline code, an image, math, a Liquid tag, an HTML entity."""


class BlockKind(enum.StrEnum):
    """The kind of a block."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    CAPTION = "caption"
    """The title of a box, a table or a picture."""
    CODE = "code"
    HTML = "html"
    BREAK = "break"


PROSE = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CELL, BlockKind.CAPTION})


class Run(Struct, frozen=True):
    """A stretch of visible text that is contiguous in the source."""

    start: int
    """Offset in the block's visible text."""
    source: int
    """Offset in the source."""
    length: int
    """Code points in the source. In the visible text the length is the same, or 1 if the run is an `OBJECT`."""


class Block:
    """A heading, paragraph, list item, table cell, caption, piece of code or HTML, or thematic break.

    `span` is the block in the source with its markup. `text` is the visible text, empty for code and HTML. The blocks
    with the text of a piece of HTML follow that piece, and lie within its span.
    `level` is a heading's level, 1 to 6, else 0. `quoted`: inside a block quotation. `footnote`: inside a
    footnote's text. `bold`: a line with strong emphasis from end to end, which is often used as a heading.
    `depth` counts the lists around the block.
    """

    def __init__(
        self,
        kind: BlockKind,
        span: Span,
        text: str = "",
        runs: tuple[Run, ...] = (),
        *,
        breaks: tuple[int, ...] = (),
        level: int = 0,
        depth: int = 0,
        quoted: bool = False,
        footnote: bool = False,
        bold: bool = False,
    ) -> None:
        self.kind = kind
        self.span = span
        self.text = text
        self.level = level
        self.depth = depth
        self.quoted = quoted
        self.footnote = footnote
        self.bold = bold
        self._runs = runs
        self._breaks = breaks
        self._starts = [run.start for run in runs]
        self._is_in_one_piece = len(runs) == 1 and runs[0].length == len(text)

    def __repr__(self) -> str:
        return f"Block({self.kind}, {self.span.start}:{self.span.end}, {self.text!r})"

    @property
    def is_prose(self) -> bool:
        """Whether the block can hold sentences."""
        return self.kind in PROSE

    def source_span(self, start: int, end: int) -> Span:
        """The span in the source of the visible characters from `start` to `end` (exclusive).

        Markup between them is inside the span, markup around them outside. Raises IndexError for an empty range.
        """
        if not 0 <= start < end <= len(self.text):
            raise IndexError(f"no characters {start}:{end} in a text of {len(self.text)}")
        if self._is_in_one_piece:
            shift = self._runs[0].source
            return Span(start + shift, end + shift)
        return Span(self._source(start).start, self._source(end - 1).end)

    def _source(self, offset: int) -> Span:
        run = self._runs[bisect_right(self._starts, offset) - 1]
        if self.text[offset] == OBJECT:
            return Span(run.source, run.source + run.length)
        place = run.source + offset - run.start
        return Span(place, place + 1)

    def visible_at(self, place: int) -> int:
        """The offset in `text` of the first visible character at or behind a place in the source."""
        index = bisect_right(self._runs, place, key=lambda run: run.source) - 1
        if index < 0:
            return 0
        run = self._runs[index]
        if place >= run.source + run.length or (place > run.source and self.text[run.start] == OBJECT):
            return self._starts[index + 1] if index + 1 < len(self._runs) else len(self.text)
        return run.start + place - run.source

    def hidden_in(self, span: Span) -> Iterator[Span]:
        """Yields the invisible parts of the source between the visible characters in `span`.

        That is markup, line ends over which Japanese text continues, and what an `OBJECT` stands for.
        """
        first = bisect_left(self._runs, span.start, key=lambda run: run.source + run.length)
        after = bisect_left(self._runs, span.end, key=lambda run: run.source)
        for run, following in pairwise(self._runs[first:after]):
            hidden = Span(run.source + run.length, following.source)
            if span.start < hidden.start < hidden.end < span.end:
                yield hidden
        for run in self._runs[first:after]:
            if self.text[run.start] == OBJECT and span.start <= run.source and run.source + run.length <= span.end:
                yield Span(run.source, run.source + run.length)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the visible text, in order."""
        return tuple(Sentence(self, span.start, span.end) for span in split_sentences(self.text, self._breaks))


class Sentence:
    """A sentence of a block.

    `start` and `end` are offsets in the block's visible text, without white space around the sentence. `text` is its
    visible text.
    """

    def __init__(self, block: Block, start: int, end: int) -> None:
        self.block = block
        self.start = start
        self.end = end
        self.text = block.text[start:end]

    def __repr__(self) -> str:
        return f"Sentence({self.text!r})"

    @cached_property
    def span(self) -> Span:
        """The whole sentence in the source."""
        return self.block.source_span(self.start, self.end)

    def source_span(self, start: int, end: int) -> Span:
        """The span in the source of the characters `start` to `end` (exclusive) of `text`."""
        return self.block.source_span(self.start + start, self.start + end)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The 形態素 of `text`, with offsets in `text`."""
        from jlint.document.token import tokenize

        return tokenize(self.text)
