"""Unknown katakana words that are one slip away from a common word.

A run of katakana is split into words of edited texts (カスタマイズ|オプション). If one stretch remains that is no such
word, and that UniDic doesn't know either, the common words are searched for those that differ from it by one character
added, dropped, changed or swapped. How likely such a slip is depends on where in the word it is and how common that is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from enum import IntEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from jlint.compiled import lazy_pattern
from jlint.document.token import tokenize
from jlint.letters import difference, is_katakana
from jlint.spelling.folding import LATIN

_RUN = lazy_pattern("[ァ-ヺー]{4,}+")
_LONGEST_RUN = 40
_BEFORE_SPACE, _BEHIND_SPACE = (
    lazy_pattern("([ァ-ヺー]+)[ \u3000\n]{1,2}\\Z"),
    lazy_pattern("[ \u3000\n]{1,2}([ァ-ヺー]+)"),
)
_SHORTEST = 4
"""Characters of the shortest word that is taken for the right one."""
_LONGEST = 16
_SHORTEST_PART = 3
_MOST_CACHED = 30_000
_LONG_VOWEL = "ー"
_STYLES = frozenset(
    map(
        frozenset,
        ("ワア", "ヤア", "ャア", "ヴブ", "ィイ", "ェエ", "ュユ", "ォオ", "ァア", "ッツ", "ヂジ", "ズス", "ナア"),
    )
)
"""レビュワー and レビュアー, ウィルス and ウイルス, クリーンナップ and クリーンアップ: a writer's choice."""


class KatakanaSlip(NamedTuple):
    """`right` should replace the characters `start` to `end` of the text."""

    start: int
    end: int
    right: str


class WordsByEdge:
    """Words to be found by how they begin and end."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words: dict[tuple[bool, str], list[str]] = defaultdict(list)
        for word in words:
            if len(word) >= _SHORTEST:
                self._words[False, word[:2]].append(word)
                self._words[True, word[-2:]].append(word)

    def near(self, stretch: str) -> Iterator[str]:
        """The words that begin or end as the stretch does and whose length differs from its by one at most."""
        for word in {*self._words.get((False, stretch[:2]), ()), *self._words.get((True, stretch[-2:]), ())}:
            if abs(len(word) - len(stretch)) <= 1:
                yield word


@cache
def tiers() -> dict[str, int]:
    """How common each known word is: 2 for the most common ones, 1 for common ones, 0 for the others."""
    lines = (Path(__file__).with_name("data") / "katakana.txt").read_text("utf-8").splitlines()
    return {word: 2 - number for number, line in enumerate(lines) for word in line.split()}


def commonness(word: str) -> int:
    """How common a word is in edited texts: 2 for very common, 1 for common, 0 for known, -1 for any other."""
    return tiers().get(word, -1)


@cache
def _common() -> WordsByEdge:
    return WordsByEdge(sorted(word for word, tier in tiers().items() if tier))


class Likeness(IntEnum):
    """How a hand or an eye comes to take one row of letters for another."""

    NONE = 0
    VOICING = 1
    """ハ, バ and パ."""
    SIZE = 2
    """ツ and ッ."""
    LOOK = 3
    """シ and ツ."""
    MISSING = 4
    SURPLUS = 5
    ORDER = 6


_LOOK_ALIKE = tuple(
    map(
        frozenset,
        ("シツ", "ソンリ", "クケタワ", "ウワフ", "コユヨ", "マアム", "ノメ", "チテ", "スヌ", "ナメ", "ラヲ", "ルレ"),
    )
)
_SIZES = frozenset(map(frozenset, ("アァ", "イィ", "ウゥ", "エェ", "オォ", "ツッ", "ヤャ", "ユュ", "ヨョ")))


def likeness(wrong: str, right: str) -> Likeness:
    """That of the letters of a slip."""
    if not wrong or not right:
        return Likeness.SURPLUS if wrong else Likeness.MISSING
    if len(wrong) > 1:
        return Likeness.ORDER
    if normalize("NFD", wrong)[0] == normalize("NFD", right)[0]:
        return Likeness.VOICING
    pair = frozenset(wrong + right)
    if pair in _SIZES:
        return Likeness.SIZE
    return Likeness.LOOK if any(pair <= alike for alike in _LOOK_ALIKE) else Likeness.NONE


_LONG = 4
"""Letters on one side of a slip, with two on the other, from which on it is hardly another word."""
_PLURALS = "ズス"
"""システムズ."""
_PRIOR = {
    Likeness.VOICING: 1.0, Likeness.MISSING: 0.5, Likeness.ORDER: 0.5, Likeness.SIZE: 0.0,
    Likeness.NONE: -1.5, Likeness.SURPLUS: -2.0, Likeness.LOOK: -2.0,
}  # fmt: skip
"""What is added to the odds that the trees give: they learn from slips that are made at random, but hands drop letters
and miss the mark of voicing, while a word with another letter, or one more, mostly is another word: デリータ."""


class Traits(NamedTuple):
    """Of a repaired word: how common it is (see `tiers`), and its letters before and after the repaired ones."""

    tier: int
    before: int
    behind: int
    likeness: Likeness


def traits_of(text: str, start: int, end: int, right: str) -> Traits:
    """Those of the longest common word around a repair; tier -1 where there is none."""
    alike = likeness(text[start:end], right)
    first, last = start, end
    while first and is_katakana(text[first - 1]):
        first -= 1
    while last < len(text) and is_katakana(text[last]):
        last += 1
    run = text[first:start] + right + text[end:last]
    at, stop = start - first, start - first + len(right)
    known = tiers()
    words = [
        (to - since, since, to)
        for since in range(at + 1)
        for to in range(stop, len(run) + 1)
        if known.get(run[since:to], 0) and to - since >= _SHORTEST
    ]
    if not words:
        return Traits(-1, at, len(run) - stop, alike)
    _, since, to = max(words)
    return Traits(known[run[since:to]], at - since, to - stop, alike)


def prior_of(text: str, start: int, end: int, right: str) -> float:
    """How much likelier a katakana slip is than the trees say, as a logarithm of odds."""
    traits = traits_of(text, start, end, right)
    is_surplus = traits.likeness is Likeness.SURPLUS
    if is_surplus and text[start] in (text[start - 1], text[end : end + 1]):
        return 0.0  # a doubled letter
    if is_surplus and text[start] not in _PLURALS and traits.before >= _LONG and traits.behind >= 2:
        return 0.0
    if traits.likeness is Likeness.NONE and traits.before >= 2 and traits.behind >= _LONG:
        return 0.0
    return _PRIOR[traits.likeness]


def may_have_slips(text: str) -> bool:
    """Whether a sentence, folded or not, has katakana with slips, unless something beside them explains them."""
    return any(len(run) <= _LONGEST_RUN and _slips(run) for run in _RUN.findall(text))


def katakana_slips(text: str) -> Iterator[KatakanaSlip]:
    """The slips in a text's katakana, several where several words are near."""
    for run in _RUN.finditer(text):
        if len(run[0]) <= _LONGEST_RUN and not _is_explained(text, run.start(), run.end()):
            for start, end, right in _slips(run[0]):
                yield KatakanaSlip(run.start() + start, run.start() + end, right)


