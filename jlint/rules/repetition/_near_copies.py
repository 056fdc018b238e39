"""Sentences that are nearly one said before.

Candidates are found by pairs of neighbouring words that they share, each pair remembered where it first stood, so no
sentence is compared with more than a few others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from jlint.document.block import OBJECT
from jlint.rules.repetition._repeats import Repeats, repeats

if TYPE_CHECKING:
    from jlint.document import Document

_WORD = re.compile(r"[一-龠々]+|[ァ-ヴー]{3,}|[A-Za-z0-9]{3,}")
_MEANING = re.compile(r"[一-龠々]+|[ァ-ヴー]+|[A-Za-zＡ-Ｚａ-ｚ]+|[0-9０-９]+")
_NOT = re.compile(r"な[いくかけ]|ません|ず[、にと]|ざる|ぬ")
_FEWEST_PAIRS = 2
_SHARED = 1 / 3
"""How many of a sentence's pairs of words must have stood in the other for the two to be compared."""
_COMPARED = 2
"""With how many others a sentence is compared at most."""
_LONGEST = 2000
"""Letters beyond which a sentence isn't compared: a page without a full stop is no sentence."""
_AT_ONCE = 3
"""Sentences so close to each other are alike on purpose."""


class NearCopy(NamedTuple):
    """Neighbouring sentences, from `first` to `last`, that nearly repeat those from `source` to `source_end`."""

    first: int
    last: int
    source: int
    source_end: int
    likeness: float


def near_copies(document: Document, similarity: int, shortest: int) -> Iterator[NearCopy]:
    """The near copies that belong to no run and are no exact repeats, neighbours joined."""
    current: NearCopy | None = None
    for copy in _single(repeats(document), similarity, shortest):
        if current and copy.first == current.last + 1 and 0 < copy.source - current.source_end <= _AT_ONCE:
            likeness = min(current.likeness, copy.likeness)
            current = current._replace(last=copy.last, source_end=copy.source_end, likeness=likeness)
            continue
        if current:
            yield current
        current = copy
    if current:
        yield current


def _single(known: Repeats, similarity: int, shortest: int) -> Iterator[NearCopy]:
    stood: dict[str, int] = {}
    for number in _new_sentences(known):
        one = known.said[number]
        if not shortest <= len(one.key) <= _LONGEST or OBJECT in one.sentence.text or not one.is_solid:
            continue
        words = _WORD.findall(one.sentence.text)
        pairs = [before + after for before, after in pairwise(words)]
        if len(pairs) < _FEWEST_PAIRS:
            continue
        yield from _best(known, number, pairs, stood, similarity)
        for pair in pairs:
            stood.setdefault(pair, number)


def _new_sentences(known: Repeats) -> Iterator[int]:
    """The numbers of the sentences outside all that is repeated."""
    done = 0
    for repeat in known.found:
        yield from range(done, repeat.first)
        done = repeat.last + 1
    yield from range(done, len(known.said))


def _best(
    known: Repeats, number: int, pairs: Sequence[str], stood: dict[str, int], similarity: int
) -> Iterator[NearCopy]:
    seen = [stood[pair] for pair in pairs if pair in stood]
    if len(seen) < len(pairs) * _SHARED:
        return
    votes = Counter(seen)
    candidates = [
        source
        for source, count in votes.most_common(_COMPARED)
        if count >= len(pairs) * _SHARED and number - source > _AT_ONCE
    ]
    if not candidates:
        return
    from rapidfuzz import fuzz

    for source in candidates:
        likeness = fuzz.ratio(known.said[number].key, known.said[source].key, score_cutoff=similarity)
        if 0 < likeness < 100 and _say_the_same(known.said[number].sentence.text, known.said[source].sentence.text):
            yield NearCopy(number, number, source, source, likeness)
            return


def _say_the_same(text: str, other: str) -> bool:
    """Whether one only adds to the other. Parallel sentences put one name or figure for another, or deny."""
    ours, theirs = set(_MEANING.findall(text)), set(_MEANING.findall(other))
    return not (ours - theirs and theirs - ours) and len(_NOT.findall(text)) == len(_NOT.findall(other))
