"""Which surprising places look like those that slips cause, before any repair is tried.

One place in seven of edited text is surprising, nearly always without a slip. A slip leaves other letters there than a
rare turn of phrase does; how much each letter, and how rare the rows of letters are, indicates a slip was learned from
slips made in edited text. `scripts/train_typos.py` makes the file.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

if TYPE_CHECKING:
    from jlint.spelling.folding import Folded
    from jlint.spelling.model import Model

BEFORE, BEHIND = 3, 3
"""Letters of the shape before a place, and from it on, that are looked at."""
LEVELS_A_STEP = 3
"""Levels of n-grams that count alike."""
_LETTERS = BEFORE + BEHIND
_MOST_CACHED = 60_000
_NOWHERE = " "
"""The letter before and after a shape."""
_STEPS = ("around", "behind", "shape")


class Weights(Struct, frozen=True):
    """How much each trait of a place raises the odds that a slip is there, as a logarithm in hundredths.

    `letters` are those around it, one by one; `unknown` the numbers of unknown rows of characters that the place is in,
    of those on both sides of it, and of unknown rows of the shape; the others steps of levels: of the two characters
    around the place, of the two that begin there, and of the rarer of the rows of three letters of the shape.
    """

    start: int
    least: int
    letters: list[dict[str, int]]
    unknown: dict[str, int]
    around: dict[int, int]
    behind: dict[int, int]
    shape: dict[int, int]


@cache
def weights() -> Weights:
    """Those that come with jlint."""
    path = Path(__file__).with_name("data") / "suspicion.json"
    read = json.loads(path.read_text("utf-8"))
    steps = ({int(step): weight for step, weight in _whole(read[name]).items()} for name in _STEPS)
    letters = [_whole(weights) for weights in read["letters"]]
    return Weights(
        _in_hundredths(read["start"]), _in_hundredths(read["least"]), letters, _whole(read["unknown"]), *steps
    )


def _whole(weights: dict[str, float]) -> dict[str, int]:
    return {name: _in_hundredths(weight) for name, weight in weights.items()}


def _in_hundredths(weight: float) -> int:
    """A weight of the file, which has two decimals: sums of whole numbers are the same wherever they are made."""
    return round(100 * weight)


class Traits(NamedTuple):
    """What is known of a surprising place without trying repairs (see `Weights`)."""

    letters: str
    unknown: str
    around: int
    behind: int
    shape: int


def traits_of(folded: Folded, place: int, unknown: frozenset[int], rare: frozenset[int], model: Model) -> Traits:
    """Those of a letter of the shape; `unknown` and `rare` are offsets of unknown rows of the text and of the shape."""
    letters, rows = _letters(folded.shape, place), _rows(folded, place, unknown, rare)
    return Traits(letters, rows, *_steps(folded, place, letters, model))


def _letters(shape: str, place: int) -> str:
    letters = shape[max(0, place - BEFORE) : place + BEHIND]
    if len(letters) == _LETTERS:
        return letters
    return (_NOWHERE * (BEFORE - place) + letters).ljust(_LETTERS, _NOWHERE)


def _rows(folded: Folded, place: int, unknown: frozenset[int], rare: frozenset[int]) -> str:
    at = folded.offset_of_shape(place)
    across = (at - 1 in unknown) + (at - 2 in unknown)
    of_shape = (place in rare) + (place - 1 in rare) + (place - 2 in rare) + (place - 3 in rare)
    return f"{(at in unknown) + across}{across}{of_shape}"


def _steps(folded: Folded, place: int, letters: str, model: Model) -> tuple[int, int, int]:
    text, level = folded.text, model.level
    at = folded.offset_of_shape(place)
    return (
        level(text[at - 1 : at + 1]) // LEVELS_A_STEP,
        level(text[at : at + 2]) // LEVELS_A_STEP,
        min(level(letters[2:5]), level(letters[1:4])) // LEVELS_A_STEP,
    )


@lru_cache(_MOST_CACHED)
def _odds_of_letters(letters: str, rows: str) -> int:
    each = zip(letters, weights().letters, strict=True)
    return weights().start + weights().unknown.get(rows, 0) + sum(weight.get(letter, 0) for letter, weight in each)


@cache
def _most_of_steps() -> int:
    """What the levels of rows add at most: most places are out of the question without looking them up."""
    return sum(max(steps.values(), default=0) for steps in (weights().around, weights().behind, weights().shape))


def is_suspicious(
    folded: Folded, place: int, unknown: frozenset[int], rare: frozenset[int], model: Model, margin: int = 0
) -> bool:
    """Whether a surprising place may be due to a slip; with a margin only if the odds are that much better.

    The margin is a logarithm in hundredths.
    """
    least = weights().least + margin
    letters = _letters(folded.shape, place)
    odds = _odds_of_letters(letters, _rows(folded, place, unknown, rare))
    if odds + _most_of_steps() < least:
        return False
    around, behind, shape = _steps(folded, place, letters, model)
    odds += weights().around.get(around, 0) + weights().behind.get(behind, 0)
    return odds + weights().shape.get(shape, 0) >= least
