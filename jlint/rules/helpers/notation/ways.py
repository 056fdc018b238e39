"""Two or more ways to write the same thing in one text: which is the rarer, and which to keep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from jlint.finding import Related, Text
from jlint.rules.contract.base import Span

MAJORITY = "majority"


class Use(Struct, frozen=True):
    """One place: which of the ways it is written in, and where it is."""

    way: str
    text: str
    span: Span


class Odd(NamedTuple):
    """A use that deviates, the way that is right, and a place that has it, if there is one."""

    use: Use
    right: str
    model: Use | None

    @property
    def related(self) -> list[Related]:
        """The place that shows the right way."""
        return [Related(self.model.span, Text("もう一つの書き方", "the other way"))] if self.model else []


def odd_ones(uses: Sequence[Use], prefer: str, order: Iterable[str] = ()) -> Iterator[Odd]:
    """The uses that aren't in the way to `prefer`; with `majority`, those that aren't in the commonest one.

    Ties are settled by `order`, then by which way comes first in the text.
    """
    right = prefer
    if prefer == MAJORITY:
        counts = Counter(use.way for use in uses)
        if len(counts) < 2:
            return
        rank = {way: place for place, way in enumerate([*order, *counts])}
        right = min(counts, key=lambda way: (-counts[way], rank[way]))
    model = next((use for use in uses if use.way == right), None)
    for use in uses:
        if use.way != right:
            yield Odd(use, right, model)
