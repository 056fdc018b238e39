"""What is measured of a candidate repair, in the order in which the weighting knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jlint.document.token import path_cost, tokenize
from jlint.rules.typo.likelihood import likelihoods
from jlint.rules.typo.repair import Repair

if TYPE_CHECKING:
    from jlint.document.token import Token
    from jlint.rules.typo.candidates import Candidate
    from jlint.rules.typo.folding import Folded
    from jlint.rules.typo.model import Model

_BEHIND = 5
"""Characters behind a repair whose likelihood hangs on it."""
COST_FACTOR = 700
"""UniDic's costs are logarithms times this."""
_PARTS = (
    "助詞", "助動詞", "動詞", "名詞", "形状詞", "形容詞", "副詞", "代名詞", "連体詞", "接続詞", "感動詞", "接頭辞",
    "接尾辞", "記号", "補助記号", "空白",
)  # fmt: skip
_PART_NUMBER = {part: number for number, part in enumerate(_PARTS, 1)}
_LETTERS = "をにがのはでともかやへばてたしるいうすりれっんくきけさせなまこあおらえみめろよゆ"
_LETTER_NUMBER = {letter: number for number, letter in enumerate(_LETTERS, 4)}


class Judged(NamedTuple):
    """A candidate, where it stands in the sentence, and how much likelier it makes the text (in nats)."""

    candidate: Candidate
    start: int
    end: int
    gain: float


def gain_of(candidate: Candidate, text: str, model: Model) -> tuple[float, list[float], list[float]]:
    """How much likelier the folded text becomes, and the likelihoods of its characters before and after."""
    start, end, right = candidate.start, candidate.end, candidate.right
    tail = min(len(text), end + _BEHIND)
    before = likelihoods(text, start, tail, model)
    repaired = text[:start] + right + text[end:]
    after = likelihoods(repaired, start, tail + len(right) - (end - start), model)
    return sum(after) - sum(before), before, after


def features(judged: Judged, folded: Folded, rival: float, model: Model) -> list[float]:
    """The measurements. `rival` is the gain of the best other candidate near by."""
    slip, at, end, right = judged.candidate
    text = folded.text
    gain, before, after = gain_of(judged.candidate, text, model)
    wrong = text[at:end]
    repaired = text[:at] + right + text[end:]
    stop = at + len(right)
    repair = Repair(folded.original, judged.start, judged.end, right)
    level = model.level
    return [
        slip.value,
        gain,
        gain - rival,
        min(before),
        min(after),
        sum(before) / len(before),
        sum(after) / len(after),
        before[0],
        after[0],
        level(text[at - 2 : at + 1]),
        level(text[max(0, at - 1) : at + 2]),
        max(level(text[start : start + 4]) for start in range(max(0, at - 2), at + 1)),
        min(level(repaired[start : start + 4]) for start in range(max(0, at - 2), max(at, stop - 1))),
        max(level(repaired[start : start + 4]) for start in range(max(0, at - 3), stop + 1)),
        max(level(repaired[start : start + 5]) for start in range(max(0, at - 4), stop + 1)),
        max(level(repaired[start : start + 6]) for start in range(max(0, at - 5), stop + 1)),
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
    ]


def _lattice(repair: Repair) -> list[float]:
    repaired = repair.repaired
    return [
        repair.gain / COST_FACTOR,
        path_cost(repair.window) / COST_FACTOR / max(len(repair.window), 10),
        path_cost(repaired) / COST_FACTOR / max(len(repaired), 10),
    ]


def _words(repair: Repair) -> list[float]:
    """How the words lie around the place, before and after."""
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
    """Parts of speech of the words before, at and behind the place, and where it lies in the word at it."""
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
    if "ァ" <= letter <= "ヺ" or letter == "ー":
        return 60
    if "ぁ" <= letter <= "ゖ":
        return 61
    if "一" <= letter <= "鿿" or letter == "々":
        return 62
    return 63 if letter in "A0" else 64


def _run(text: str, start: int, end: int) -> int:
    """How many katakana stand around the place in a row."""
    first = start
    while first and ("ァ" <= text[first - 1] <= "ヺ" or text[first - 1] == "ー"):
        first -= 1
    while end < len(text) and ("ァ" <= text[end] <= "ヺ" or text[end] == "ー"):
        end += 1
    return end - first
