"""Set phrases, of five characters or more, of which one character is wrong, missing or too much."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from jlint.document.word_search import WordSearch
from jlint.letters import is_hiragana, is_kanji
from jlint.rules.data import FOLDER

_SURE = 1500
"""How much likelier UniDic must find the phrase than what is there."""
_INTERCHANGEABLE = frozenset("がをはもにのへでとやなさ")
"""Particles and the like, one of which often stands for another, comes in or is left out: 枚挙にいとまはない."""
_OTHERWISE_MEANT = frozenset("おごトっッー、…・「」『』 ") | {"\n", "\u3000"}
"""What is put in for politeness or in speech, and marks: 一歩をお踏み出し, 息を吹っ返す, 一ト役."""
_ENDINGS = frozenset("れるられせさえてたっ")
"""What makes another form of a verb: 手に取れるように."""
_FORMS = frozenset(("うく", "うっ", "ゆい"))
"""Forms of the west and of old, with the usual ones: 枕を高うして, 一役買うて, 一筋縄ではゆかない."""
_LONG = 7
"""From so many characters on a phrase is itself with any other kanji in it; a shorter one may be another phrase."""
_MOST_DOUBLED = 3
_NEAR = _MOST_DOUBLED + 1
"""Characters among which one of the rest's two nearest to the half is, even with a slip."""


class BrokenPhrase(NamedTuple):
    """The characters `start` to `end` should read `phrase`."""

    start: int
    end: int
    phrase: str


class _Half(NamedTuple):
    """The rest of a phrase, which goes on `behind` its half or comes before it."""

    rest: str
    behind: bool
    phrase: str


def broken_phrases(text: str, places: Iterable[tuple[str, int]]) -> Iterator[BrokenPhrase]:
    """The set phrases that the text has with one character wrong, missing or too much.

    `places` are those of `halves` in the text, in order.
    """
    done = 0
    for half, start in places:
        for rest, behind, phrase in _by_half()[half]:
            at = start + len(half) if behind else start
            broken = _nearly(text, at, rest, phrase, behind=behind)
            if broken is None:
                continue
            first, last = (start, broken) if behind else (broken, at + len(half))
            if first >= done and _is_slip(text, first, last, phrase):
                done = last
                yield BrokenPhrase(first, last, phrase)


def _nearly(text: str, at: int, rest: str, phrase: str, *, behind: bool) -> int | None:
    """Where the rest ends (or begins, if it comes before) that has one slip; None if it has not."""
    if text.startswith(rest, at) if behind else text.endswith(rest, 0, at):
        return None
    near = text[at : at + _NEAR] if behind else text[max(0, at - _NEAR) : at]
    if not any(letter in near for letter in (rest[:2] if behind else rest[-2:])):
        return None  # most places, at once
    size = len(rest)
    for length in (size, size - 1, size + 1):
        start, end = (at, at + length) if behind else (at - length, at)
        if start >= 0 and end <= len(text) and _is_one_slip(text, start, end, rest, phrase, behind=behind):
            return end if behind else start
    for length in range(size + 2, size + _MOST_DOUBLED + 1):
        start, end = (at, at + length) if behind else (at - length, at)
        if start >= 0 and end <= len(text) and _is_doubled(text, start, end, rest):
            return end if behind else start
    return None


def _is_doubled(text: str, start: int, end: int, rest: str) -> bool:
    """Whether the text is the rest with a part of the phrase written twice: 宝の持ち持ち腐れ."""
    surplus = end - start - len(rest)
    return any(
        text[start:at] + text[at + surplus : end] == rest and text[at : at + surplus] == text[max(0, at - surplus) : at]
        for at in range(start, end - surplus + 1)
    )


def _is_one_slip(text: str, start: int, end: int, rest: str, phrase: str, *, behind: bool) -> bool:
    """Whether one character of the rest is another, is missing or is too much.

    The first and the last of the phrase may be meant: another noun, another form of the verb.
    """
    there = text[start:end]
    same = 0
    while same < min(len(there), len(rest)) and there[same] == rest[same]:
        same += 1
    more, fewer = int(len(there) >= len(rest)), int(len(there) <= len(rest))
    if there[same + more :] != rest[same + fewer :]:
        return False
    if (same + fewer >= len(rest) and behind) or (same == 0 and not behind):
        return False
    wrong, right = there[same : same + more], rest[same : same + fewer]
    before = text[start + same - 1 : start + same]
    after = text[start + same + more : start + same + more + 1]
    is_particle = same + (len(phrase) - len(rest) if behind else 0) in _particles(phrase)
    return not _may_be_meant(wrong, right, before, after, is_particle=is_particle)


@cache
def _particles(phrase: str) -> frozenset[int]:
    """Where the phrase has particles of one character."""
    from jlint.document.token import tokenize

    return frozenset(word.start for word in tokenize(phrase) if word.pos1 == "助詞" and len(word.surface) == 1)


def _may_be_meant(wrong: str, right: str, before: str, after: str, *, is_particle: bool) -> bool:
    """Whether only particles or ways to write a word differ: 手を執り合って, 逃腰, 疑問符を投げる."""
    if not right:
        is_form = (wrong in _INTERCHANGEABLE or wrong in _ENDINGS) and wrong != before
        return is_form or wrong in _OTHERWISE_MEANT or is_kanji(wrong)
    if not wrong:
        is_okurigana = is_kanji(before) and is_hiragana(right) and (after == "を" or is_kanji(after))
        return is_particle or is_okurigana
    if is_kanji(right):  # a kanji on its own is another word: 手を執り合って, 思いをよせて
        return not (is_kanji(before) or is_kanji(after))
    is_form = wrong + right in _FORMS or is_kanji(wrong)
    return (is_particle and wrong in _INTERCHANGEABLE) or wrong in _OTHERWISE_MEANT or is_form


def _is_slip(text: str, start: int, end: int, phrase: str) -> bool:
    """Whether the phrase is much likelier in this place, and not only written in another way."""
    from jlint.document.token import tokenize
    from jlint.spelling.repair import Repair, is_unknown

    repair = Repair(text, start, end, phrase)
    if repair.gain < _SURE:
        return False
    there = text[start:end]
    reads_alike = _kana(there) == _kana(phrase)
    if any(map(is_kanji, set(there) - set(phrase))):  # with another kanji it is another phrase, unless read alike
        return len(phrase) >= _LONG or reads_alike
    return not reads_alike or any(map(is_unknown, tokenize(there)))


def _kana(text: str) -> str:
    from jlint.document.token import tokenize

    return "".join(word.kana for word in tokenize(text))


@cache
def _by_half() -> dict[str, list[_Half]]:
    """What belongs to each half of a phrase: where one half has a slip, the other is found as it is."""
    found = defaultdict(list)
    for phrase in (FOLDER / "set_phrases.txt").read_text("utf-8").split():
        middle = (len(phrase) + 1) // 2
        for half, rest, behind in (
            (phrase[:middle], phrase[middle:], True),
            (phrase[-middle:], phrase[:-middle], False),
        ):
            if not all(map(is_hiragana, half)) or len(half) > 3:
                found[half].append(_Half(rest, behind, phrase))
    return dict(found)


@cache
def halves() -> WordSearch:
    """Finds halves of set phrases."""
    return WordSearch([*_by_half()])
