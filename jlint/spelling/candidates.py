"""The surprising places of a text, and the slips that could have caused them.

A place is surprising if four letters of the text's shape are not known to occur together. The candidate repairs there
are those after which all of them are known, and so are the characters themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from jlint.letters import is_hiragana
from jlint.spelling.homophones import homophones
from jlint.spelling.katakana import katakana_slips
from jlint.spelling.model import GAP, KNOWN, RARE_WINDOW, SMALL_WORDS, UNSEEN
from jlint.spelling.suspicion import is_suspicious

if TYPE_CHECKING:
    from jlint.spelling.folding import Folded
    from jlint.spelling.model import Model

_MOST_UNKNOWN = 1
_LONG_WINDOW = 6
_KNOWN_LONG = 4
"""A row of `_LONG_WINDOW` letters around a repair must have this level too."""
MOST_RUNS = 5
"""A sentence with more rare places is of a kind that the model doesn't know."""
_HIRAGANA = re.compile("[ぁ-ゖ]")
_HIRAGANA_ALONE = re.compile("[ぁ-ゖ]+")
"""Slips other than a missing or surplus letter make a single window rare only inside a row of hiragana."""
_ODD = re.compile("[^ぁ-ゖKJTA0、。「」\n]")
_FAR = 14
"""Characters on either side that decide whether a text counts as known."""
_MOST_UNKNOWN_AROUND = 3
_CHARACTERS = 5
_KNOWN_CHARACTERS = 2


class Slip(Enum):
    """The kinds of slips in typing or in kana-kanji conversion."""

    MISSING = 0
    SURPLUS = 1
    WRONG = 2
    SWAPPED = 3
    KANJI = 4
    KATAKANA = 5


class Candidate(NamedTuple):
    """`right` in the place of the folded characters `start` to `end`.

    `shape_start` is the offset of `start` in the shape, None where the shape stays the same.
    """

    slip: Slip
    start: int
    end: int
    right: str
    shape_start: int | None


def candidates(folded: Folded, model: Model) -> list[Candidate]:
    """The repairs worth weighing."""
    text = folded.text
    found = kana_slips(folded, model)
    found += [Candidate(Slip.KATAKANA, *slip, None) for slip in katakana_slips(text)]
    found += [Candidate(Slip.KANJI, *slip, None) for slip in homophones(text, model)]
    return found


def kana_slips(folded: Folded, model: Model) -> list[Candidate]:
    """The repairs of hiragana worth weighing."""
    shape, text = folded.shape, folded.text
    rare = model.rare(shape)
    if not rare:
        return []
    runs = list(in_a_row(rare))
    if len(runs) > MOST_RUNS:
        return []
    found: list[Candidate] = []
    for first, last in runs:
        behind = first + RARE_WINDOW
        if not _HIRAGANA.search(shape, last, behind) or _ODD.search(shape, last, behind):
            continue
        if not is_suspicious(shape, first, last):
            continue
        repairs = [
            candidate
            for candidate in _repairs(folded, last, behind - 1, model)
            if _are_known(text, candidate, model) and _is_known(shape, candidate, model)
        ]
        if repairs and _is_familiar(folded, last, behind, model):
            found += repairs
    return list(dict.fromkeys(found))


def _is_familiar(folded: Folded, first: int, last: int, model: Model) -> bool:
    """Whether the model knows the kind of text around the letters `first` to `last` of the shape."""
    start, end = folded.offset_of_shape(first), folded.offset_of_shape(last)
    sides = folded.text[max(0, start - _FAR) : start], folded.text[end : end + _FAR]
    trigrams = [side[at : at + 3] for side in sides for at in range(0, len(side) - 2, 2)]
    return [model.level(trigram) for trigram in trigrams].count(UNSEEN) <= _MOST_UNKNOWN_AROUND


def in_a_row(places: list[int]) -> Iterator[tuple[int, int]]:
    """The first and last of each run of numbers."""
    first = last = places[0]
    for place in places[1:]:
        if place != last + 1:
            yield first, last
            first = place
        last = place
    yield first, last


def _repairs(folded: Folded, first: int, last: int, model: Model) -> Iterator[Candidate]:
    """Changes that affect all rare windows, which have the letters from `first` to `last` in common."""
    shape = folded.shape
    is_one_window = last - first + 1 == RARE_WINDOW
    for at in range(max(1, first), min(len(shape) - 1, last + 1)):
        before, behind = shape[max(0, at - 2) : at], shape[at : at + 2]
        if at > first:
            yield from _missing_letters(folded, at, before + GAP + behind, model)
        if is_hiragana(shape[at]):
            behind = shape[at + 1 : at + 3]
            if model.level(before + behind[0]) >= KNOWN and model.level(before[-1] + behind) >= KNOWN:
                yield from _surplus_letter(folded, at, model)
        if not is_one_window or _HIRAGANA_ALONE.fullmatch(shape, first, last + 1):
            yield from _rarer_repairs(folded, first, at, model)


