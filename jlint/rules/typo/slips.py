"""The slips of hands and converters in a sentence: candidates weighed against one another."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from jlint.document.token import tokenize
from jlint.rules.typo.candidates import Candidate, Slip, candidates
from jlint.rules.typo.features import COST_FACTOR, Judged, features, gain_of
from jlint.rules.typo.folding import EDGE, LATIN, NUMBER, Folded
from jlint.rules.typo.katakana import surplus_letters
from jlint.rules.typo.lawful import is_lawful, is_variant
from jlint.rules.typo.model import model
from jlint.rules.typo.repair import Repair
from jlint.rules.typo.weighting import certainty

if TYPE_CHECKING:
    from jlint.rules.typo.model import Model

_LEAST_GAIN = 8.0
"""Nats below which a repair is never likely enough."""
_LEAST_GAIN_OF_BOTH = 16.0
"""Real slips gain more, 99 in 100 of them."""
_APART = 4
"""Candidates nearer to one another than this are rivals."""
_MOST_SLIPS = 3
"""A sentence with more is dialect, old or foreign: it isn't what the model knows."""
_FOLDED = frozenset([EDGE, LATIN, NUMBER])
_PARTICLES = frozenset(["を", "に", "が", "の", "は", "で", "と", "も", "へ", "から"])
_REMEMBERED = 30_000


class Kind(Enum):
    """What is wrong, as the rules tell it."""

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
    Kind.MISSING_CHARACTER: 0.9,
    Kind.SURPLUS_CHARACTER: 1.18,
    Kind.WRONG_CHARACTER: 2.3,
    Kind.SWAPPED_CHARACTERS: 1.5,
    Kind.MISSING_PARTICLE: 0.9,
    Kind.SURPLUS_PARTICLE: 1.0,
    Kind.WRONG_PARTICLE: 2.0,
    Kind.WRONG_KANJI: 2.0,
    Kind.MISSPELT_KATAKANA: 1.6,
}
_MORE_OR_LESS = {"strict": 1.5, "normal": 0.0, "eager": -1.5}
LEAST = {kind: {name: least + more for name, more in _MORE_OR_LESS.items()} for kind, least in _NORMAL.items()}
"""The odds (as a logarithm) from which on each setting tells a slip."""


class FoundSlip(NamedTuple):
    """`right` should stand in the place of `wrong`, from `start` to `end`.

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

    def is_told(self, setting: str) -> bool:
        """Whether it is certain enough for a setting."""
        return self.odds >= LEAST[self.kind][setting]


_known: dict[str, tuple[FoundSlip, ...]] = {}


def slips(text: str) -> tuple[FoundSlip, ...]:
    """The slips in a sentence that some setting tells, in order."""
    found = _known.get(text)
    if found is None:
        if len(_known) >= _REMEMBERED:
            _known.clear()
        by_place = {slip.start: slip for slip in (*_surplus_katakana(text), *_found(text))}
        found = tuple(by_place[start] for start in sorted(by_place))
        if len(found) > _MOST_SLIPS:
            found = ()
        _known[text] = found
    return found


def _found(text: str) -> Iterator[FoundSlip]:
    folded = Folded(text)
    statistics = model()
    for best, rival in judged(folded, statistics):
        odds = certainty(features(best, folded, rival, statistics))
        kind = _kind(best, text)
        if odds < LEAST[kind]["eager"]:
            continue
        start, end = best.start, best.end
        first, last = (start, end) if end > start else (max(0, start - 1), min(len(text), start + 1))
        yield FoundSlip(kind, start, end, text[start:end], best.candidate.right, odds, first, last)


def _surplus_katakana(text: str) -> Iterator[FoundSlip]:
    odds = LEAST[Kind.MISSPELT_KATAKANA]["normal"]
    for at in surplus_letters(text):
        yield FoundSlip(Kind.MISSPELT_KATAKANA, at, at + 1, text[at], "", odds, at, at + 1)


def _kind(best: Judged, text: str) -> Kind:
    slip, _, _, right = best.candidate
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


def judged(folded: Folded, statistics: Model) -> Iterator[tuple[Judged, float]]:
    """The best candidate of each place, with the gain of the best other one there."""
    weighed = sorted(
        (
            (gain, candidate.start, candidate)
            for candidate in dict.fromkeys(candidates(folded.text, statistics))
            if (gain := gain_of(candidate, folded.text, statistics)[0]) >= _LEAST_GAIN
        ),
        key=lambda each: (-each[0], each[1], each[2].end),
    )
    while weighed:
        gain, at, best = weighed[0]
        rivals = [each for each in weighed[1:] if abs(each[1] - at) < _APART]
        weighed = [each for each in weighed[1:] if abs(each[1] - at) >= _APART]
        place = None if is_lawful(best, folded.text, statistics) else _place(folded, best.start, best.end)
        if place and _is_likely(gain, best, Repair(folded.original, *place, best.right)):
            yield Judged(best, *place, gain), max((each[0] for each in rivals), default=0.0)


def _is_likely(gain: float, candidate: Candidate, repair: Repair) -> bool:
    """Whether both ways of weighing, by n-grams and by UniDic's path, together speak for the repair."""
    return gain + repair.gain / COST_FACTOR >= _LEAST_GAIN_OF_BOTH and not is_variant(candidate, repair)


def _place(folded: Folded, start: int, end: int) -> tuple[int, int] | None:
    """Where the folded characters stand in the sentence; None where they border on folded runs on both sides."""
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
