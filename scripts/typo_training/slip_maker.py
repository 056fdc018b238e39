"""Slips as hands and converters make them, in the shares in which people's corrections show them."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from typing import NamedTuple

from jlint.document.token import Token, tokenize
from jlint.letters import is_hiragana, is_kanji, is_katakana

_PARTICLES = [
    "を", "に", "が", "の", "は", "で", "と", "も", "へ", "から", "や", "か", "まで", "より",
]  # fmt: skip
_PARTICLE_SHARES = (20, 16, 16, 14, 14, 12, 8, 4, 2, 2, 1, 1, 1, 1)
_ROWS = [
    "あいうえお", "かきくけこ", "さしすせそ", "たちつてと", "なにぬねの", "はひふへほ", "まみむめも", "やゆよ",
    "らりるれろ", "わをん", "がぎぐげご", "ざじずぜぞ", "だぢづでど", "ばびぶべぼ", "ぱぴぷぺぽ",
]  # fmt: skip
_ALIKE = [
    "かが", "きぎ", "くぐ", "けげ", "こご", "さざ", "しじ", "すず", "せぜ", "そぞ", "ただ", "ちぢ", "つづっ", "てで",
    "とど", "はばぱ", "ひびぴ", "ふぶぷ", "へべぺ", "ほぼぽ", "やゃ", "ゆゅ", "よょ", "るろ", "れねわ", "めぬ",
    "さきち", "はほ", "いり", "こに", "うつ", "まも", "いう", "なま", "らり", "おあ", "んの", "をお", "はわ", "えへ",
    "んな", "にん", "のお",
]  # fmt: skip
"""Hiragana that look or sound alike, or whose keys lie side by side."""
_OFTEN = "いるてのしたとなうすにらはをれがりこまんかでさもえつきくおよせけどあだっそめみ"
"""The hiragana that are typed most, the most common first."""
_OFTEN_KATAKANA = "アイウエオカクスタトルリレンーッラ"
_LEFT_OVER = [
    "する", "して", "こと", "この", "その", "ある", "いる", "された", "します", "よう", "もの", "という", "場合",
    "これ", "それ", "ため", "など", "また", "には", "では", "的", "を使", "的な", "化", "ます", "です", "さ", "れ",
    "い", "て", "た", "な", "う", "使う", "れる", "し", "しま",
]  # fmt: skip
"""Words that a rewording leaves behind."""
_TRIES = 8
_MOST_MOVED = 4
_TO_KATAKANA = ord("ア") - ord("あ")


class Edit(NamedTuple):
    """`text` in the place of the characters `start` to `end`."""

    start: int
    end: int
    text: str


class SlipMaker:
    """Makes slips; `readings` are counts of words with kanji by reading, lemma and 表層形."""

    def __init__(self, readings: Mapping[tuple[str, str, str], int], seed: int) -> None:
        self._random = random.Random(seed)
        self._alike: dict[str, Counter[str]] = defaultdict(Counter)
        for (kana, _, surface), count in sorted(readings.items()):
            if count >= 3:
                self._alike[kana][surface] += count
        self._near = _near_kana()
        self._kinds: dict[Callable[[str, tuple[Token, ...]], Edit | None], int] = {
            self._particle: 27, self._missing: 19, self._kanji: 24, self._wrong: 14, self._doubled: 4,
            self._surplus: 11, self._katakana: 8,
        }  # fmt: skip

    def slip(self, text: str) -> str | None:
        """The text with one slip in it, None where the slip that was drawn doesn't fit the text."""
        words = tokenize(text)
        make = self._random.choices(list(self._kinds), list(self._kinds.values()))[0]
        edit = make(text, words) if words else None
        if edit is None:
            return None
        made = text[: edit.start] + edit.text + text[edit.end :]
        return made if made != text else None

    def _particle(self, text: str, words: tuple[Token, ...]) -> Edit | None:
        particles = [word for word in words if word.pos1 == "助詞" and word.surface in _PARTICLES]
        if not particles:
            return None
        word, other = self._random.choice(particles), self._random.choices(_PARTICLES, _PARTICLE_SHARES)[0]
        share = self._random.random()
        if share < 0.42:
            return Edit(word.start, word.end, other)
        if share < 0.80:
            return Edit(word.start, word.end, "")
        if share < 0.92:
            at = self._random.choice([word.start, word.end])
            return Edit(at, at, other)
        at = self._random.choice(words).start
        return Edit(at, at, other)

    def _missing(self, text: str, words: tuple[Token, ...]) -> Edit | None:
        share = self._random.random()
        if share < 0.14:
            word = self._random.choice(words)
            is_small = len(word.surface) <= 3 and word.pos1 not in ("補助記号", "名詞")
            return Edit(word.start, word.end, "") if is_small else None
        for _ in range(_TRIES):
            at = self._random.randrange(len(text))
            letter, behind = text[at], text[at + 1 : at + 2]
            if share < 0.80 and is_hiragana(letter):
                return Edit(at, at + 1, "")
            if share < 0.86 and is_hiragana(letter) and is_hiragana(behind):
                return Edit(at, at + 2, "")
            if share >= 0.86 and is_kanji(letter) and is_kanji(behind):
                return Edit(at, at + 1, "")
        return None

    def _kanji(self, text: str, words: tuple[Token, ...]) -> Edit | None:
        choices = [word for word in words if word.lemma and word.kana in self._alike and _has_kanji(word.surface)]
        if not choices:
            return None
        word = self._random.choice(choices)
        others = {other: count**0.4 for other, count in self._alike[word.kana].items() if other != word.surface}
        if not others:
            return None
        return Edit(word.start, word.end, self._random.choices(list(others), list(others.values()))[0])

    def _wrong(self, text: str, words: tuple[Token, ...]) -> Edit | None:
        is_swap = self._random.random() < 0.16
        for _ in range(_TRIES):
            at = self._random.randrange(len(text))
            letter, behind = text[at], text[at + 1 : at + 2]
            if not is_hiragana(letter):
                continue
            if not is_swap:
                return Edit(at, at + 1, self._other(letter, _OFTEN))
            if is_hiragana(behind):
                return Edit(at, at + 2, behind + letter)
        return None

    def _katakana(self, text: str, words: tuple[Token, ...]) -> Edit | None:
        """A slip in a katakana that has another one beside it."""
        places = [
            at
            for at, letter in enumerate(text)
            if is_katakana(letter) and (is_katakana(text[at - 1 : at]) or is_katakana(text[at + 1 : at + 2]))
        ]
        if not places:
            return None
        at, share = self._random.choice(places), self._random.random()
        if share < 0.3:
            return Edit(at, at + 1, "")
        if share < 0.45:
            return Edit(at, at, self._random.choice(_OFTEN_KATAKANA))
        if share < 0.6 and is_katakana(text[at + 1 : at + 2]):
            return Edit(at, at + 2, text[at + 1] + text[at])
        return Edit(at, at + 1, self._other(text[at], _OFTEN_KATAKANA))

    def _doubled(self, text: str, words: tuple[Token, ...]) -> Edit | None:
        if self._random.random() < 0.5:
            at = self._random.randrange(len(text))
            return Edit(at, at, text[at]) if is_hiragana(text[at]) else None
        word = self._random.choice(words)
        return Edit(word.start, word.start, word.surface) if word.pos1 != "補助記号" else None

    def _surplus(self, text: str, words: tuple[Token, ...]) -> Edit | None:
        share = self._random.random()
        if share < 0.55:
            for _ in range(_TRIES):
                at = self._random.randrange(len(text))
                if is_hiragana(text[at]) or is_hiragana(text[at - 1 : at]):
                    return Edit(at, at, self._random.choice(_OFTEN))
            return None
        at = self._random.randrange(len(words))
        start = words[at].start
        if share < 0.82:
            return Edit(start, start, self._random.choice(_LEFT_OVER))
        nearby = words[max(0, min(len(words) - 1, at + self._random.choice([-3, -2, -1, 1, 2, 3])))].surface
        return Edit(start, start, nearby) if len(nearby) <= _MOST_MOVED and not nearby.isascii() else None

    def _other(self, letter: str, often: str) -> str:
        near = self._near.get(letter)
        return self._random.choice(near if near and self._random.random() < 0.75 else often)


def _near_kana() -> dict[str, list[str]]:
    near: dict[str, list[str]] = defaultdict(list)
    for group in (*_ROWS, *_ALIKE, *_ALIKE):
        for letter in group:
            near[letter] += [other for other in group if other != letter]
    as_katakana = {_katakana_of(letter): [*map(_katakana_of, others), *"ーッン"] for letter, others in near.items()}
    return dict(near) | as_katakana


def _katakana_of(letter: str) -> str:
    return chr(ord(letter) + _TO_KATAKANA)


def _has_kanji(word: str) -> bool:
    return any(map(is_kanji, word))
