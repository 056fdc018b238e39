"""The features of a candidate repair, in the order in which the weighting expects them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from jlint.document.token import path_cost, tokenize
from jlint.letters import is_katakana
from jlint.spelling.candidates import Slip
from jlint.spelling.katakana import traits_of
from jlint.spelling.likelihood import PER_NAT, Comparison
from jlint.spelling.model import LONGEST, UNSEEN
from jlint.spelling.repair import Repair
from jlint.spelling.word_classes import likelihoods

if TYPE_CHECKING:
    from jlint.document.token import Token
    from jlint.spelling.candidates import Candidate
    from jlint.spelling.folding import Folded
    from jlint.spelling.model import Model

LEAST_GAIN_ALONE, LEAST_GAIN, LEAST_SHAPE_GAIN, LEAST_GAIN_OF_BOTH = 180, 120, 0, 360
"""Of characters where the shape stays the same, of characters, of the shape, of both, as `Comparison.gain`."""
_FAR = 14
"""Characters on either side whose trigrams are looked up in the model."""
COST_FACTOR = 700
"""UniDic's costs are logarithms times this."""
_PARTS = (
    "助詞", "助動詞", "動詞", "名詞", "形状詞", "形容詞", "副詞", "代名詞", "連体詞", "接続詞", "感動詞", "接頭辞",
    "接尾辞", "記号", "補助記号", "空白",
)  # fmt: skip
_PART_NUMBER = {part: number for number, part in enumerate(_PARTS, 1)}
_LETTERS = "をにがのはでともかやへばてたしるいうすりれっんくきけさせなまこあおらえみめろよゆ"
_LETTER_NUMBER = {letter: number for number, letter in enumerate(_LETTERS, 4)}


class Weighed(NamedTuple):
    """A candidate, and how it changes the likelihoods of the characters, and of the shape if it changes that."""

    candidate: Candidate
    characters: Comparison
    shape: Comparison

    @property
    def gain(self) -> int:
        """How much likelier the text becomes; the gain of the shape, which is always even, counts half."""
        return self.characters.gain + self.shape.gain // 2


class RankedRepair(Struct, frozen=True):
    """The best candidate of its place, and where it stands in the sentence."""

    best: Weighed
    start: int
    end: int
    lead: float
    """How much more it gains than the best other candidate nearby, by n-grams and UniDic together."""
    rivals: int
    others: tuple[tuple[int, int, str], ...] = ()
    """What else may be meant there, the likeliest first: start and end in the sentence, and the text to put."""

    @property
    def right(self) -> str:
        """The text that should be there."""
        return self.best.candidate.right


_NOTHING = Comparison((0,), (0,))


