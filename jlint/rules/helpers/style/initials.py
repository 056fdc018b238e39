"""Abbreviations and the words that they stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from jlint.compiled import lazy_pattern

_WORD = lazy_pattern("[A-Za-z][A-Za-z']*")
_PART = lazy_pattern("[A-Z]+(?![a-z])|[A-Z]?[a-z']+")
_ROOM = 3
"""How many words per letter of an abbreviation are searched for its letters."""
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"})


def initials(words: str) -> str:
    """The first letters of the words, small words left out and `JavaScript` read as two."""
    parts = [part for word in _WORD.findall(words) if word not in _SMALL for part in _PART.findall(word)]
    return "".join(part[0] for part in parts).upper()


class Expansions:
    """The words of a text, and what abbreviations of at most `longest` letters they stand for.

    They are indexed by the first two letters, because a text may contain as many abbreviations as words.
    """

    def __init__(self, words: list[str], longest: int) -> None:
        self._joined = {initials(word) for word in words if not word.isupper()}
        # JavaScript is one word, or two
        parts = [part for word in words for part in _PART.findall(word)]
        self._runs = [_Run(each, longest) for each in ([words] if parts == words else [words, parts])]

    def stand_for(self, abbreviation: str) -> bool:
        """Whether the first letters of words in a row spell the abbreviation, or those that one word is joined of.

        It has two letters or more. Small words, such as of, may but need not contribute a letter.
        """
        return abbreviation in self._joined or any(run.spells(abbreviation.lower()) for run in self._runs)


class _Run:
    """Words in their order, indexed by the first two letters."""

    def __init__(self, words: list[str], longest: int) -> None:
        self._words = words
        self._starts: dict[str, list[int]] = defaultdict(list)
        for start, word in enumerate(words):
            if not word.isupper():
                for second in _second_letters(words[start + 1 : start + _ROOM * longest]):
                    self._starts[word[0].lower() + second].append(start)

    def spells(self, wanted: str) -> bool:
        """Whether the first letters of words in a row spell `wanted`."""
        return any(_spells(self._words, start, wanted) for start in self._starts.get(wanted[:2], ()))


def _second_letters(words: list[str]) -> set[str]:
    """The possible second letters of an abbreviation that begins with a word, by the words that follow it."""
    letters: set[str] = set()
    for word in words:
        if not word.isupper():
            letters.add(word[0].lower())
        if word.lower() not in _SMALL:
            break
    return letters


def _spells(words: list[str], start: int, wanted: str) -> bool:
    done = 0
    for word in words[start : start + _ROOM * len(wanted)]:
        if done < len(wanted) and word[0].lower() == wanted[done] and not word.isupper():
            done += 1
        elif word.lower() not in _SMALL:
            break
    return done == len(wanted)


def words_of(text: str) -> Iterator[str]:
    """The Latin words of a text, hyphenated ones split."""
    return (match[0] for match in _WORD.finditer(text))
