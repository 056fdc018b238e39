"""The repetitions in a document: one analysis for all rules about repetition.

Every sentence is looked up among those before it. Neighbours that have neighbouring sources make a stretch, stretches
with little between them make a run. Only first occurrences are looked up, so the third copy points at the first.
Each sentence is looked at a bounded number of times, so the time is linear in the length of the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from jlint.document.block import BlockKind
from jlint.letters import letters
from jlint.rules.helpers.repetition.compared_sentences import body_blocks, sentences
from jlint.rules.helpers.repetition.near_copies import SHORTEST, SIMILARITY, Near, near_sources
from jlint.rules.helpers.repetition.runs import Repeat, Stretch, divided
from jlint.rules.helpers.repetition.sources import STRIDE, exact_sources, first_places
from jlint.span import LineIndex, Span

if TYPE_CHECKING:
    from jlint.document import Block, Document

_SHORTEST_RUN = 40
"""Characters that repeated neighbours need to be a passage rather than two phrases."""
_ONE_PLACE = 8
"""How many sentences apart two sources may be and still be one place for a reader."""
_PIECE = 3
"""From this number on, sentences are a piece of text even if they repeat several places, or a part of the same run."""
_PHRASE = 20
"""Characters below which a sentence is a phrase."""
_PROSE = 0.4
"""What share of a passage must be sentences rather than lines and phrases."""


class Repeats:
    """All repetitions in a document, in order."""

    def __init__(self, document: Document) -> None:
        self.blocks = tuple(body_blocks(document))
        self.sentences = sentences(self.blocks, document.text)
        self._lengths = [one.sentence.end - one.sentence.start for one in self.sentences]
        keys = [one.key for one in self.sentences]
        self.exact = exact_sources(keys)
        self._first = first_places(keys, self.exact)
        self._nearly = near_sources(self.sentences, self.exact, SIMILARITY, SHORTEST)
        self._title = letters(document.title)
        runs = self._joined(self._stretches(self._with_near_copies()))
        parts = (part for run in runs for part in divided(run, self._lengths, self._starts_anew))
        self.found = tuple(self._repeats_in(parts))

    def span(self, first: int, last: int) -> Span:
        """The span of the sentences from `first` to `last`."""
        return Span(self.sentences[first].sentence.span.start, self.sentences[last].sentence.span.end)

    def lines_apart(self, lines: LineIndex, number: int, other: int) -> int:
        """How many lines lie between two sentences; those of one block count as being on one line."""
        block, other_block = self.sentences[number].sentence.block, self.sentences[other].sentence.block
        if block is other_block:
            return 0
        return abs(lines.line_of(block.span.start) - lines.line_of(other_block.span.start))

    @cached_property
    def pairs(self) -> dict[int, int]:
        """The sentences that repeat an earlier one, exactly or nearly, with the number of that one."""
        exact = {number: source for number, source in enumerate(self._first) if source >= 0}
        return {number: near.source for number, near in self._nearly.items()} | exact

    @property
    def pairs_nearly(self) -> dict[int, Near]:
        """The sentences that nearly repeat an earlier one as the rules have it by default, by number."""
        return self._nearly

    def near(self, similarity: int, shortest: int) -> dict[int, Near]:
        """The sentences that nearly repeat an earlier one, by number."""
        if (similarity, shortest) == (SIMILARITY, SHORTEST):
            return self._nearly
        return near_sources(self.sentences, self.exact, similarity, shortest)

    @cached_property
    def _reported(self) -> frozenset[int]:
        return frozenset(number for repeat in self.found for number in range(repeat.first, repeat.last + 1))

    def is_reported(self, number: int) -> bool:
        """Whether a sentence belongs to a repetition in `found`."""
        return number in self._reported

    @cached_property
    def _run_spans(self) -> list[Span]:
        return [self.span(repeat.first, repeat.last) for repeat in self.found if repeat.is_run]

    def is_in_run(self, offset: int) -> bool:
        """Whether a place in the source belongs to a run that repeats earlier text."""
        index = bisect_right(self._run_spans, offset, key=lambda span: span.start) - 1
        return index >= 0 and offset < self._run_spans[index].end

    def characters(self, numbers: Iterable[int]) -> int:
        """How many visible characters these sentences have."""
        return sum(self._lengths[number] for number in numbers)

    def first_place(self, copy: int, source: int) -> int:
        """The first sentence with the words that a copy repeats."""
        return self._first[copy] if self.exact[copy] >= 0 else source

    def is_exact(self, number: int) -> bool:
        """Whether a sentence of a run repeats earlier text word for word, as a whole sentence or as a part of it."""
        return self.exact[number] >= 0

    def _with_near_copies(self) -> list[int]:
        """The sources of all sentences, including near copies that are next to a copy of the same place."""
        sources = list(self.exact)
        for numbers in (range(len(sources)), reversed(range(len(sources)))):
            last = -1
            for number in numbers:
                near = self._nearly.get(number) if sources[number] < 0 <= last else None
                if near and abs(number - last) <= STRIDE and abs(near.source - sources[last]) <= _ONE_PLACE:
                    sources[number] = near.source
                if sources[number] >= 0:
                    last = number
        return sources

    def _repeats_in(self, runs: Iterable[Sequence[Stretch]]) -> Iterator[Repeat]:
        for stretches in runs:
            repeat = Repeat(tuple(stretches), is_run=True)
            copies = repeat.copies
            exact = [pair for stretch in stretches for pair in zip(*stretch, strict=True) if self.is_exact(pair[0])]
            if not any(self._is_substantial(*pair) for pair in exact):
                continue
            if len(copies) > 1 and len({self.sentences[copy].key for copy in copies}) == 1:
                yield self._said_again(repeat)
            elif self._is_passage(repeat):
                yield repeat
            else:
                yield from self._singles(exact)

    def _said_again(self, repeat: Repeat) -> Repeat:
        """One sentence several times. Where its source only contains it, the first copy is what the others repeat."""
        copies = repeat.copies
        source = repeat.stretches[0].sources[0]
        if self.sentences[source].key == self.sentences[copies[0]].key:
            return repeat._replace(is_run=False)
        return Repeat((Stretch(copies[1:], [copies[0]] * (len(copies) - 1)),), is_run=False)

    def _is_passage(self, repeat: Repeat) -> bool:
        """Whether it repeats one passage, rather than phrases and single sentences that are neighbours by chance."""
        copies = repeat.copies
        if len(copies) < 2 or self.characters(copies) < _SHORTEST_RUN or self._is_refrain(copies):
            return False
        return repeat.is_of_one_piece or sum(self._lengths[copy] >= _PHRASE for copy in copies) >= _PIECE

    def _is_refrain(self, copies: Sequence[int]) -> bool:
        """Whether most of it is short lines, as of a song or a play, which come again on purpose."""
        sentences = [copy for copy in copies if self._lengths[copy] >= _PHRASE]
        return len(copies) >= _PIECE and self.characters(sentences) < _PROSE * self.characters(copies)

    def _singles(self, pairs: Iterable[tuple[int, int]]) -> Iterator[Repeat]:
        for copy, source in pairs:
            is_same = self._is_substantial(copy, source) and self.sentences[copy].key == self.sentences[source].key
            if is_same and not self._starts_over(copy, source):
                yield Repeat((Stretch([copy], [source]),), is_run=False)

    def _is_substantial(self, copy: int, source: int) -> bool:
        """Whether both are sentences: an entry in a list of contents and its heading are not."""
        return self.sentences[copy].is_solid and self.sentences[source].is_solid

    def _starts_over(self, copy: int, source: int) -> bool:
        """Whether the sentence after the source breaks off and is written again after the copy.

        The repetition there belongs to the cut, and is reported with it.
        """
        broken = source + 1
        if copy != broken + 1 or copy + 1 >= len(self.sentences) or self.sentences[broken].is_solid:
            return False
        return self.sentences[copy + 1].key.startswith(self.sentences[broken].key)

    def _joined(self, stretches: Iterable[Stretch]) -> Iterator[list[Stretch]]:
        run: list[Stretch] = []
        for stretch in stretches:
            if run and not self._goes_on(run, stretch):
                yield run
                run = []
            run.append(stretch)
        if run:
            yield run

    def _goes_on(self, run: list[Stretch], following: Stretch) -> bool:
        """Whether there is little enough new text between a run and the next stretch to call them one."""
        last = run[-1]
        if self._are_separated(last.copies[-1], last.sources[-1], following.copies[0], following.sources[0]):
            return False
        stands_first = self.first_place(following.copies[0], following.sources[0])
        if stands_first >= run[0].copies[0] and len(following.copies) >= _PIECE:
            return False
        between = range(last.copies[-1] + 1, following.copies[0])
        if not between:
            return True
        if len(between) > STRIDE:
            return False
        onward = following.sources[0] - last.sources[-1]
        if onward < 0:
            return False
        if self._go_together(last.copies[-1], following.copies[0]) and self._go_together(
            last.sources[-1], following.sources[0]
        ):
            return True
        around = min(self.characters(last.copies), self.characters(following.copies))
        return self.characters(between) <= (around if onward <= len(between) + STRIDE else around / 2)

    def _starts_anew(self, before: Stretch, following: Stretch) -> bool:
        """Whether the source jumps backwards, or the title stands between the two."""
        copy, next_copy = before.copies[-1], following.copies[0]
        source, next_source = before.sources[-1], following.sources[0]
        if self.first_place(next_copy, next_source) < self.first_place(copy, source):
            return True
        between = range(copy + 1, next_copy + 1)
        return bool(self._title) and any(self.sentences[number].key == self._title for number in between)

    def _go_together(self, number: int, following: int) -> bool:
        """Whether two sentences stand in the same block, or the second opens the next item of a list."""
        block, next_block = self.sentences[number].sentence.block, self.sentences[following].sentence.block
        if block is next_block:
            return True
        opens = self.sentences[following - 1].sentence.block is not next_block
        is_next = self._places[next_block] - self._places[block] == 1
        return opens and is_next and block.kind is next_block.kind is BlockKind.ITEM

    @cached_property
    def _places(self) -> dict[Block, int]:
        """The numbers of the blocks that have compared sentences."""
        blocks = dict.fromkeys(one.sentence.block for one in self.sentences)
        return {block: number for number, block in enumerate(blocks)}

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
        is_onward = 0 <= next_source - source <= STRIDE + 1
        return next_copy == copy + 1 and is_onward and not self._are_separated(copy, source, next_copy, next_source)

    def _are_separated(self, copy: int, source: int, next_copy: int, next_source: int) -> bool:
        """Whether something separates two copies but not their sources, so that they were inserted separately.

        It is a break or a marker between them, or a cut: one sentence of the source is split over two blocks.
        """
        ours, theirs = self.sentences[copy], self.sentences[next_copy]
        if source == next_source and ours.key != theirs.key and ours.sentence.block is not theirs.sentence.block:
            return True
        return ours.part != theirs.part and self.sentences[source].part >= self.sentences[next_source].part


_known: WeakKeyDictionary[Document, Repeats] = WeakKeyDictionary()


def repeats(document: Document) -> Repeats:
    """The repetitions in the document, computed once."""
    known = _known.get(document)
    if known is None:
        known = _known[document] = Repeats(document)
    return known
