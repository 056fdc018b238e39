"""How sure a repair is, by decision trees that were trained on slips made in edited text.

`scripts/train_typos.py` makes the file. Each tree is five lists: for the inner nodes the feature, the limit, and
the next place at or below it and above it, which is a leaf if negative; and the values of the leaves.
"""

from __future__ import annotations

import json
from enum import Enum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jlint.spelling.candidates import Slip

_FIRST = 40
_HOPELESS = -3.0
"""The first trees decide most: after so many, a repair with lower odds never became likely."""


class Group(Enum):
    """The kinds of repairs that trees of their own weigh."""

    KANA = "kana"
    KANJI = "kanji"
    KATAKANA = "katakana"


def group_of(slip: Slip) -> Group:
    """The trees that weigh a repair."""
    return {Slip.KANJI: Group.KANJI, Slip.KATAKANA: Group.KATAKANA}.get(slip, Group.KANA)


class _Tree(NamedTuple):
    features: list[int]
    limits: list[float]
    below: list[int]
    above: list[int]
    leaves: list[float]


@cache
def _trees() -> dict[str, tuple[_Tree, ...]]:
    path = Path(__file__).with_name("data") / "weights.json"
    read = json.loads(path.read_text("utf-8"))
    return {group: tuple(_Tree(*tree) for tree in trees) for group, trees in read.items()}


def certainty(slip: Slip, features: list[float]) -> float:
    """The logarithm of the odds that the repair is right."""
    odds = 0.0
    for number, (tested, limits, below, above, leaves) in enumerate(_trees()[group_of(slip).value]):
        place = 0
        while place >= 0:
            place = below[place] if features[tested[place]] <= limits[place] else above[place]
        odds += leaves[~place]
        if number == _FIRST and odds < _HOPELESS:
            break
    return odds
