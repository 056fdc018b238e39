"""The slips in a sentence, of typing or conversion: candidates weighed against one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from jlint.document.token import tokenize
from jlint.letters import is_katakana
from jlint.spelling.candidates import Slip
from jlint.spelling.features import COST_FACTOR, RankedRepair, Weighed, class_gain, features
from jlint.spelling.folding import EDGE, LATIN, NUMBER, Folded
from jlint.spelling.katakana import prior_of
from jlint.spelling.likelihood import PER_NAT
from jlint.spelling.model import model
from jlint.spelling.native import kernel
from jlint.spelling.repair import Repair
from jlint.spelling.search import worth_weighing
from jlint.spelling.variants import is_colloquial, is_variant, undoes_a_negation
from jlint.spelling.weighting import certainty

if TYPE_CHECKING:
    from jlint.spelling._kernel import Kernel
    from jlint.spelling.model import Model

_LEAST_GAIN_OF_BOTH = 5.0
_FINALISTS = 4
"""How many candidates of a place are read by UniDic."""
_NEARLY, _MOST_OTHERS = 4.0, 2
"""How much less likely than the best another candidate may be to be offered too, in nats, and how many are."""
_APART = 4
"""Candidates nearer to one another than this are rivals."""
_CLASSES_SHARE = 0.5
"""How much the gain of the word classes counts when the candidates of a place are compared."""
_MOST_SLIPS = 3
"""A sentence with more is dialect, old or foreign, which the model doesn't know."""
_FOLDED = frozenset([EDGE, LATIN, NUMBER])
_PARTICLES = frozenset(["を", "に", "が", "の", "は", "で", "と", "も", "へ", "から"])
_MARGIN = 60
"""By how much a place must look more like a slip than those that the trees were trained on, as a logarithm in
hundredths: it saves a third of the time, and loses 2 in 100 of the slips that are found."""
_MOST_CACHED = 30_000


class Kind(Enum):
    """The kinds of slips, as the rules report them."""

    MISSING_CHARACTER = "missing-character"
    SURPLUS_CHARACTER = "surplus-character"
    WRONG_CHARACTER = "wrong-character"
    SWAPPED_CHARACTERS = "swapped-characters"
    MISSING_PARTICLE = "missing-particle"
    SURPLUS_PARTICLE = "surplus-particle"
    WRONG_PARTICLE = "wrong-particle"
    WRONG_KANJI = "wrong-kanji"
    MISSPELT_KATAKANA = "misspelt-katakana"


_NORMAL = {
    Kind.MISSING_CHARACTER: 1.5,
    Kind.SURPLUS_CHARACTER: 1.5,
    Kind.WRONG_CHARACTER: 2.5,
    Kind.SWAPPED_CHARACTERS: 0.5,
    Kind.MISSING_PARTICLE: 3.0,
    Kind.SURPLUS_PARTICLE: 2.0,
    Kind.WRONG_PARTICLE: 0.5,
    Kind.WRONG_KANJI: 1.5,
    Kind.MISSPELT_KATAKANA: 0.5,
}
_OF_OBJECT = "を"
_OFTEN_DROPPED = 1.5
"""By how much surer a missing を must be: in notes and speech it is left out more often than it is forgotten."""
_MORE_OR_LESS = {"strict": 1.5, "normal": 0.0, "eager": -1.0}
LEAST = {kind: {name: least + more for name, more in _MORE_OR_LESS.items()} for kind, least in _NORMAL.items()}
"""The odds (as a logarithm) from which on each setting reports a slip."""


class FoundSlip(Struct, frozen=True):
    """`right` should replace `wrong`, from `start` to `end`.

    `first` to `last` is what a reader is shown, never empty. `others` are other repairs, the likeliest first, each
    as its start and end and the text to put.
    """

    kind: Kind
    start: int
    end: int
    wrong: str
    right: str
    odds: float
    first: int
    last: int
    others: tuple[tuple[int, int, str], ...] = ()

    def is_reported(self, setting: str) -> bool:
        """Whether it is certain enough for a setting."""
        is_dropped = self.kind is Kind.MISSING_PARTICLE and self.right == _OF_OBJECT
        return self.odds >= LEAST[self.kind][setting] + (_OFTEN_DROPPED if is_dropped else 0.0)


_known: dict[tuple[str, bool], tuple[FoundSlip, ...]] = {}
_without_slips: set[tuple[str, bool]] = set()
"""Folded texts without slips: sentences that differ only in their numbers and names are checked once."""


def slips(text: str, *, with_kanji: bool = True) -> tuple[FoundSlip, ...]:
    """The slips in a sentence that some setting reports, in order; those of kanji only if asked for: they cost more."""
    key = text, with_kanji
    found = _known.get(key)
    if found is None:
        if len(_known) >= _MOST_CACHED:
            _known.clear()
        by_place = {slip.start: slip for slip in _found(text, with_kanji=with_kanji)}
        found = tuple(by_place[start] for start in sorted(by_place))
        if len(found) > _MOST_SLIPS:
            found = ()
        _known[key] = found
    return found


def _found(text: str, *, with_kanji: bool) -> Iterator[FoundSlip]:
    folded, statistics = Folded(text), model()
    for each in _all_ranked(folded, statistics, with_kanji=with_kanji):
        odds = _odds(each, folded, statistics)
        kind = kind_of(each, text)
        if odds < LEAST[kind]["eager"]:
            continue
        start, end = each.start, each.end
        first, last = (start, end) if end > start else (max(0, start - 1), min(len(text), start + 1))
        yield FoundSlip(kind, start, end, text[start:end], each.right, odds, first, last, each.others)


