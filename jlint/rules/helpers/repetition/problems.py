"""Which repetitions are one problem to an editor: a section that was written again is found in pieces.

Pieces are chained as alignments are: the next one goes on after the last, in the copy as in what it repeats, or it
follows at once whatever it repeats. A phrase that stands again in several places is one problem too. Each piece is
compared with a bounded number of others, so the time is linear.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from msgspec import Struct

from jlint.rules.helpers.repetition.near_copies import near_copies
from jlint.rules.helpers.repetition.repeats import Repeats, repeats
from jlint.rules.helpers.repetition.runs import is_whole
from jlint.rules.helpers.repetition.sources import STRIDE

if TYPE_CHECKING:
    from jlint.document import Document

_SHARE = 4
"""Which part of the smaller of two pieces may lie between them, if that is more than a copy may bring in."""
_REACH = 12
"""How many sentences on a piece may begin that goes on with another one, in the copy and in what it repeats."""
_PIECES, _ENDS = 4, 3
"""How many pieces before are looked at, and how many sentences at the end of one and the beginning of the next."""

Pairs = Sequence[tuple[int, int]]


class _Piece(Struct, frozen=True):
    """Sentences from `first` to `last`, some of which repeat earlier ones: `pairs` of a copy and its source."""

    first: int
    last: int
    pairs: Pairs
    is_whole: bool
    """Whether it is a passage by itself, not a phrase or two."""
    is_slip: bool = False
    """Whether it is one sentence said twice at once."""

    @property
    def sentences(self) -> int:
        return self.last - self.first + 1


def problem_of(document: Document, first: int) -> str:
    """The name of the problem that the repetition beginning with this sentence belongs to, empty if there is none."""
    known = _known.get(document)
    if known is None:
        known = _known[document] = _problems(repeats(document))
    return known.get(first, "")


_known: WeakKeyDictionary[Document, dict[int, str]] = WeakKeyDictionary()


def _problems(known: Repeats) -> dict[int, str]:
    pieces = sorted(_pieces(known), key=lambda piece: piece.first)
    leaders = _Leaders(len(pieces))
    for number, piece in enumerate(pieces):
        for other in range(max(0, number - _PIECES), number):
            if _go_together(pieces[other], piece) or (other == number - 1 and _follows(pieces[other], piece)):
                leaders.join(other, number)
    _join_phrases(pieces, leaders)
    return {piece.first: f"repeat {pieces[leaders.of(number)].first}" for number, piece in enumerate(pieces)}


class _Leaders:
    """Sets of numbers, each with its smallest as the leader (a disjoint-set forest)."""

    def __init__(self, size: int) -> None:
        self._leaders = list(range(size))

    def of(self, number: int) -> int:
        """The leader of the set that a number belongs to."""
        while self._leaders[number] != number:
            self._leaders[number] = number = self._leaders[self._leaders[number]]
        return number

    def join(self, number: int, other: int) -> None:
        """Makes one set of those of two numbers."""
        first, second = sorted((self.of(number), self.of(other)))
        self._leaders[second] = first


def _join_phrases(pieces: Sequence[_Piece], leaders: _Leaders) -> None:
    """Joins what is short and stands by itself to an earlier piece that repeats the same, a passage if there is one.

    It joins one, so that no two passages are one problem for a phrase that stands in both. A sentence said twice at
    once is a slip of its own.
    """
    sizes = Counter(leaders.of(number) for number in range(len(pieces)))
    first: dict[int, int] = {}
    first_whole: dict[int, int] = {}
    for number, piece in enumerate(pieces):
        is_phrase = not piece.is_whole and not piece.is_slip and sizes[leaders.of(number)] == 1
        owners = [first_whole.get(source, first.get(source)) for _, source in piece.pairs] if is_phrase else []
        counts = Counter(owner for owner in owners if owner is not None)
        for owner, count in counts.most_common(1):
            if 2 * count >= len(piece.pairs):
                leaders.join(owner, number)
        for _, source in piece.pairs:
            first.setdefault(source, number)
            if piece.is_whole:
                first_whole.setdefault(source, number)


def _pieces(known: Repeats) -> Iterator[_Piece]:
    for repeat in known.found:
        pairs = [(copy, known.first_place(copy, source)) for copy, source in repeat.pairs]
        whole = is_whole(len(pairs), known.characters(repeat.copies))
        yield _Piece(repeat.first, repeat.last, pairs, whole, repeat.is_at_once and not repeat.is_run)
    for copy in near_copies(known.pairs_nearly, known.is_reported):
        last = copy.last - copy.first
        pairs = [(copy.first, copy.source), *([(copy.last, copy.source_end)] if last else [])]
        yield _Piece(copy.first, copy.last, pairs, is_whole=False)


def _follows(before: _Piece, piece: _Piece) -> bool:
    """Whether next to nothing lies between two pieces."""
    between = piece.first - before.last - 1
    return between <= max(STRIDE, min(before.sentences, piece.sentences) // _SHARE)


def _go_together(before: _Piece, piece: _Piece) -> bool:
    """Whether the piece goes on with what one before it repeats, with a few other sentences in both places."""
    if piece.first - before.last > _REACH or before.is_slip or piece.is_slip:
        return False
    ends = product(before.pairs[-_ENDS:], piece.pairs[:_ENDS])
    return any(
        0 < copy - last_copy <= _REACH and 0 <= source - last_source <= _REACH
        for (last_copy, last_source), (copy, source) in ends
    )
