"""How likely characters are after those before them, by the model's counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jlint.spelling.model import LEVELS_PER_E

if TYPE_CHECKING:
    from jlint.spelling.model import Model

_BACKING_OFF = 0.9
"""The cost of each character by which the known context is shorter than it could be."""
_NEVER = -14.0
"""The likelihood of a character that the corpus doesn't have at all."""
_ALL = 16.1
"""The logarithm of the corpus's length."""


_BEHIND = 5
"""Characters after a repair whose likelihood depends on it."""


class Comparison(NamedTuple):
    """The likelihoods of characters before and after a repair."""

    before: list[float]
    after: list[float]

    @property
    def gain(self) -> float:
        """How much likelier the text becomes (in nats)."""
        return sum(self.after) - sum(self.before)


class Likelihoods:
    """How likely the characters of a text are, as it stands and with repairs made."""

    def __init__(self, text: str, longest: int) -> None:
        self._text = text
        self._longest = longest
        self._known: dict[int, float] = {}

    def compare(self, start: int, end: int, right: str, model: Model, least: float) -> Comparison | None:
        """The change if `right` replaces the characters `start` to `end`; None if it gains less than `least`."""
        text, known, longest = self._text, self._known, self._longest
        tail = min(len(text), end + _BEHIND)
        for at in range(start, tail):
            if at not in known:
                known[at] = _likelihood(text[max(0, at + 1 - longest) : at + 1], model)
        before = [known[at] for at in range(start, tail)]
        first = max(0, start + 1 - longest)
        repaired = text[first:start] + right + text[end:tail]
        after: list[float] = []
        room = -sum(before) - least
        for at in range(start - first, len(repaired)):
            likelihood = _likelihood(repaired[max(0, at + 1 - longest) : at + 1], model)
            room += likelihood
            if room < 0:  # no later character can raise it again
                return None
            after.append(likelihood)
        return Comparison(before, after)


def _likelihood(gram: str, model: Model) -> float:
    level = model.level
    cost = 0.0
    while len(gram) > 1:
        count = level(gram)
        if count >= 0:
            return (count - max(count, level(gram[:-1]))) / LEVELS_PER_E - cost
        cost += _BACKING_OFF
        gram = gram[1:]
    count = level(gram)
    return (count / LEVELS_PER_E - _ALL if count >= 0 else _NEVER) - cost