def _all_ranked(folded: Folded, statistics: Model, *, with_kanji: bool) -> list[RankedRepair]:
    native = kernel()
    if native is not None:
        return list(ranked(folded, statistics, with_kanji=with_kanji, margin=_MARGIN, native=native))
    key = folded.text, with_kanji
    if key in _without_slips:
        return []
    found = list(ranked(folded, statistics, with_kanji=with_kanji, margin=_MARGIN))
    if not found:
        if len(_without_slips) >= _MOST_CACHED:
            _without_slips.clear()
        _without_slips.add(key)
    return found


def _odds(each: RankedRepair, folded: Folded, statistics: Model) -> float:
    slip, start, end, right, _ = each.best.candidate
    prior = prior_of(folded.text, start, end, right) if slip is Slip.KATAKANA else 0.0
    return certainty(slip, features(each, folded, statistics)) + prior


def kind_of(best: RankedRepair, text: str) -> Kind:
    """The kind as which the rules report a repair."""
    slip, right = best.best.candidate.slip, best.right
    wrong = text[best.start : best.end]
    if slip is Slip.KANJI:
        return Kind.WRONG_KANJI
    if any(map(is_katakana, wrong + right)):
        return Kind.MISSPELT_KATAKANA
    if slip is Slip.SWAPPED:
        return Kind.SWAPPED_CHARACTERS
    was_particle = wrong in _PARTICLES and _is_particle(text, best.start, best.end)
    repaired = text[: best.start] + right + text[best.end :]
    is_particle = right in _PARTICLES and _is_particle(repaired, best.start, best.start + len(right))
    if slip is Slip.MISSING:
        return Kind.MISSING_PARTICLE if is_particle else Kind.MISSING_CHARACTER
    if slip is Slip.SURPLUS:
        return Kind.SURPLUS_PARTICLE if was_particle else Kind.SURPLUS_CHARACTER
    return Kind.WRONG_PARTICLE if was_particle and is_particle else Kind.WRONG_CHARACTER


def _is_particle(text: str, start: int, end: int) -> bool:
    near = max(0, start - 12)
    words = tokenize(text[near : end + 12])
    return any(word.start == start - near and word.end == end - near and word.pos1 == "助詞" for word in words)


def ranked(
    folded: Folded, statistics: Model, *, with_kanji: bool = True, margin: int = 0, native: Kernel | None = None
) -> Iterator[RankedRepair]:
    """The best candidate of each place; `native` holds the same statistics."""
    weighed = sorted(
        worth_weighing(folded, statistics, with_kanji=with_kanji, margin=margin, native=native),
        key=lambda each: (-each.gain, each.candidate.start, each.candidate.end),
    )
    at_start: dict[int, list[Weighed]] = defaultdict(list)
    for each in weighed:
        at_start[each.candidate.start].append(each)
    for first in weighed:
        at = first.candidate.start
        if at not in at_start:
            continue  # a better candidate nearby was its rival
        near = [at_start.pop(start) for start in range(at - _APART + 1, at + _APART) if start in at_start]
        every = sorted((each for group in near for each in group), key=lambda each: -each.gain)
        repair = _likeliest(every[:_FINALISTS], len(every), folded, statistics)
        if repair is not None:
            yield repair


def _likeliest(finalists: list[Weighed], rivals: int, folded: Folded, statistics: Model) -> RankedRepair | None:
    """The one that n-grams and UniDic's path together favour most, if they favour it enough."""
    best: tuple[float, Weighed, tuple[int, int], Repair] | None = None
    second = 0.0
    gains: list[tuple[float, int, int, str]] = []
    for each in finalists:
        candidate = each.candidate
        place = _place(folded, candidate.start, candidate.end)
        if place is None:
            continue
        repair = Repair(folded.original, *place, candidate.right)
        gain = each.gain / PER_NAT + repair.gain / COST_FACTOR + _CLASSES_SHARE * class_gain(repair, statistics)
        gains.append((gain, *place, candidate.right))
        if best is None or gain > best[0]:
            best, second = (gain, each, place, repair), best[0] if best else 0.0
        else:
            second = max(second, gain)
    if best is None or best[0] < _LEAST_GAIN_OF_BOTH:
        return None
    gain, each, place, repair = best
    if is_variant(each.candidate, repair) or is_colloquial(each.candidate, repair) or undoes_a_negation(repair):
        return None
    others = sorted((other for other in gains if gain - _NEARLY <= other[0] < gain), reverse=True)[:_MOST_OTHERS]
    return RankedRepair(each, *place, gain - second, rivals - 1, tuple(other[1:] for other in others))


def _place(folded: Folded, start: int, end: int) -> tuple[int, int] | None:
    """Where the folded characters are in the sentence; None if they border on folded runs on both sides."""
    text = folded.text
    if any(letter in _FOLDED for letter in text[start:end]):
        return None
    if end > start:
        first = folded.original_offset(start)
        return first, first + end - start
    if text[start] not in _FOLDED:
        first = folded.original_offset(start)
    elif text[start - 1] not in _FOLDED:
        first = folded.original_offset(start - 1) + 1
    else:
        return None
    return first, first
