"""How likely characters are after those before them, by the model's counts.

Likelihoods are whole numbers of sixtieths of a nat, so that sums don't depend on the order in which they are made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jlint.spelling.model import LEVELS_PER_E

if TYPE_CHECKING:
    from jlint.spelling.model import Model

PER_NAT = 60
"""Likelihoods are logarithms in units of which so many are a nat."""
_PER_LEVEL = PER_NAT // LEVELS_PER_E
BACKING_OFF = 54
"""The cost of each character by which the known context is shorter than it could be: 0.9 nats."""
NEVER = -840
"""The likelihood of a character that the corpus doesn't have at all: -14 nats."""
ALL = 966
"""The logarithm of the corpus's length: 16.1 nats."""


_BEHIND = 5
"""Characters after a repair whose likelihood depends on it."""


class Comparison(NamedTuple):
    """The likelihoods of characters before and after a repair."""

    before: tuple[int, ...]
    after: tuple[int, ...]

    @property
    def gain(self) -> int:
        """How much likelier the text becomes."""
        return sum(self.after) - sum(self.before)


class Likelihoods:
    """How likely the characters of a text are, as it stands and with repairs made."""

    def __init__(self, text: str, longest: int) -> None:
        self._text = text
        self._longest = longest
        self._known: dict[int, int] = {}

    def compare(self, start: int, end: int, right: str, model: Model, least: int) -> Comparison | None:
        """The change if `right` replaces the characters `start` to `end`; None if it gains less than `least`."""
        text, known, longest = self._text, self._known, self._longest
        tail = min(len(text), end + _BEHIND)
        for at in range(start, tail):
            if at not in known:
                known[at] = _likelihood(text[max(0, at + 1 - longest) : at + 1], model)
        before = tuple(known[at] for at in range(start, tail))
        first = max(0, start + 1 - longest)
        repaired = text[first:start] + right + text[end:tail]
        after: list[int] = []
        room = -sum(before) - least
        for at in range(start - first, len(repaired)):
            likelihood = _likelihood(repaired[max(0, at + 1 - longest) : at + 1], model)
            room += likelihood
            if room < 0:  # no later character can raise it again
                return None
            after.append(likelihood)
        return Comparison(before, tuple(after))


def _likelihood(gram: str, model: Model) -> int:
    level = model.level
    cost = 0
    while len(gram) > 1:
        count = level(gram)
        if count >= 0:
            return (count - max(count, level(gram[:-1]))) * _PER_LEVEL - cost
        cost += BACKING_OFF
        gram = gram[1:]
    count = level(gram)
    return (count * _PER_LEVEL - ALL if count >= 0 else NEVER) - cost
