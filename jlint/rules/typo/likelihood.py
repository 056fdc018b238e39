"""How likely characters are behind those that stand before them, by the model's counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jlint.rules.typo.model import LEVELS_PER_E, LONGEST

if TYPE_CHECKING:
    from jlint.rules.typo.model import Model

_BACKING_OFF = 0.9
"""What each character costs by which the known context is shorter than it could be."""
_NEVER = -14.0
"""The likelihood of a character that the corpus doesn't have at all."""
_ALL = 16.1
"""The logarithm of the corpus's length."""


def likelihoods(text: str, start: int, end: int, model: Model) -> list[float]:
    """The logarithm of the probability of each character from `start` to `end`."""
    return [_likelihood(text[max(0, at + 1 - LONGEST) : at + 1], model) for at in range(start, end)]


def _likelihood(gram: str, model: Model) -> float:
    level = model.level
    cost = 0.0
    for at in range(len(gram) - 1):
        count = level(gram[at:])
        if count >= 0:
            return (count - max(count, level(gram[at:-1]))) / LEVELS_PER_E - cost
        cost += _BACKING_OFF
    count = level(gram[-1])
    return (count / LEVELS_PER_E - _ALL if count >= 0 else _NEVER) - cost