def _rarer_repairs(folded: Folded, first: int, at: int, model: Model) -> Iterator[Candidate]:
    shape = folded.shape
    before, behind = shape[max(0, at - 2) : at], shape[at : at + 2]
    if at > first:
        yield from _missing_words(folded, at, before + GAP + behind, model)
    if is_hiragana(shape[at]):
        yield from _wrong_letters(folded, at, before + GAP + shape[at + 1 : at + 3], model)
        if is_hiragana(shape[at + 1]):
            yield from _two_letters(folded, at, model)


def _missing_letters(folded: Folded, at: int, around: str, model: Model) -> list[Candidate]:
    """The hiragana that may be missing before a letter of the shape."""
    letters = model.fillers_of_both(around)
    if not letters:
        return []
    place = folded.offset_of_shape(at)
    known = model.fillers(folded.text[place - 1] + GAP + folded.text[place])
    return [Candidate(Slip.MISSING, place, place, letter, at) for letter in letters if letter in known]


def _missing_words(folded: Folded, at: int, around: str, model: Model) -> list[Candidate]:
    """The small words that may be missing before a letter of the shape."""
    place = folded.offset_of_shape(at)
    return [Candidate(Slip.MISSING, place, place, word, at) for word in model.small_words(around)]


def _wrong_letters(folded: Folded, at: int, around: str, model: Model) -> list[Candidate]:
    """The hiragana that may be right instead of another."""
    letters = model.fillers_of_both(around)
    if not letters:
        return []
    place = folded.offset_of_shape(at)
    before, letter, behind = folded.text[place - 1], folded.text[place], folded.text[place + 1]
    known = model.fillers(before + GAP + behind)
    return [
        Candidate(Slip.WRONG, place, place + 1, other, at) for other in letters if other != letter and other in known
    ]


def _surplus_letter(folded: Folded, at: int, model: Model) -> Iterator[Candidate]:
    """The candidate without a hiragana, if it may be surplus."""
    place = folded.offset_of_shape(at)
    if model.level(folded.text[place - 1] + folded.text[place + 1 : place + 3]) != UNSEEN:
        yield Candidate(Slip.SURPLUS, place, place + 1, "", at)


def _two_letters(folded: Folded, at: int, model: Model) -> Iterator[Candidate]:
    """The candidates without two hiragana or with them swapped, if they may be a surplus word or swapped."""
    letters = folded.shape[at : at + 2]
    swapped = letters[::-1]
    place = folded.offset_of_shape(at)
    if letters in SMALL_WORDS:
        yield Candidate(Slip.SURPLUS, place, place + 2, "", at)
    if swapped != letters and model.level(folded.text[place - 1] + swapped) != UNSEEN:
        yield Candidate(Slip.SWAPPED, place, place + 2, swapped, at)


def _is_known(shape: str, candidate: Candidate, model: Model) -> bool:
    """Whether the letters around the repair are known to occur together once it is made."""
    level = model.level
    start, right = candidate.shape_start, candidate.right
    assert start is not None
    end = start + candidate.end - candidate.start
    first = max(0, start - _LONG_WINDOW + 1)
    around = shape[first:start] + right + shape[end : end + _LONG_WINDOW - 1]
    start -= first
    stop = start + len(right)
    unknown = 0
    for at in range(max(0, start - RARE_WINDOW + 1), min(max(stop, start), len(around) - RARE_WINDOW + 1)):
        if level(around[at : at + RARE_WINDOW]) < KNOWN:
            unknown += 1
            if unknown > _MOST_UNKNOWN:
                return False
    width = _LONG_WINDOW - unknown
    return any(
        level(around[at : at + width]) >= _KNOWN_LONG
        for at in range(max(0, stop - width + 1), min(start, len(around) - width + 1))
    )


def _are_known(text: str, candidate: Candidate, model: Model) -> bool:
    """Whether the characters around the repair are known to occur together once it is made."""
    level = model.level
    _, start, end, right, _ = candidate
    around = text[max(0, start - 2) : start] + right + text[end : end + 2]
    for at in range(len(around) - 2):
        if level(around[at : at + 3]) == UNSEEN:
            return False
    first = max(0, start - _CHARACTERS + 1)
    around = text[first:start] + right + text[end : end + _CHARACTERS - 1]
    start -= first
    stop = start + len(right)
    return any(
        level(around[at : at + _CHARACTERS]) >= _KNOWN_CHARACTERS
        for at in range(max(0, stop - _CHARACTERS + 1), min(start, len(around) - _CHARACTERS + 1))
    )
