"""How sure a repair is, by decision trees that were trained on slips made in edited text.

`scripts/train_typo_weights.py` makes the file. Each tree is five lists: for the inner nodes the feature, the limit, and
the next place at or below it and above it, which is a leaf if negative; and the values of the leaves.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple


class _Tree(NamedTuple):
    features: list[int]
    limits: list[float]
    below: list[int]
    above: list[int]
    leaves: list[float]


@cache
def _trees() -> tuple[_Tree, ...]:
    path = Path(__file__).with_name("data") / "weights.json"
    return tuple(_Tree(*tree) for tree in json.loads(path.read_text("utf-8")))


def certainty(features: list[float]) -> float:
    """The logarithm of the odds that the repair is right."""
    odds = 0.0
    for tested, limits, below, above, leaves in _trees():
        place = 0
        while place >= 0:
            place = below[place] if features[tested[place]] <= limits[place] else above[place]
        odds += leaves[~place]
    return odds
