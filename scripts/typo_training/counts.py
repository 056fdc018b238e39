"""How often n-grams stand in the corpora."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import numpy as np

from jlint.spelling.folding import EDGE, shape_of

GENERAL_WEIGHT = 0.15
"""What an n-gram of the general text counts beside one of the edited text."""


class Least(NamedTuple):
    """How often an n-gram must stand in the edited text, or else in the general text, to be kept."""

    edited: int
    general: int


OF_TEXT: Mapping[int, Least] = {1: Least(1, 3), 2: Least(1, 3), 3: Least(2, 5), 4: Least(3, 12), 5: Least(4, 16)}
"""For n-grams of each length of folded text."""
_NEVER = 1 << 40
OF_SHAPE: Mapping[int, Least] = {
    1: Least(1, 3), 2: Least(1, 3), 3: Least(1, 4), 4: Least(2, 8), 5: Least(3, 20), 6: Least(5, _NEVER)
}  # fmt: skip
"""The same for n-grams of shapes."""


class Counts:
    """Every n-gram of folded sentences with its count."""

    def __init__(self, folded: Iterable[str]) -> None:
        self.text = EDGE + EDGE.join(text.strip(EDGE) for text in folded) + EDGE
        self._codes = np.frombuffer(self.text.encode("utf-32-le"), dtype=np.uint32)
        self._is_edge = self._codes == ord(EDGE)
        mixed = self._codes.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        self._mixed = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9)

    @classmethod
    def of_shapes(cls, folded: Iterable[str]) -> Counts:
        """The n-grams of their shapes."""
        return cls(shape_of(EDGE + text + EDGE) for text in folded)

    def table(self, length: int, least: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Hashes, in order, of the n-grams that stand `least` times or more, where they first stand, and counts."""
        starts = self._starts(length)
        hashes, first, counts = np.unique(self._hashes(starts, length), return_index=True, return_counts=True)
        kept = counts >= least
        return hashes[kept], starts[first[kept]], counts[kept]

    def _starts(self, length: int) -> np.ndarray:
        """Edges stand at the ends of an n-gram only."""
        inner = np.ones(max(0, len(self._codes) - length + 1), dtype=bool)
        for offset in range(1, length - 1):
            inner &= ~self._is_edge[offset : offset + len(inner)]
        return np.nonzero(inner)[0]

    def _hashes(self, starts: np.ndarray, length: int) -> np.ndarray:
        hashed = np.zeros(len(starts), dtype=np.uint64)
        for offset in range(length):
            hashed = hashed * np.uint64(6364136223846793005) + self._mixed[starts + offset]
            hashed ^= hashed >> np.uint64(31)
        return hashed


def weighted(edited: Counts, general: Counts, length: int, least: Least) -> Iterator[tuple[str, float]]:
    """The n-grams of a length that are kept, with their weighted counts."""
    hashes, firsts, counts = edited.table(length, 1)
    others, other_firsts, other_counts = general.table(length, least.general)
    places = np.minimum(np.searchsorted(others, hashes), max(0, len(others) - 1))
    in_both = others[places] == hashes if len(others) else np.zeros(len(hashes), dtype=bool)
    totals = counts.astype(float)
    totals[in_both] += GENERAL_WEIGHT * other_counts[places[in_both]]
    kept = (counts >= least.edited) | in_both
    for start, total in zip(firsts[kept].tolist(), totals[kept].tolist(), strict=True):
        yield edited.text[start : start + length], total
    alone = np.ones(len(others), dtype=bool)
    alone[places[in_both]] = False
    for start, count in zip(other_firsts[alone].tolist(), other_counts[alone].tolist(), strict=True):
        yield general.text[start : start + length], GENERAL_WEIGHT * count
