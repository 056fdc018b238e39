"""Abbreviations and the words that they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = re.compile("[A-Za-z][A-Za-z']*")
_PART = re.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z']+")
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"})


def initials(words: str) -> str:
    """The first letters of the words, small words left out and `JavaScript` read as two."""
    parts = [part for word in _WORD.findall(words) if word not in _SMALL for part in _PART.findall(word)]
    return "".join(part[0] for part in parts).upper()


def stands_for(abbreviation: str, words: list[str]) -> bool:
    """Whether somewhere in `words` there is a run whose first letters spell the abbreviation.

    Small words, such as of, may but need not give a letter.
    """
    wanted = abbreviation.lower()
    return any(
        _spells(words, start, wanted)
        for start, word in enumerate(words)
        if word[0].lower() == wanted[0] and word != abbreviation
    )


def _spells(words: list[str], start: int, wanted: str) -> bool:
    done = 0
    for word in words[start : start + 3 * len(wanted)]:
        if done < len(wanted) and word[0].lower() == wanted[done] and not word.isupper():
            done += 1
        elif word.lower() not in _SMALL:
            break
    return done == len(wanted)


def words_of(text: str) -> Iterator[str]:
    """The Latin words of a text, the parts of hyphened ones apart."""
    return (match[0] for match in _WORD.finditer(text))
