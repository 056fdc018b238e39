"""Unknown katakana words that are one slip away from a common word.

A run of katakana is split into words of edited texts (カスタマイズ|オプション). If one stretch remains that is no such
word, the common words are searched for those that differ from it by one character added, dropped, changed or swapped.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from jlint.document.token import tokenize

_RUN = re.compile("[ァ-ヺー]{4,}+")
_LONGEST_RUN = 40
_SHORTEST, _SHORTEST_WITH_MORE = 5, 4
"""Characters of the shortest word that is taken for the right one, and of the shortest if the slip added a letter."""
_PREFIXES = "コデリ"
"""コパイロット, デコンパイル, リファクタリング."""
_LONGEST = 16
_SHORTEST_PART, _MOST_PARTS = 3, 2
_MOST_CACHED = 30_000
_LONG_VOWEL = "ー"
_STYLES = frozenset(
    map(
        frozenset,
        ("ワア", "ヤア", "ャア", "ヴブ", "ィイ", "ェエ", "ュユ", "ォオ", "ァア", "ッツ", "ヂジ", "ズス", "ナア"),
    )
)
"""レビュワー and レビュアー, ウィルス and ウイルス, クリーンナップ and クリーンアップ: a writer's choice."""
_GLIDES = "ワアヤ"
_PLURALS = "ズス"
"""プログラマーズ."""
_ENDINGS = "ーアカサタナハマヤラワガザダバパャトドズ"
"""Endings of other words that are derived from the same one, by -er, -or, -ate, -ed, -ize and the like."""


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
            if len(word) >= _SHORTEST_WITH_MORE:
                self._words[False, word[:2]].append(word)
                self._words[True, word[-2:]].append(word)

    def near(self, stretch: str) -> Iterator[str]:
        """The words that begin or end as the stretch does and whose length differs from its by one at most."""
        for word in {*self._words.get((False, stretch[:2]), ()), *self._words.get((True, stretch[-2:]), ())}:
            if abs(len(word) - len(stretch)) <= 1:
                yield word


@cache
def _words() -> tuple[WordsByEdge, frozenset[str]]:
    """The common words of edited texts, and all known words."""
    common, others = (Path(__file__).with_name("data") / "katakana.txt").read_text("utf-8").splitlines()
    return WordsByEdge(common.split()), frozenset([*common.split(), *others.split()])


def katakana_slips(text: str) -> Iterator[KatakanaSlip]:
    """The slips in a text's katakana, several where several words are near."""
    for run in _RUN.finditer(text):
        if len(run[0]) <= _LONGEST_RUN:
            for start, end, right in _slips(run[0]):
                yield KatakanaSlip(run.start() + start, run.start() + end, right)


@lru_cache(_MOST_CACHED)
def _slips(run: str) -> tuple[KatakanaSlip, ...]:
    common, known = _words()
    cuts = _cuts(run, known)
    if cuts[-1] or _is_in_the_dictionary(run):
        return ()
    behind = _cuts(run[::-1], known, backwards=True)[::-1]
    found: dict[KatakanaSlip, None] = {}
    for start in range(len(run)):
        for end in range(start + _SHORTEST - 1, min(len(run), start + _LONGEST) + 1):
            if not (cuts[start] and behind[end]):
                continue
            for word in common.near(run[start:end]):
                slip = one_slip(run[start:end], word)
                if slip is not None and (len(word) >= _SHORTEST or not slip.right):
                    found[slip._replace(start=start + slip.start, end=start + slip.end)] = None
    return tuple(found)


def _is_in_the_dictionary(run: str) -> bool:
    """Whether UniDic can read the run as one or two long words. It splits slips into three: コンプ|ライア|ミンス."""
    words = tokenize(run)
    return len(words) <= _MOST_PARTS and all(word.lemma and len(word.surface) >= _SHORTEST_PART for word in words)


def _cuts(run: str, known: frozenset[str], *, backwards: bool = False) -> list[bool]:
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


def _is_wrong_at_its_end(word: str, right: str) -> bool:
    """Whether the last letter can't make it another word, as in ダウンローダ, コンピュート, パーソナライズド."""
    return right != "" and len(word) >= _SHORTEST and word[-1] not in _ENDINGS


def one_slip(wrong: str, right: str) -> KatakanaSlip | None:
    """The difference of two words, if it is one slip and neither another word nor another way of writing."""
    start = 0
    while start < min(len(wrong), len(right)) and wrong[start] == right[start]:
        start += 1
    back = 0
    while back < min(len(wrong), len(right)) - start and wrong[-1 - back] == right[-1 - back]:
        back += 1
    old, new = wrong[start : len(wrong) - back], right[start : len(right) - back]
    if _LONG_VOWEL in old + new or frozenset(old + new) in _STYLES:
        return None
    if len(old) == len(new) == 2 and old == new[::-1]:
        return KatakanaSlip(start, start + 2, new)
    if max(len(old), len(new)) > 1:
        return None
    is_another_word = bool(
        (start == 0 and new and (not old or len(wrong) <= _SHORTEST))  # フリック
        or (start == 0 and new and wrong[1] == _LONG_VOWEL)  # ノーテーション
        or (start == 0 and not new and old in _PREFIXES)
        or (old and back <= wrong.endswith(_LONG_VOWEL) and not _is_wrong_at_its_end(wrong, new))
        or (not new and old in _GLIDES and wrong[-back:] == _LONG_VOWEL)  # レビュワー
        or (old in _PLURALS and not new and wrong[start - 1] == _LONG_VOWEL)
        or (new == "ッ" and right.startswith("クス", start + 1))  # インデクス, マトリクス
    )
    return None if is_another_word else KatakanaSlip(start, start + len(old), new)
