"""The prose of a document as one text: searching it for words is far cheaper than searching each sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jlint.document.block import Block, Sentence
    from jlint.document.word_search import WordSearch

_EDGE = "\0"
"""Separates the blocks; no visible text contains it."""


class ProseText:
    """The visible texts of some blocks, concatenated. All their characters are among `characters`."""

    def __init__(self, blocks: Sequence[Block], characters: frozenset[str]) -> None:
        self.text = _EDGE.join([block.text for block in blocks])
        self.blocks = blocks
        self._characters = characters
        self._starts: list[int] = []
        start = 0
        for block in blocks:
            self._starts.append(start)
            start += len(block.text) + 1

    def places(self, words: Iterable[str]) -> list[tuple[int, int]]:
        """The start and end in `text` of each occurrence of the words, in order. Those of one word don't overlap."""
        return sorted(place for word in words for place in self._places(word))

    def _places(self, word: str) -> Iterator[tuple[int, int]]:
        if not word or not self._characters.issuperset(word):
            return
        start = self.text.find(word)
        while start >= 0:
            yield start, start + len(word)
            start = self.text.find(word, start + len(word))

    def blocks_with(self, words: Iterable[str]) -> Iterator[Block]:
        """The blocks that hold one of the words, in order."""
        done = -1
        for start, _ in self.places(words):
            index = bisect_right(self._starts, start) - 1
            if index > done:
                yield self.blocks[index]
                done = index

    def blocks_by_word(self, search: WordSearch) -> Iterator[tuple[Block, set[str]]]:
        """The blocks that hold some of the words of the search, each with those that it holds."""
        found = self.words_by_block(search)
        for index in sorted(found):
            yield self.blocks[index], found[index]

    def words_by_block(self, search: WordSearch, folded: Callable[[str], str] = str) -> dict[int, set[str]]:
        """The indices of the blocks that hold some of the words, each with those that it holds.

        The words are looked for in the text as it is `folded`, one character for one.
        """
        found: dict[int, set[str]] = {}
        for word, start in search.places(folded(self.text)):
            found.setdefault(bisect_right(self._starts, start) - 1, set()).add(word)
        return found

    def sentences_by_word(self, search: WordSearch) -> Iterator[tuple[Sentence, list[tuple[str, int]]]]:
        """The sentences that hold words of the search, in order, each with these and where in it they begin, in order.

        Words of which only a part belongs to a sentence are left out.
        """
        last: Sentence | None = None
        found: list[tuple[str, int]] = []
        for word, start in sorted(search.places(self.text), key=_place_of):
            index = bisect_right(self._starts, start) - 1
            begin, sentences = self._starts[index], self.blocks[index].sentences
            number = bisect_right(sentences, start - begin, key=_start_of) - 1
            if number < 0 or start + len(word) - begin > sentences[number].end:
                continue
            sentence = sentences[number]
            if sentence is not last:
                if last:
                    yield last, found
                last, found = sentence, []
            found.append((word, start - begin - sentence.start))
        if last:
            yield last, found

    def sentences_with(self, words: Iterable[str]) -> Iterator[Sentence]:
        """The sentences that hold one of the words, in order."""
        last: Sentence | None = None
        for start, end in self.places(words):
            index = bisect_right(self._starts, start) - 1
            begin, sentences = self._starts[index], self.blocks[index].sentences
            number = bisect_right(sentences, start - begin, key=_start_of) - 1
            if number >= 0 and end - begin <= sentences[number].end and sentences[number] is not last:
                last = sentences[number]
                yield last


def _place_of(found: tuple[str, int]) -> int:
    return found[1]


def _start_of(sentence: Sentence) -> int:
    return sentence.start
