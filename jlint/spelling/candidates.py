"""The slips that could have caused the surprising places of a text.

The candidate repairs there are those of one letter or one small word after which all rows of letters are known.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from jlint.letters import is_hiragana
from jlint.spelling.folding import shape_of
from jlint.spelling.homophones import homophones
from jlint.spelling.katakana import katakana_slips
from jlint.spelling.model import GAP, SMALL_WORDS, UNSEEN
from jlint.spelling.rows import OF_SHAPE, OF_TEXT, surprising_places
from jlint.spelling.suspicion import is_suspicious

if TYPE_CHECKING:
    from jlint.spelling.folding import Folded
    from jlint.spelling.model import Model
    from jlint.spelling.rows import Unknown


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


def katakana_candidates(text: str) -> list[Candidate]:
    """The repairs of katakana worth weighing in a folded text, or a sentence."""
    return [Candidate(Slip.KATAKANA, *slip, None) for slip in katakana_slips(text)]


def kanji_candidates(text: str, unknown: list[int], model: Model) -> list[Candidate]:
    """The repairs of kanji worth weighing in a folded text with unknown rows at some offsets."""
    return [Candidate(Slip.KANJI, *slip, None) for slip in homophones(text, unknown, model)]


def kana_candidates(folded: Folded, unknown: Unknown, model: Model, margin: int) -> list[Candidate]:
    """The repairs of hiragana worth weighing. `margin` as for `is_suspicious`."""
    places = surprising_places(folded, unknown)
    if not places:
        return []
    rows = frozenset(unknown.of_text), frozenset(unknown.of_shape)
    return [
        repair
        for place in sorted(places)
        if is_suspicious(folded, place, *rows, model, margin)
        for repair in repairs_at(folded, place, model)
    ]


def repairs_at(folded: Folded, at: int, model: Model) -> list[Candidate]:
    """The repairs at, or before, a letter of the shape."""
    text, place = folded.text, folded.offset_of_shape(at)
    repairs = list(_missing(text, place, model))
    if is_hiragana(text[place]):
        repairs += _surplus_or_wrong(text, place, model)
    return [
        Candidate(slip, start, end, right, at)
        for slip, start, end, right in repairs
        if _is_known(text, start, end, right, model)
    ]


class _Repair(NamedTuple):
    slip: Slip
    start: int
    end: int
    right: str


def _missing(text: str, place: int, model: Model) -> Iterator[_Repair]:
    """The hiragana and small words that may be missing before a character."""
    level = model.level
    before, behind = text[max(0, place - 2) : place], text[place : place + 2]
    letters = model.fillers(before[-1] + GAP + behind[0])
    for right in (*letters, *SMALL_WORDS):
        if level(before + right[0]) != UNSEEN and level(right[-1] + behind) != UNSEEN:
            yield _Repair(Slip.MISSING, place, place, right)


def _surplus_or_wrong(text: str, place: int, model: Model) -> Iterator[_Repair]:
    """What may be right instead of a hiragana, or of two."""
    level = model.level
    before, letter, behind = text[max(0, place - 2) : place], text[place], text[place + 1 : place + 3]
    yield _Repair(Slip.SURPLUS, place, place + 1, "")
    for right in model.fillers(before[-1] + GAP + behind[0]):
        if right != letter and level(before + right) != UNSEEN and level(right + behind) != UNSEEN:
            yield _Repair(Slip.WRONG, place, place + 1, right)
    if is_hiragana(behind[0]):
        if behind[0] != letter:
            yield _Repair(Slip.SWAPPED, place, place + 2, behind[0] + letter)
        if letter + behind[0] in SMALL_WORDS:
            yield _Repair(Slip.SURPLUS, place, place + 2, "")


_AROUND = 10
"""Characters on either side that are enough to know the shape around a repair."""
_LONG = 5
"""Characters of which some row around a repair must be known."""


def _is_known(text: str, start: int, end: int, right: str, model: Model) -> bool:
    """Whether all rows of letters around the repair are known once it is made."""
    if end > start or len(right) > 1:  # all rows with one letter more were looked up when it was chosen
        around = text[max(0, start - OF_TEXT + 1) : start] + right + text[end : end + OF_TEXT - 1]
        if UNSEEN in _levels(around, OF_TEXT, model):
            return False
    around = text[max(0, start - _LONG + 1) : start] + right + text[end : end + _LONG - 1]
    if all(level == UNSEEN for level in _levels(around, _LONG, model)):
        return False
    before, behind = shape_of(text[max(0, start - _AROUND) : start]), shape_of(text[end : end + _AROUND])
    around = shape_of(before[-OF_SHAPE + 1 :] + right + behind[: OF_SHAPE - 1])
    return UNSEEN not in _levels(around, OF_SHAPE, model)


def _levels(text: str, width: int, model: Model) -> Iterator[int]:
    """Those of the rows of so many letters."""
    return (model.level(text[at : at + width]) for at in range(len(text) - width + 1))