def weigh(candidate: Candidate, folded: Folded, model: Model) -> Weighed | None:
    """The change that a candidate makes; None if it gains too little for a slip (98 in 100 real ones gain more)."""
    _, start, end, right, shape_start = candidate
    if shape_start is None:
        shape, least = _NOTHING, LEAST_GAIN_ALONE
    else:
        shape_end = shape_start + end - start
        changed = folded.shape_likelihoods.compare(shape_start, shape_end, right, model, LEAST_SHAPE_GAIN)
        if changed is None:
            return None
        shape, least = changed, max(LEAST_GAIN, LEAST_GAIN_OF_BOTH - changed.gain // 2)
    characters = folded.likelihoods.compare(start, end, right, model, least)
    return None if characters is None else Weighed(candidate, characters, shape)


def features(ranked: RankedRepair, folded: Folded, model: Model) -> list[float]:
    """The features of the best candidate of a place."""
    slip, at, end, right, _ = ranked.best.candidate
    text = folded.text
    _, characters, shape = ranked.best
    wrong = text[at:end]
    repaired = text[:at] + right + text[end:]
    stop = at + len(right)
    repair = Repair(folded.original, ranked.start, ranked.end, right)
    level = model.level
    return [
        slip.value,
        characters.gain / PER_NAT,
        ranked.lead,
        ranked.rivals,
        *_worst_and_mean(characters),
        characters.before[0] / PER_NAT,
        characters.after[0] / PER_NAT,
        shape.gain / PER_NAT,
        *_worst_and_mean(shape),
        *_shape_levels(ranked.best.candidate, folded.shape, model),
        _unknown_share(text, at, end, model),
        level(text[at - 2 : at + 1]),
        level(text[max(0, at - 1) : at + 2]),
        max(level(text[start : start + 4]) for start in range(max(0, at - 2), at + 1)),
        min(level(repaired[start : start + 4]) for start in range(max(0, at - 2), max(at, stop - 1))),
        max(level(repaired[start : start + 4]) for start in range(max(0, at - 3), stop + 1)),
        max(level(repaired[start : start + 5]) for start in range(max(0, at - 4), stop + 1)),
        level(repaired[max(0, at - 3) : stop]),
        level(repaired[at : stop + 3]),
        level(wrong) if wrong else -2,
        level(right) if right else -2,
        *_lattice(repair),
        *_words(repair),
        _letter(wrong[:1]),
        _letter(right[:1]),
        _letter(text[at - 1]),
        _letter(text[end]),
        len(wrong),
        len(right),
        at,
        len(text) - end,
        text[-2] == "。",
        _run(text, at, end),
        level(text[at - 1] + text[end]),
        _known_katakana(repair.words, repair.start, repair.end),
        _known_katakana(tokenize(repair.repaired), repair.start, repair.start + len(right)),
        *_class_likelihoods(repair, model),
        *_attestation(text, at, end, level),
        *_attestation(repaired, at, stop, level),
        *(traits_of(text, at, end, right) if ranked.best.candidate.slip is Slip.KATAKANA else (-2, 0, 0, 0)),
    ]


def _worst_and_mean(changed: Comparison) -> list[float]:
    """The worst likelihood before and after the repair, and the means (in nats)."""
    before, after = changed
    return [
        min(before) / PER_NAT,
        min(after) / PER_NAT,
        sum(before) / len(before) / PER_NAT,
        sum(after) / len(after) / PER_NAT,
    ]


def class_gain(repair: Repair, model: Model) -> float:
    """How much likelier the classes of the words become."""
    return sum(likelihoods(tokenize(repair.repaired), model)) - sum(likelihoods(repair.words, model))


def _class_likelihoods(repair: Repair, model: Model) -> list[float]:
    """How likely the classes of the words around the place are as it stands and repaired."""
    before = likelihoods(repair.words, model)
    after = likelihoods(tokenize(repair.repaired), model)
    return [
        sum(after) - sum(before),
        min(before, default=0.0),
        min(after, default=0.0),
        sum(before) / max(1, len(before)),
        sum(after) / max(1, len(after)),
    ]


def _attestation(text: str, start: int, end: int, level: Callable[[str], int]) -> list[float]:
    """The levels of the place with the characters next to it."""
    contexts = (
        text[max(0, start - 2) : end + 2],
        text[max(0, start - 1) : end + 2],
        text[max(0, start - 2) : end + 1],
        text[max(0, start - 1) : end + 1],
        text[max(0, start - 2) : end],
        text[start : end + 2],
        text[max(0, start - 3) : end + 1],
        text[max(0, start - 1) : end + 3],
        text[max(0, start - 1) : end],
        text[start : end + 1],
    )
    return [float(level(context)) if len(context) <= LONGEST else -3.0 for context in contexts]


def _shape_levels(candidate: Candidate, shape: str, model: Model) -> list[float]:
    """The best and worst levels of the shape's n-grams around the repair once it is made, and the worst without it."""
    start = candidate.shape_start
    if start is None:
        return [-2.0] * 4
    end, right = start + candidate.end - candidate.start, candidate.right
    first = max(0, start - 6)
    before, after = shape[first : end + 6], shape[first:start] + right + shape[end : end + 6]
    level = model.level
    return [
        float(choose(level(text[at : at + width]) for at in range(max(1, len(text) - width + 1))))
        for text, width, choose in (
            (before, 4, min), (after, 5, min), (after, 6, min), (after, 6, max)
        )
    ]  # fmt: skip


def _unknown_share(text: str, start: int, end: int, model: Model) -> float:
    """The share of unknown trigrams around the place, without the place itself."""
    level = model.level
    left, right = text[max(0, start - _FAR) : start], text[end : end + _FAR]
    levels = [level(side[at : at + 3]) for side in (left, right) for at in range(len(side) - 2)]
    return levels.count(UNSEEN) / max(1, len(levels))


def _lattice(repair: Repair) -> list[float]:
    repaired = repair.repaired
    return [
        repair.gain / COST_FACTOR,
        path_cost(repair.window) / COST_FACTOR / max(len(repair.window), 10),
        path_cost(repaired) / COST_FACTOR / max(len(repaired), 10),
    ]


def _words(repair: Repair) -> list[float]:
    """Features of the words around the place, with and without the repair."""
    old, new = repair.words, tokenize(repair.repaired)
    stop = repair.start + len(repair.right)
    return [
        len(new) - len(old),
        _unknown(old, repair.start, repair.end),
        _unknown(new, repair.start, stop),
        *_parts(old, repair.start, repair.end),
        *_parts(new, repair.start, stop),
        _kana(old) == _kana(new),
        max((len(word.surface) for word in new if word.start <= repair.start < word.end), default=0),
    ]


def _kana(words: tuple[Token, ...]) -> str:
    return "".join(word.kana or word.surface for word in words)


def _unknown(words: tuple[Token, ...], start: int, end: int) -> int:
    return sum(len(word.surface) for word in words if word.start <= end and word.end >= start and not word.lemma)


def _parts(words: tuple[Token, ...], start: int, end: int) -> list[float]:
    """Parts of speech of the words before, at and after the place, and its position in the word at it."""
    before = [word for word in words if word.end <= start]
    here = [word for word in words if word.start < max(end, start + 1) and word.end > start]
    behind = [word for word in words if word.start >= max(end, start + 1)]
    at = here[0] if here else None
    return [
        _part(before[-1] if before else None),
        _part(at),
        _part(behind[0] if behind else None),
        -1 if at is None else min(start - at.start, 3),
        -1 if at is None else min(at.end - end, 3),
        len(here),
    ]


def _known_katakana(words: tuple[Token, ...], start: int, end: int) -> int:
    """How long a katakana word at the place is, if the dictionary has it; negative if it hasn't."""
    for word in words:
        if word.start <= start and word.end >= end and "ァ" <= word.surface[0] <= "ヺ":
            return len(word.surface) if word.lemma else -len(word.surface)
    return 0


def _part(word: Token | None) -> int:
    if word is None:
        return 0
    number = _PART_NUMBER.get(word.pos1, 0)
    return number if word.lemma else number + 20


def _letter(letter: str) -> int:
    """A number for a character: common kana have their own, others one for their script."""
    if letter in _LETTER_NUMBER:
        return _LETTER_NUMBER[letter]
    if not letter:
        return 0
    if is_katakana(letter):
        return 60
    if "ぁ" <= letter <= "ゖ":
        return 61
    if "一" <= letter <= "鿿" or letter == "々":
        return 62
    return 63 if letter in "A0" else 64


def _run(text: str, start: int, end: int) -> int:
    """How many katakana stand around the place in a row."""
    first = start
    while first and is_katakana(text[first - 1]):
        first -= 1
    while end < len(text) and is_katakana(text[end]):
        end += 1
    return end - first
