"""Which rare places look like those that slips cause, before any repair is tried.

Three of five sentences have letters that the model doesn't know together, nearly always without a slip. A slip leaves
other letters there than a rare turn of phrase does; how much each letter indicates a slip was learned from slips made
in edited text. `scripts/train_typo_suspicion.py` makes the file. Of 9,000 places where a slip was reported in other
texts it keeps 98 in 100, of 31,000 without one 4 in 10.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

from jlint.spelling.model import RARE_WINDOW

_LEAST = -2.2
"""The odds (as a logarithm) from which on a place is checked."""
MOST_WINDOWS = 4
"""A slip of one letter reaches into no more windows."""


@cache
def _weights() -> list[tuple[float, list[Callable[[str, float], float]]]]:
    """For each number of windows in a row the odds to start from, and how much each letter adds at each place."""
    path = Path(__file__).with_name("data") / "suspicion.json"
    return [(start, [added.get for added in letters]) for start, letters in json.loads(path.read_text("utf-8"))]


def is_suspicious(shape: str, first: int, last: int) -> bool:
    """Whether the rare windows that start at `first` to `last` may be due to a slip."""
    if last - first >= MOST_WINDOWS:
        return False
    odds, weights = _weights()[last - first]
    for letter, weight_of in zip(letters_around(shape, first, last), weights, strict=False):
        odds += weight_of(letter, 0.0)
    return odds >= _LEAST


def letters_around(shape: str, first: int, last: int) -> str:
    """The letters of the windows, and one on either side; a space where there is none."""
    around = shape[max(0, first - 1) : last + RARE_WINDOW + 1]
    return around if first else f" {around}"
