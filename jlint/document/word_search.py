"""Searches a text for many words at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Protocol
from weakref import WeakKeyDictionary, WeakSet, ref

if TYPE_CHECKING:
    from ahocorasick_rs import BytesAhoCorasick

_ANY = "surrogatepass"
"""How surrogates are written that are alone, as a text may have them."""
_LONG = 2_000
"""Code points from which on the bytes of a text are kept for the next search."""
_FEW = 4
"""Documents that an automaton searches by itself before it is searched for together with others."""
_TEXTS = 4
"""Texts whose occurrences are kept for the next that asks: a document has its prose, and that folded in case."""
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
    """An Aho-Corasick automaton: quick to search with, slow to build for very many words.

    It searches the bytes of UTF-8. Over code points it would work out the offset of every byte in each search, and
    several searches are made in the text of one document.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words

    @cached_property
    def _overlapping(self) -> BytesAhoCorasick:
        from ahocorasick_rs import BytesAhoCorasick

        return BytesAhoCorasick(map(_in_bytes, self._words))

    @cached_property
    def _leftmost_longest(self) -> BytesAhoCorasick:
        from ahocorasick_rs import BytesAhoCorasick, MatchKind

        return BytesAhoCorasick(map(_in_bytes, self._words), matchkind=MatchKind.LeftmostLongest)

    def places(self, text: str) -> Iterator[tuple[str, int]]:
        if len(text) >= _LONG and (found := _together.places(self, self._words, text)) is not None:
            return iter(found)
        data = _bytes_of(text)
        return self._found(data, self._overlapping.find_matches_as_indexes(data, overlapping=True))

    def longest(self, text: str) -> Iterator[tuple[str, int]]:
        data = _bytes_of(text)
        return self._found(data, self._leftmost_longest.find_matches_as_indexes(data))

    def _found(self, data: bytes, matches: Sequence[tuple[int, int, int]]) -> Iterator[tuple[str, int]]:
        """The words that were found, each with the code point where it begins."""
        offsets = _offsets(data, matches)
        return ((self._words[number], offsets[start]) for number, start, _ in matches)


class _Together:
    """Searches documents for the words of several automata in one pass, as their time is that of reading the text.

    An automaton joins when it has been asked about a few documents: to build the common one for a single draft would
    take longer than it saves.
    """

    def __init__(self) -> None:
        self._asked: WeakKeyDictionary[object, int] = WeakKeyDictionary()
        self._words: WeakKeyDictionary[object, Sequence[str]] = WeakKeyDictionary()
        self._common = _Common({})

    def places(self, asker: object, words: Sequence[str], text: str) -> list[tuple[str, int]] | None:
        """The occurrences of the words of one automaton, as it would yield them; None while it has not joined."""
        asked = self._asked[asker] = self._asked.get(asker, 0) + 1
        self._words[asker] = words
        if asked <= _FEW:
            return None
        common = self._common
        if asker not in common.members:
            joining = {each: self._words[each] for each, times in self._asked.items() if times >= _FEW}
            common = self._common = _Common(joining)
        return common.places(text).get(ref(asker), [])


class _Common:
    """The automaton of all that have joined. What it found in the last texts is kept for the others that ask."""

    def __init__(self, members: Mapping[object, Sequence[str]]) -> None:
        self.members: WeakSet[object] = WeakSet(members)
        self.places = lru_cache(maxsize=_TEXTS)(self._places)
        askers: dict[str, list[ref[object]]] = {}
        for member, words in members.items():
            for word in words:
                askers.setdefault(word, []).append(ref(member))
        self._words = list(askers)
        self._askers = list(askers.values())

    @cached_property
    def _automaton(self) -> BytesAhoCorasick:
        from ahocorasick_rs import BytesAhoCorasick

        return BytesAhoCorasick(map(_in_bytes, self._words))

    def _places(self, text: str) -> dict[ref[object], list[tuple[str, int]]]:
        """For each member the places of its words, in the order in which its own automaton would find them."""
        data = _in_bytes(text)
        matches = self._automaton.find_matches_as_indexes(data, overlapping=True)
        offsets = _offsets(data, matches)
        found: dict[ref[object], list[tuple[str, int]]] = {}
        for number, start, _ in matches:
            for asker in self._askers[number]:
                found.setdefault(asker, []).append((self._words[number], offsets[start]))
        return found


_together = _Together()


def _offsets(data: bytes, matches: Sequence[tuple[int, int, int]]) -> dict[int, int]:
    """The code points where the matches begin, by the bytes where they do."""
    offsets: dict[int, int] = {}
    done = offset = 0
    for start in sorted({start for _, start, _ in matches}):
        offset += len(data[done:start].decode("utf-8", _ANY))
        offsets[start], done = offset, start
    return offsets


def _in_bytes(text: str) -> bytes:
    return text.encode("utf-8", _ANY)


_of_document = lru_cache(maxsize=4)(_in_bytes)
"""Whole documents are searched several times."""


def _bytes_of(text: str) -> bytes:
    return _in_bytes(text) if len(text) < _LONG else _of_document(text)


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
