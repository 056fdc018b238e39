"""Idioms of four kanji of which one is wrong or missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from jlint.document.word_search import WordSearch
from jlint.letters import is_hiragana, is_kanji
from jlint.rules.data import FOLDER

_PARTICLES = frozenset("をがはにでのともな")
_FIRST, _LAST = 0, -1
_WORDS = frozenset({"意味深"})
"""What is a word without the fourth kanji."""


class BrokenIdiom(NamedTuple):
    """The characters `start` to `end` should read `idiom`, whose kanji `right` is missing.

    `is_clear`: nothing but the right kanji is missing.
    """

    start: int
    end: int
    idiom: str
    right: str
    is_clear: bool


def broken_idioms(text: str) -> Iterator[BrokenIdiom]:
    """The idioms that the text has with one kanji wrong or missing."""
    for others, start in three_in_a_row().places(text):
        end = start + len(others)
        for missing, neighbour in ((_LAST, text[end : end + 1]), (_FIRST, text[start - 1 : start])):
            idioms = _by_the_others(missing).get(others)
            if not idioms or neighbour in {idiom[missing] for idiom in idioms}:
                continue
            if _may_be_meant(neighbour, others, idioms[0]):
                continue
            if not is_kanji(neighbour) and others in _WORDS:
                continue
            wrong = int(is_kanji(neighbour) or neighbour == "々")
            if is_kanji(neighbour) and _is_another_word(others, neighbour, missing, idioms[0]):
                continue
            yield BrokenIdiom(
                start - wrong * (missing == _FIRST),
                end + wrong * (missing == _LAST),
                idioms[0],
                idioms[0][missing],
                is_clear=not neighbour or not neighbour.isascii(),
            )


def _is_another_word(others: str, neighbour: str, missing: int, idiom: str) -> bool:
    """Whether the half with the other kanji is a word, and not read alike: 取捨選別. 短刀直入 is a slip."""
    from jlint.document.token import tokenize

    half, right = (others[-1] + neighbour, idiom[2:]) if missing == _LAST else (neighbour + others[0], idiom[:2])
    words = tokenize(half)
    is_word = len(words) == 1 and bool(words[0].lemma) and half[0] != half[1]
    return is_word and words[0].kana != "".join(word.kana for word in tokenize(right))


def _may_be_meant(neighbour: str, others: str, idiom: str) -> bool:
    """Whether it may be another way to write the fourth kanji: 切磋琢ま, 虎視眈々. A particle isn't."""
    if neighbour == "々":
        return idiom[_LAST] == others[-1]
    return is_hiragana(neighbour) and neighbour not in _PARTICLES


def is_idiom(text: str) -> bool:
    """Whether it is one of the listed idioms of four kanji."""
    return text in _idioms()


@cache
def _idioms() -> dict[str, None]:
    return dict.fromkeys((FOLDER / "idioms.txt").read_text("utf-8").split())


@cache
def _by_the_others(missing: int) -> dict[str, list[str]]:
    """The idioms by the three kanji that remain without the first or the last."""
    found = defaultdict(list)
    for idiom in _idioms():
        found[idiom[1:] if missing == _FIRST else idiom[:-1]].append(idiom)
    return dict(found)


@cache
def three_in_a_row() -> WordSearch:
    """Finds three kanji of an idiom in a row."""
    return WordSearch([*{*_by_the_others(_FIRST), *_by_the_others(_LAST)}])
