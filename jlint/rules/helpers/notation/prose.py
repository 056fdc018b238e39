"""The prose of a document as one text, so that a rule needs only one search of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from jlint.compiled import compiled
from jlint.document import Document
from jlint.document.block import OBJECT, Block, Sentence
from jlint.document.token import Token
from jlint.rules.helpers.allow import allowed
from jlint.rules.helpers.cited_titles import cited_titles
from jlint.rules.helpers.link_block import is_link
from jlint.rules.helpers.quotations import between_tags_of_quotations
from jlint.span import Span

EDGE = "\0"
"""Placed at both ends of each block. No visible text contains it, and it is neither a word nor white space."""
JA = r"[^\W\x00-\xff]"
"""A kana, kanji, or other letter or digit that is no Latin one. Classes of CJK ranges take milliseconds to compile."""
LATIN = r"[A-Za-z]"
SPACES = r"(?<![ \u3000])[ \u3000]++"
"""All spaces in a row. What follows is tried only once per row, however long that is."""


class Prose:
    """The visible texts of the blocks, all but those that consist of a link.

    What is in `others`, stretches of the source in order, is replaced by placeholders.
    """

    def __init__(self, document: Document, blocks: Iterable[Block], others: Sequence[Span] = ()) -> None:
        self.document = document
        self._blocks = [block for block in blocks if not is_link(block, document.text)]
        self.text = EDGE.join(["", *(_without(block, others) for block in self._blocks), ""])
        self._starts: list[int] = []
        start = 1
        for block in self._blocks:
            self._starts.append(start)
            start += len(block.text) + 1

    def find(self, pattern: str, *hints: str) -> Iterator[Found]:
        """The matches of `pattern`. Every text with a match contains one of the `hints`, if any are given."""
        if hints and not any(hint in self.text for hint in hints):
            return
        for match in compiled(pattern).finditer(self.text):
            yield Found(self, match)

    def find_unbroken(self, pattern: str) -> Iterator[Found]:
        """Like `find`, but every match is in one piece in the source: it ends at a line's end and at markup."""
        for found in self.find(pattern):
            if found.is_unbroken():
                yield found
                continue
            start, end = found.match.span()
            cuts = [cut for cut in range(start + 1, end) if not self.is_unbroken(cut - 1, cut + 1)]
            for piece in pairwise([start, *cuts, end]):
                for match in compiled(pattern).finditer(self.text, *piece):
                    yield Found(self, match)

    def places(self, word: str) -> Iterator[int]:
        """The offsets of `word`."""
        start = self.text.find(word)
        while start >= 0:
            yield start
            start = self.text.find(word, start + len(word))

    def block_at(self, offset: int) -> tuple[Block, int]:
        """The block that contains `offset`, and where in this text it begins."""
        index = bisect_right(self._starts, offset) - 1
        return self._blocks[index], self._starts[index]

    def span(self, start: int, end: int) -> Span:
        """Where the characters from `start` to `end` are in the source. They must lie in one block."""
        block, begin = self.block_at(start)
        return block.source_span(start - begin, end - begin)

    def is_unbroken(self, start: int, end: int) -> bool:
        """Whether no markup stands between the characters from `start` to `end`."""
        span = self.span(start, end)
        return span.end - span.start == end - start

    def is_allowed(self, allow: tuple[str, ...], start: int, end: int) -> bool:
        """Whether a passage that an option `allow` names overlaps the range."""
        if not allow:
            return False
        block, begin = self.block_at(start)
        return allowed(allow).covers(block.text, start - begin, end - begin)

    def sentence_at(self, offset: int) -> tuple[Sentence, int]:
        """The sentence that contains the character at `offset`, and where in this text it begins."""
        block, begin = self.block_at(offset)
        index = bisect_right(block.sentences, offset - begin, key=lambda sentence: sentence.start) - 1
        sentence = block.sentences[index]
        return sentence, begin + sentence.start

    def tokens_at(self, offset: int) -> Place:
        """The token that begins at `offset`, and its neighbour."""
        sentence, begin = self.sentence_at(offset)
        tokens = sentence.tokens
        index = bisect_left(tokens, offset - begin, key=lambda token: token.start)
        token = tokens[index] if index < len(tokens) and tokens[index].start == offset - begin else None
        return Place(tokens[index - 1] if index else None, token, begin)


class Place(NamedTuple):
    """The token at a place and the one before it, each None where there is none; `begin` is the sentence's start."""

    before: Token | None
    token: Token | None
    begin: int


class Found:
    """A match in the prose of a document."""

    def __init__(self, prose: Prose, match: re.Match[str]) -> None:
        self.prose = prose
        self.match = match

    def __getitem__(self, group: str | int) -> str:
        return self.match[group] or ""

    def span(self, group: str | int = 0) -> Span:
        """Where a group, which must not be empty, is in the source."""
        return self.prose.span(*self.match.span(group))

    def is_unbroken(self) -> bool:
        """Whether no markup stands inside the match."""
        return self.prose.is_unbroken(*self.match.span())

    def is_allowed(self, allow: tuple[str, ...]) -> bool:
        """Whether a passage that the option `allow` names overlaps the match."""
        return self.prose.is_allowed(allow, *self.match.span())

    def is_emphasised(self) -> bool:
        """Whether marks of emphasis stand directly around the match, as around an example."""
        span = self.span()
        text = self.prose.document.text
        before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
        return before == after and before in ("*", "_")


@lru_cache(maxsize=2)
def prose_of(document: Document) -> Prose:
    """The prose of a document, built once for all rules."""
    return Prose(document, document.prose)


@lru_cache(maxsize=2)
def own_prose_of(document: Document) -> Prose:
    """The prose without other people's words: without quotations in blocks and the titles of other works.

    How these are written is no choice of the author's, whether it is to be counted or to be changed.
    """
    return _own_prose(document, ())


def own_prose_outside_links(document: Document) -> Prose:
    """The same without the text of links."""
    return _own_prose(document, [link.span for link in document.links])


def _own_prose(document: Document, links: Iterable[Span]) -> Prose:
    others = sorted({*cited_titles(document), *between_tags_of_quotations(document), *links})
    if not others and not any(block.quoted for block in document.prose):
        return prose_of(document)
    return Prose(document, [block for block in document.prose if not block.quoted], others)


def _without(block: Block, others: Sequence[Span]) -> str:
    """The block's visible text with placeholders for what lies in one of `others`."""
    text = block.text
    number = max(0, bisect_left(others, block.span.start, key=lambda other: other.start) - 1) if others else 0
    for other in others[number:]:
        if other.start >= block.span.end:
            break
        start, end = block.visible_at(other.start), block.visible_at(other.end)
        text = text[:start] + OBJECT * (end - start) + text[end:]
    return text
