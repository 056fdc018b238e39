"""Sentences that nearly repeat an earlier one.

Candidates are found by pairs of neighbouring words that they share; each pair is stored with its first sentence only,
so that no sentence is compared with more than a few others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from jlint.compiled import compiled
from jlint.document.block import OBJECT
from jlint.memoize import memoize

if TYPE_CHECKING:
    from jlint.rules.helpers.repetition.compared_sentences import ComparedSentence

_WORD = "[一-龠々]+|[ァ-ヴー]{3,}|[A-Za-z0-9]{3,}"
_MEANING = r"[一-龠々]+|[ァ-ヴー]+|[A-Za-zＡ-Ｚａ-ｚ]+|[0-9０-９]+"
_NOT = r"な[いくかけ]|ません|ず[、にと]|ざる|ぬ"
SIMILARITY = 90
"""The default likeness, in per cent, from which on a sentence is a near copy."""
SHORTEST = 30
"""The default number of letters from which on it is one."""
_FEWEST_PAIRS = 2
_SHARED = 1 / 3
"""What share of a sentence's pairs of words must occur in the other for the two to be compared."""
_COMPARED = 2
"""With how many others a sentence is compared at most."""
_LONGEST = 2000
"""Letters beyond which a sentence isn't compared: a page without a full stop is no sentence."""
_AT_ONCE = 3
"""Sentences this close to each other are alike on purpose."""


class Near(NamedTuple):
    """The sentence that another nearly repeats, by number, and how alike the two are, in per cent."""

    source: int
    likeness: float


class NearCopy(NamedTuple):
    """Neighbouring sentences, from `first` to `last`, that nearly repeat those from `source` to `source_end`."""

    first: int
    last: int
    source: int
    source_end: int
    likeness: float


def near_copies(near: Mapping[int, Near], is_reported: Callable[[int], bool]) -> Iterator[NearCopy]:
    """The near copies, neighbours joined, without those that another rule has reported."""
    current: NearCopy | None = None
    for number, (source, likeness) in sorted(near.items()):
        if is_reported(number):
            continue
        if current and number == current.last + 1 and 0 < source - current.source_end <= _AT_ONCE:
            least = min(current.likeness, likeness)
            current = current._replace(last=number, source_end=source, likeness=least)
            continue
        if current:
            yield current
        current = NearCopy(number, number, source, source, likeness)
    if current:
        yield current


def near_sources(
    sentences: Sequence[ComparedSentence], sources: Sequence[int], similarity: int, shortest: int
) -> dict[int, Near]:
    """For sentences without an exact source the earlier one, also without a source, that they nearly repeat."""
    found: dict[int, Near] = {}
    stood: dict[str, int] = {}
    for number, one in enumerate(sentences):
        if sources[number] >= 0 or not shortest <= len(one.key) <= _LONGEST:
            continue
        text = one.sentence.text
        if OBJECT in text or not one.is_solid:
            continue
        pairs = _pairs(text)
        if len(pairs) < _FEWEST_PAIRS:
            continue
        near = _best(sentences, number, pairs, stood, similarity)
        if near:
            found[number] = near
        for pair in pairs:
            stood.setdefault(pair, number)
    return found


@memoize(2048)
def _pairs(text: str) -> list[str]:
    """The neighbouring words of a sentence. Memoized for editors, which ask for nearly the same text again."""
    return [before + after for before, after in pairwise(compiled(_WORD).findall(text))]


def _best(
    sentences: Sequence[ComparedSentence], number: int, pairs: Sequence[str], stood: dict[str, int], similarity: int
) -> Near | None:
    seen = [stood[pair] for pair in pairs if pair in stood]
    if len(seen) < len(pairs) * _SHARED:
        return None
    counts: dict[int, int] = {}
    for source in seen:
        counts[source] = counts.get(source, 0) + 1
    commonest = sorted(counts, key=counts.__getitem__, reverse=True)[:_COMPARED]
    least = len(pairs) * _SHARED
    candidates = [source for source in commonest if counts[source] >= least and number - source > _AT_ONCE]
    if not candidates:
        return None
    one = sentences[number]
    for source in candidates:
        other = sentences[source]
        if _mean_the_same(one.sentence.text, other.sentence.text) and _most_alike(one.key, other.key) >= similarity:
            from rapidfuzz import fuzz  # importing it takes longer than most texts give it to do

            likeness = fuzz.ratio(one.key, other.key, score_cutoff=similarity)
            if 0 < likeness < 100:
                return Near(source, likeness)
    return None


def _most_alike(one: str, other: str) -> float:
    """More than this, in per cent, the two can't be alike: it is their likeness if their letters had no order."""
    shared = (Counter(one) & Counter(other)).total()
    return 200 * shared / (len(one) + len(other))


def _mean_the_same(text: str, other: str) -> bool:
    """Whether one only adds to the other. Parallel sentences replace one name or figure by another, or negate."""
    (ours, denials), (theirs, their_denials) = _meaning(text), _meaning(other)
    return denials == their_denials and (ours <= theirs or theirs <= ours)


@memoize(2048)
def _meaning(text: str) -> tuple[frozenset[str], int]:
    """The words that carry the sentence's meaning, and how often it negates."""
    return frozenset(compiled(_MEANING).findall(text)), len(compiled(_NOT).findall(text))
