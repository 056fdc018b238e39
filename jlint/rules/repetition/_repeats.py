"""What a document says again: one analysis for all rules about repetition.

Every sentence is looked up among those before it. Neighbours that have neighbouring sources make a stretch, stretches
with little between them make a run. Only first occurrences are looked up, so the third copy points at the first.
Each sentence is looked at a bounded number of times, so time grows in step with the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from jlint.rules.repetition._said import body_blocks, said
from jlint.span import Span

if TYPE_CHECKING:
    from jlint.document import Document

_ANCHOR = 10
"""Letters that a sentence needs to be looked up wherever it stood; a shorter one only goes on with a copy."""
_STRIDE = 3
"""How many sentences of the source a copy may leave out, or bring in, and still be the same copy."""
_LONGEST_SEARCHED = 4000
"""Letters of source that are searched for a fragment: a page without a full stop is no sentence to go on in."""
_SHORTEST_RUN = 40
"""Characters that repeated neighbours need to be a passage rather than two phrases."""


class Stretch(NamedTuple):
    """Neighbouring sentences whose sources are neighbours: `copies` with their `sources`, by number."""

    copies: list[int]
    sources: list[int]


class Repeat(NamedTuple):
    """Sentences that stand earlier in the document: a run of them, or a single one (perhaps many times at once)."""

    stretches: tuple[Stretch, ...]
    is_run: bool

    @property
    def copies(self) -> list[int]:
        return [copy for stretch in self.stretches for copy in stretch.copies]

    @property
    def first(self) -> int:
        return self.stretches[0].copies[0]

    @property
    def last(self) -> int:
        return self.stretches[-1].copies[-1]

    @property
    def is_at_once(self) -> bool:
        """Whether nothing stands between the first copy and what it repeats."""
        return self.stretches[0].sources[0] == self.first - 1


class Repeats:
    """All that a document repeats, in order."""

    def __init__(self, document: Document) -> None:
        self.blocks = tuple(body_blocks(document))
        self.said = said(self.blocks, document.text)
        self._lengths = [one.sentence.end - one.sentence.start for one in self.said]
        sources = _sources([one.key for one in self.said])
        self.found = tuple(self._judged(self._joined(self._stretches(sources))))

    def span(self, first: int, last: int) -> Span:
        """Where the sentences from `first` to `last` stand."""
        return Span(self.said[first].sentence.span.start, self.said[last].sentence.span.end)

    @cached_property
    def _run_spans(self) -> list[Span]:
        return [self.span(repeat.first, repeat.last) for repeat in self.found if repeat.is_run]

    def is_in_run(self, offset: int) -> bool:
        """Whether a place in the source belongs to a run that stands earlier."""
        index = bisect_right(self._run_spans, offset, key=lambda span: span.start) - 1
        return index >= 0 and offset < self._run_spans[index].end

    def characters(self, numbers: Iterable[int]) -> int:
        """How many visible characters these sentences have."""
        return sum(self._lengths[number] for number in numbers)

    def _judged(self, runs: Iterable[list[Stretch]]) -> Iterator[Repeat]:
        for stretches in runs:
            repeat = Repeat(tuple(stretches), is_run=True)
            copies = repeat.copies
            if not any(self._is_telling(*pair) for stretch in stretches for pair in zip(*stretch, strict=True)):
                continue
            if len(copies) > 1 and len({self.said[copy].key for copy in copies}) == 1:
                yield repeat._replace(is_run=False)
            elif len(copies) > 1 and self.characters(copies) >= _SHORTEST_RUN:
                yield repeat
            else:
                yield from self._singles(stretches)

    def _singles(self, stretches: Iterable[Stretch]) -> Iterator[Repeat]:
        for stretch in stretches:
            for copy, source in zip(*stretch, strict=True):
                if self._is_telling(copy, source) and self.said[copy].key == self.said[source].key:
                    yield Repeat((Stretch([copy], [source]),), is_run=False)

    def _is_telling(self, copy: int, source: int) -> bool:
        """Whether both are sentences: an entry in a list of contents and its heading are not."""
        return self.said[copy].is_solid and self.said[source].is_solid

    def _joined(self, stretches: Iterable[Stretch]) -> Iterator[list[Stretch]]:
        run: list[Stretch] = []
        for stretch in stretches:
            if run and not self._goes_on(run[-1], stretch):
                yield run
                run = []
            run.append(stretch)
        if run:
            yield run

    def _goes_on(self, last: Stretch, following: Stretch) -> bool:
        """Whether little enough that is new stands between two stretches to call them one run."""
        if self._parted(last.copies[-1], last.sources[-1], following.copies[0], following.sources[0]):
            return False
        between = range(last.copies[-1] + 1, following.copies[0])
        if not between:
            return True
        if len(between) > _STRIDE or following.sources[0] < last.sources[-1]:
            return False
        around = min(self.characters(last.copies), self.characters(following.copies))
        is_onward = 0 < following.sources[0] - last.sources[-1] <= len(between) + _STRIDE
        return self.characters(between) <= (around if is_onward else around / 2)

    def _stretches(self, sources: Sequence[int]) -> Iterator[Stretch]:
        stretch = Stretch([], [])
        for number, source in enumerate(sources):
            if source < 0:
                continue
            if stretch.copies and not self._adjoins(stretch.copies[-1], stretch.sources[-1], number, source):
                yield stretch
                stretch = Stretch([], [])
            stretch.copies.append(number)
            stretch.sources.append(source)
        if stretch.copies:
            yield stretch

    def _adjoins(self, copy: int, source: int, next_copy: int, next_source: int) -> bool:
        is_onward = 0 <= next_source - source <= _STRIDE + 1
        return next_copy == copy + 1 and is_onward and not self._parted(copy, source, next_copy, next_source)

    def _parted(self, copy: int, source: int, next_copy: int, next_source: int) -> bool:
        """Whether something parts two copies that does not part their sources: they were put there separately.

        It is a break or a marker between them, or a cut: one sentence of the source is torn over two blocks.
        """
        ours, theirs = self.said[copy], self.said[next_copy]
        if source == next_source and ours.key != theirs.key and ours.sentence.block is not theirs.sentence.block:
            return True
        return ours.part != theirs.part and self.said[source].part >= self.said[next_source].part


def _sources(keys: Sequence[str]) -> list[int]:
    """For each sentence the number of the earlier one that it repeats, -1 for a new one."""
    sources = [-1] * len(keys)
    first: dict[str, int] = {}
    start = previous = -1
    gap = 0
    for number, key in enumerate(keys):
        source = _continuation(keys, key, previous, gap, start) if previous >= 0 else -1
        if source < 0:
            source = first.get(key, -1)
            if source >= 0 and (previous < 0 or source >= start):
                start = number
        if source >= 0:
            sources[number] = previous = source
            gap = 0
            continue
        if len(key) >= _ANCHOR:
            first[key] = number
        gap += 1
        if gap > _STRIDE:
            previous = -1
    _extend_backwards(keys, sources)
    return sources


def _continuation(keys: Sequence[str], key: str, previous: int, gap: int, start: int) -> int:
    """The source of a sentence that goes on with a copy whose last known source is `previous`, else -1.

    The copy began at `start`; what it repeats stands before that.
    """
    end = min(previous + gap + _STRIDE + 1, start)
    for source in range(previous + 1, end):
        if keys[source] == key:
            return source
    if gap == 0 and len(key) >= _ANCHOR:
        return _end_within(keys, key, previous, end)
    return -1


def _end_within(keys: Sequence[str], key: str, first: int, end: int) -> int:
    """The sentence, from `first` up to `end`, in which `key` ends where it is a part of them run together, else -1.

    So a copy is followed that lost its line breaks and list markers, or was cut in mid-sentence.
    """
    if sum(map(len, keys[first:end])) > _LONGEST_SEARCHED:
        return -1
    together = "".join(keys[first:end])
    at = together.find(key)
    if at < 0:
        key = key.lstrip("0123456789")
        at = together.find(key) if len(key) >= _ANCHOR else -1
    if at < 0:
        return -1
    at += len(key)
    source = first
    while at > len(keys[source]):
        at -= len(keys[source])
        source += 1
    return source


def _extend_backwards(keys: Sequence[str], sources: list[int]) -> None:
    """Finds what leads up to a copy and was too short, or too much a fragment, to be looked up by itself."""
    for number in range(len(keys) - 1, 0, -1):
        source = sources[number]
        if source <= 0 or sources[number - 1] >= 0:
            continue
        key = keys[number - 1]
        if key == keys[source - 1] and source < number:
            sources[number - 1] = source - 1
        elif len(key) >= _ANCHOR:
            sources[number - 1] = _end_within(keys, key, max(0, source - _STRIDE), min(source, number - 1))


_known: WeakKeyDictionary[Document, Repeats] = WeakKeyDictionary()


def repeats(document: Document) -> Repeats:
    """What the document repeats, computed once."""
    known = _known.get(document)
    if known is None:
        known = _known[document] = Repeats(document)
    return known
