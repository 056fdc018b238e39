"""The slips in a sentence, of typing or conversion: candidates weighed against one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from jlint.document.token import tokenize
from jlint.spelling.candidates import Slip, candidates
from jlint.spelling.features import COST_FACTOR, RankedRepair, Weighed, features, weigh
from jlint.spelling.folding import EDGE, LATIN, NUMBER, Folded
from jlint.spelling.model import model
from jlint.spelling.repair import Repair
from jlint.spelling.usages import is_allowed_usage, is_variant
from jlint.spelling.weighting import certainty

if TYPE_CHECKING:
    from jlint.spelling.model import Model

_LEAST_GAIN_OF_BOTH = 9.0
_APART = 4
"""Candidates nearer to one another than this are rivals."""
_MOST_SLIPS = 3
"""A sentence with more is dialect, old or foreign, which the model doesn't know."""
_FOLDED = frozenset([EDGE, LATIN, NUMBER])
_PARTICLES = frozenset(["を", "に", "が", "の", "は", "で", "と", "も", "へ", "から"])
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
    Kind.MISSING_CHARACTER: -0.25,
    Kind.SURPLUS_CHARACTER: -1.7,
    Kind.WRONG_CHARACTER: 0.75,
    Kind.SWAPPED_CHARACTERS: -2.7,
    Kind.MISSING_PARTICLE: -0.8,
    Kind.SURPLUS_PARTICLE: -2.1,
    Kind.WRONG_PARTICLE: 1.0,
    Kind.WRONG_KANJI: 4.5,
    Kind.MISSPELT_KATAKANA: 0.9,
}
_MORE_OR_LESS = {"strict": 1.0, "normal": 0.0, "eager": -1.0}
LEAST = {kind: {name: least + more for name, more in _MORE_OR_LESS.items()} for kind, least in _NORMAL.items()}
"""The odds (as a logarithm) from which on each setting reports a slip."""


class FoundSlip(NamedTuple):
    """`right` should replace `wrong`, from `start` to `end`.

    `first` to `last` is what a reader is shown, never empty.
    """

    kind: Kind
    start: int
    end: int
    wrong: str
    right: str
    odds: float
    first: int
    last: int

    def is_reported(self, setting: str) -> bool:
        """Whether it is certain enough for a setting."""
        return self.odds >= LEAST[self.kind][setting]


_known: dict[str, tuple[FoundSlip, ...]] = {}
_without_slips: set[str] = set()
"""Folded texts without slips: sentences that differ only in their numbers and names are checked once."""


def slips(text: str) -> tuple[FoundSlip, ...]:
    """The slips in a sentence that some setting reports, in order."""
    found = _known.get(text)
    if found is None:
        if len(_known) >= _MOST_CACHED:
            _known.clear()
        by_place = {slip.start: slip for slip in _found(text)}
        found = tuple(by_place[start] for start in sorted(by_place))
        if len(found) > _MOST_SLIPS:
            found = ()
        _known[text] = found
    return found


def _found(text: str) -> Iterator[FoundSlip]:
    folded = Folded(text)
    if folded.text in _without_slips:
        return
    statistics = model()
    all_ranked = list(ranked(folded, statistics))
    if not all_ranked:
        if len(_without_slips) >= _MOST_CACHED:
            _without_slips.clear()
        _without_slips.add(folded.text)
    for each in all_ranked:
        odds = certainty(features(each, folded, statistics))
        kind = kind_of(each, text)
        if odds < LEAST[kind]["eager"]:
            continue
        start, end = each.start, each.end
        first, last = (start, end) if end > start else (max(0, start - 1), min(len(text), start + 1))
        yield FoundSlip(kind, start, end, text[start:end], each.right, odds, first, last)


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


def is_katakana(letter: str) -> bool:
    """Whether it is a katakana or the mark of a long vowel."""
    return "ァ" <= letter <= "ヺ" or letter == "ー"


def _is_particle(text: str, start: int, end: int) -> bool:
    near = max(0, start - 12)
    words = tokenize(text[near : end + 12])
    return any(word.start == start - near and word.end == end - near and word.pos1 == "助詞" for word in words)


def ranked(folded: Folded, statistics: Model) -> Iterator[RankedRepair]:
    """The best candidate of each place."""
    weighed = sorted(
        (
            each
            for candidate in candidates(folded, statistics)
            if (each := weigh(candidate, folded, statistics)) is not None
        ),
        key=lambda each: (-each.gain, each.candidate.start, each.candidate.end),
    )
    at_start: dict[int, list[Weighed]] = defaultdict(list)
    for each in weighed:
        at_start[each.candidate.start].append(each)
    for best in weighed:
        at = best.candidate.start
        if at not in at_start:
            continue  # a better candidate nearby was its rival
        near = [at_start.pop(start) for start in range(at - _APART + 1, at + _APART) if start in at_start]
        rivals = [each.gain for group in near for each in group if each is not best]
        place = (
            None
            if is_allowed_usage(best.candidate, folded.text, statistics)
            else _place(folded, at, best.candidate.end)
        )
        if place and _is_likely(best, Repair(folded.original, *place, best.candidate.right)):
            yield RankedRepair(best, *place, max(rivals, default=0.0), len(rivals))


def _is_likely(best: Weighed, repair: Repair) -> bool:
    """Whether both ways of weighing, by n-grams and by UniDic's path, together favour the repair."""
    return best.gain + repair.gain / COST_FACTOR >= _LEAST_GAIN_OF_BOTH and not is_variant(best.candidate, repair)


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
