"""Searches a text for many words at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

MANY = 20_000
"""With more words than this, building an automaton takes longer than looking them up at each place of the texts."""


class WordMatch:
    """An occurrence of a word, with the interface of a match of a regular expression as far as rules use it."""

    __slots__ = ("_start", "_word")

    def __init__(self, word: str, start: int) -> None:
        self._word = word
        self._start = start

    def __getitem__(self, group: object) -> str:
        return self._word

    def start(self) -> int:
        """The offset where the word begins."""
        return self._start

    def end(self) -> int:
        """The offset where the word ends."""
        return self._start + len(self._word)

    def span(self) -> tuple[int, int]:
        """The offsets where the word begins and ends."""
        return self.start(), self.end()


class _Finder(Protocol):
    def places(self, text: str) -> Iterator[tuple[str, int]]: ...
    def longest(self, text: str) -> Iterator[tuple[str, int]]: ...


class WordSearch:
    """Finds words. What it needs for that is built on first use."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words

    @cached_property
    def _finder(self) -> _Finder:
        return _Index(self.words) if len(self.words) > MANY else _Automaton(self.words)

    def places(self, text: str) -> Iterator[tuple[str, int]]:
        """Yields each occurrence of a word with the offset where it begins, overlapping ones included."""
        return self._finder.places(text) if self.words else iter(())

    def matches(self, text: str) -> list[WordMatch]:
        """The words from left to right without overlaps: of several that begin at one place the longest."""
        return [WordMatch(*found) for found in self._finder.longest(text)] if self.words else []


class _Automaton:
    """An Aho-Corasick automaton: quick to search with, slow to build for very many words."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words

    @cached_property
    def _overlapping(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick(self._words)

    @cached_property
    def _leftmost_longest(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick, MatchKind

        return AhoCorasick(self._words, matchkind=MatchKind.LeftmostLongest)

    def places(self, text: str) -> Iterator[tuple[str, int]]:
        for number, start, _ in self._overlapping.find_matches_as_indexes(text, overlapping=True):
            yield self._words[number], start

    def longest(self, text: str) -> Iterator[tuple[str, int]]:
        for number, start, _ in self._leftmost_longest.find_matches_as_indexes(text):
            yield self._words[number], start


class _Index:
    """The words as a set, and the lengths of words by their first two characters, or by their only one."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = frozenset(words)
        self._lengths: dict[str, tuple[int, ...]] = {}
        for word in self._words:
            known = self._lengths.get(word[:2], ())
            if len(word) not in known:
                self._lengths[word[:2]] = (*known, len(word))

    def _at(self, text: str) -> Iterator[tuple[int, list[str]]]:
        """Yields each place where words begin, with these words, the longest first."""
        end = len(text)
        for place in range(end):
            lengths = self._lengths.get(text[place : place + 2], ())
            if text[place] in self._lengths:
                lengths = (1, *lengths) if end - place > 1 else lengths
            if lengths:
                parts = [text[place : place + n] for n in sorted(lengths, reverse=True) if place + n <= end]
                words = [part for part in parts if part in self._words]
                if words:
                    yield place, words

    def places(self, text: str) -> Iterator[tuple[str, int]]:
        return ((word, place) for place, words in self._at(text) for word in words)

    def longest(self, text: str) -> Iterator[tuple[str, int]]:
        end = 0
        for place, words in self._at(text):
            if place >= end:
                end = place + len(words[0])
                yield words[0], place
