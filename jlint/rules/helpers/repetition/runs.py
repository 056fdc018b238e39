"""Runs of repeated sentences, and where one run ends and the next begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

_ONE_PLACE = 8
_WHOLE_SENTENCES = 10
_WHOLE_CHARACTERS = 400
"""From how many sentences or characters on a part of a run is a whole passage by itself."""


class Stretch(NamedTuple):
    """Neighbouring sentences whose sources are neighbours: `copies` with their `sources`, by number."""

    copies: list[int]
    sources: list[int]


class Repeat(NamedTuple):
    """Sentences that repeat earlier ones: a run of them, or a single one (perhaps many times at once)."""

    stretches: tuple[Stretch, ...]
    is_run: bool

    @property
    def copies(self) -> list[int]:
        return [copy for stretch in self.stretches for copy in stretch.copies]

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """Each copy with its source."""
        return [pair for stretch in self.stretches for pair in zip(*stretch, strict=True)]

    @property
    def first(self) -> int:
        return self.stretches[0].copies[0]

    @property
    def last(self) -> int:
        return self.stretches[-1].copies[-1]

    @property
    def is_of_one_piece(self) -> bool:
        """Whether neighbours repeat neighbours, or all of it one place; if not, they are single sentences by chance."""
        sources = [source for stretch in self.stretches for source in stretch.sources]
        return any(len(stretch.copies) > 1 for stretch in self.stretches) or max(sources) - min(sources) <= _ONE_PLACE

    @property
    def is_at_once(self) -> bool:
        """Whether nothing stands between the first copy and what it repeats."""
        return self.stretches[0].sources[0] == self.first - 1


def is_whole(sentences: int, characters: int) -> bool:
    """Whether so many repeated sentences with so many characters are a whole passage by themselves."""
    return sentences >= _WHOLE_SENTENCES or characters >= _WHOLE_CHARACTERS


def divided(
    run: Sequence[Stretch], lengths: Sequence[int], starts_anew: Callable[[Stretch, Stretch], bool]
) -> Iterator[Sequence[Stretch]]:
    """A run in the parts that each repeat the text from one place onward.

    It is divided where the text starts anew if what lies on either side is a whole passage. Smaller pieces from here
    and there remain one run. `lengths` are those of all sentences, in characters.
    """
    sentences = [0, *accumulate(len(stretch.copies) for stretch in run)]
    characters = [0, *accumulate(sum(lengths[copy] for copy in stretch.copies) for stretch in run)]

    def are_whole(first: int, end: int) -> bool:
        return is_whole(sentences[end] - sentences[first], characters[end] - characters[first])

    left = 0
    for number in range(1, len(run)):
        if are_whole(left, number) and are_whole(number, len(run)) and starts_anew(run[number - 1], run[number]):
            yield run[left:number]
            left = number
    yield run[left:]