def goes_on_behind_space(text: str, start: int, end: int) -> bool:
    """Whether the katakana from `start` to `end` is a part of a word that a space or a line's end has cut in two.

    That is so if it makes words together with the katakana beyond: プログラ ミング, in text from PDF.
    """
    before = _BEFORE_SPACE.search(text[max(0, start - _LONGEST_RUN) : start])
    behind = _BEHIND_SPACE.match(text, end)
    run, known = text[start:end], tiers()
    wholes = (before[1] + run if before else "", run + behind[1] if behind else "")
    return any(whole and splits(whole, known)[-1] for whole in wholes)


def _is_explained(text: str, start: int, end: int) -> bool:
    """Whether the rest stands behind a space, or the Latin name beside it in brackets, with care: デノ（Deno）."""
    if goes_on_behind_space(text, start, end):
        return True
    return text.startswith("（" + LATIN, end) or text.endswith(LATIN + "（", 0, start)


@lru_cache(_MOST_CACHED)
def _slips(run: str) -> tuple[KatakanaSlip, ...]:
    known = tiers()
    cuts = splits(run, known)
    if cuts[-1] or is_in_the_dictionary(run):
        return ()
    behind = splits(run[::-1], known, backwards=True)[::-1]
    found: dict[KatakanaSlip, None] = {}
    for start in range(len(run)):
        for end in range(start + _SHORTEST - 1, min(len(run), start + _LONGEST) + 1):
            if not (cuts[start] and behind[end]) or is_in_the_dictionary(run[start:end]):
                continue
            for word in _common().near(run[start:end]):
                slip = one_slip(run[start:end], word)
                if slip is not None:
                    found[slip._replace(start=start + slip.start, end=start + slip.end)] = None
    return tuple(found)


def is_in_the_dictionary(run: str) -> bool:
    """Whether UniDic knows it as one word. As two it reads slips too: it has コンプ, ライア and ミンス."""
    words = tokenize(run)
    return len(words) == 1 and bool(words[0].lemma)


def splits(run: str, known: Container[str], *, backwards: bool = False) -> list[bool]:
    """Whether the run can be split into words up to each offset; also for a run written backwards."""
    cuts = [True] + [False] * len(run)
    for end in range(_SHORTEST_PART, len(run) + 1):
        for start in range(max(0, end - _LONGEST), end - _SHORTEST_PART + 1):
            part = run[start:end][::-1] if backwards else run[start:end]
            if cuts[start] and (
                part in known or part + _LONG_VOWEL in known or part.removesuffix(_LONG_VOWEL) in known
            ):
                cuts[end] = True
                break
    return cuts


def one_slip(wrong: str, right: str) -> KatakanaSlip | None:
    """The difference of two words, if it is one slip and not another way of writing."""
    start, old, new = difference(wrong, right)
    if len(old) == len(new) == 2 and old == new[::-1]:
        return KatakanaSlip(start, start + 2, new)
    if max(len(old), len(new)) > 1 or frozenset(old + new) in _STYLES or old + new == _LONG_VOWEL:
        return None
    return KatakanaSlip(start, start + len(old), new)
