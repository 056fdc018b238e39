"""Where a text is surprising, and which slip of a hand or a converter could have made it so.

A place is surprising where the characters around it are not known to stand together. The repairs that are tried there
are those that bring back what is known: the model tells which characters usually stand in such a gap. All of this
hangs on the two characters on either side alone, so what was found for them is remembered.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from jlint.rules.typo.homophones import homophones

if TYPE_CHECKING:
    from jlint.rules.typo.model import Model

_HIRAGANA = frozenset(map(chr, range(ord("ぁ"), ord("ゖ") + 1)))
_KATAKANA = frozenset([*map(chr, range(ord("ァ"), ord("ヺ") + 1)), "ー"])
_KANA = _HIRAGANA | _KATAKANA
_SMALL_WORDS = ("する", "して", "した", "いる", "いて", "ある", "こと", "から", "れる", "され", "よう", "です", "ます")
"""Words that are dropped or left over whole when a sentence is reworded."""
_SMALL_WORDS_LEFT = frozenset([*_SMALL_WORDS, "これ", "それ", "なっ", "って", "では", "には"])
_RARE_TRIGRAM = 0
_HALF_KNOWN = 3
_LEAST_TRIGRAM = 4
"""A repair brings back three characters that are known together at least."""
_COMMON_WORD = 5
_UNKNOWN_SHARE = 0.14
_ALWAYS_LOOKED_AT = 5
"""A text with so many characters that stand in rare company is of a kind that the model doesn't know: it says nothing
of slips there."""
_NOT_JAPANESE = frozenset("A0。、（）「」 ")
_REMEMBERED = 60_000


class Slip(Enum):
    """What the hand did."""

    MISSING = 0
    SURPLUS = 1
    WRONG = 2
    SWAPPED = 3
    KANJI = 4


class Candidate(NamedTuple):
    """`right` in the place of the folded characters `start` to `end`."""

    slip: Slip
    start: int
    end: int
    right: str


def candidates(text: str, model: Model) -> Iterator[Candidate]:
    """The repairs worth weighing in a folded text."""
    level = model.level
    levels = model.levels
    trigrams = [levels[gram] if (gram := text[at : at + 3]) in levels else level(gram) for at in range(len(text) - 2)]
    if sum(map(_RARE_TRIGRAM.__ge__, trigrams)) > max(_UNKNOWN_SHARE * len(text), _ALWAYS_LOOKED_AT):
        return
    gaps, letters = [], []
    for at, (left, right) in enumerate(pairwise(trigrams), 2):
        if right <= _HALF_KNOWN or left <= _HALF_KNOWN:
            letter = text[at]
            if letter in _NOT_JAPANESE or level(text[at - 2 : at + 2]) > 0:
                continue
            is_kana = letter in _KANA
            if is_kana or text[at - 1] in _KANA:
                gaps.append(at)
            if right <= _HALF_KNOWN and (is_kana or level(text[at - 1 : at + 1]) <= 5 or level(text[at : at + 2]) <= 5):
                letters.append(at)
    for at in gaps:
        for filler in _missing(text[at - 2 : at + 2], model):
            yield Candidate(Slip.MISSING, at, at, filler)
    for at in letters:
        if at < len(text) - 1:
            for slip, start, end, changed in _others(text[at - 2 : at + 4], model):
                yield Candidate(slip, at - 2 + start, at - 2 + end, changed)


@lru_cache(_REMEMBERED)
def _missing(around: str, model: Model) -> tuple[str, ...]:
    """Characters that may have been dropped in the middle of four."""
    level = model.level
    before, after = around[1], around[2]
    found = [
        filler
        for filler in model.fillers(around[:2], around[2:])
        if filler not in (before, after)
        and (filler not in _KATAKANA or before in _KATAKANA or after in _KATAKANA)
        and level(before + filler + after) > _LEAST_TRIGRAM
        and level(around[:2] + filler + after) > 0
        and level(before + filler + around[2:]) > 0
    ]
    found += [word for word in _small_words(before, after, model) if level(around[:2] + word) > _COMMON_WORD]
    return tuple(found)


@lru_cache(_REMEMBERED)
def _small_words(before: str, after: str, model: Model) -> tuple[str, ...]:
    return tuple(word for word in _SMALL_WORDS if model.level(before + word + after) > _COMMON_WORD)


@lru_cache(_REMEMBERED)
def _others(around: str, model: Model) -> tuple[tuple[Slip, int, int, str], ...]:
    """Repairs of the third of six characters, alone or with the one behind it."""
    letter = around[2]
    if letter in _KANA:
        return (*_surplus(around, model), *_changed(around, model))
    return tuple(_converted(around, model)) if _is_kanji(letter) else ()


def _surplus(around: str, model: Model) -> Iterator[tuple[Slip, int, int, str]]:
    letter, following = around[2], around[3]
    if letter not in (around[1], following) and _is_known(around, 3, "", model):
        yield Slip.SURPLUS, 2, 3, ""
    pair = around[2:4]
    if pair in _SMALL_WORDS_LEFT and pair not in (around[:2], around[4:]) and _is_known(around, 4, "", model):
        yield Slip.SURPLUS, 2, 4, ""


def _changed(around: str, model: Model) -> Iterator[tuple[Slip, int, int, str]]:
    letter, following = around[2], around[3]
    script = _HIRAGANA if letter in _HIRAGANA else _KATAKANA
    for filler in model.fillers(around[:2], around[3:5]):
        if filler in script and filler != letter and _is_known(around, 3, filler, model):
            yield Slip.WRONG, 2, 3, filler
    if following in _KANA and following != letter and _is_known(around, 4, following + letter, model):
        yield Slip.SWAPPED, 2, 4, following + letter


def _converted(around: str, model: Model) -> Iterator[tuple[Slip, int, int, str]]:
    for filler in model.fillers(around[:2], around[3:5]):
        if filler != around[2] and _is_kanji(filler) and _is_known(around, 3, filler, model):
            yield Slip.KANJI, 2, 3, filler
    for start in (1, 2):
        for other in homophones(around[start : start + 2]):
            if model.level(around[start - 1] + other + around[start + 2 : start + 3]) > 0:
                yield Slip.KANJI, start, start + 2, other


def _is_known(around: str, end: int, right: str, model: Model) -> bool:
    """Whether `right` in the place of the characters from the third on fits between its neighbours."""
    repaired = around[:2] + right + around[end : end + 2]
    if model.level(repaired[1:4]) <= _LEAST_TRIGRAM:
        return False
    return all(model.level(repaired[at : at + 4]) > 0 for at in range(max(1, len(repaired) - 3)))


def _is_kanji(letter: str) -> bool:
    return "一" <= letter <= "鿿" or letter == "々"
