"""How much a doubling must gain to be a slip if it starts or ends inside a word.

The least gains were derived from 240,000 real sentences; each states the most that a legitimate doubling gained.
"""

from __future__ import annotations

from jlint.compiled import compiled
from jlint.letters import is_kanji
from jlint.spelling.repair import Copies, is_unknown
from jlint.spelling.word_doubling import is_function_word

_KATAKANA_WORD = "[ァ-ヺー]{4,}"
_HIRAGANA = "[ぁ-ゖ]+"
_KATAKANA = "[ァ-ヺー]+"

_IN_UNKNOWN_WORD = 3000
"""アルゴゴリズム: the dictionary lacks it, and has it without one ゴ. No legitimate one was seen."""
_IN_KNOWN_WORD = 7500
"""区別すする, where すする is a word too. 7,330: それをくくり出す."""
_BEFORE_KANJI = 7100
"""検検索, ご存存じ. 7,050: その後後半."""
_BEFORE_KATAKANA = 6400
"""ベンベンダー. 2,960: プラグインインターフェース."""
_BEFORE_HIRAGANA = 4650
"""呼びまます. 1,950: したため."""
_PARTICLE_BEFORE = 7500
"""なければなならない. 7,320: とともに, after inline code."""
_FUNCTION_WORDS_BEFORE = 5000
"""数えてしてしまう. 1,760: していている."""
_BEHIND = 5000
"""並んでいるる. 4,270: ごくわずかかどうか."""
_ACROSS = 4800
"""消えてしまします. 3,200: 戻りたくなくなる."""
_BETWEEN = 9000
"""用いいる. No legitimate one in kana; 5,370 in kanji, which are left alone: 毎月月末."""


def least_gain_of_letters(copies: Copies) -> int | None:
    """The gain from which on the doubling is a slip, None if no gain suffices."""
    if copies.first == copies.second and len(copies.first) == 1:
        return _in_one_word(copies)
    if not copies.are_separate:
        return _ACROSS
    if copies.starts_a_word:
        return _before_a_word(copies)
    # 決済済, 米国国内, メモリリーク: words in kanji and katakana join like this
    if not compiled(_HIRAGANA).fullmatch(copies.text):
        return None
    return _BEHIND if copies.ends_a_word else _BETWEEN


def _in_one_word(copies: Copies) -> int | None:
    (word,) = copies.first
    if not is_unknown(word):
        return _IN_KNOWN_WORD if copies.length == 1 else None
    if copies.repair.leaves_unknown or _may_be_a_name(copies) or _may_be_a_sound(copies):
        return None
    return _IN_UNKNOWN_WORD


def _may_be_a_name(copies: Copies) -> bool:
    """ララポート, ネネット, アババ: names are short, or begin with a doubled letter."""
    (word,) = copies.first
    return copies.length == 1 and (len(word.surface) < 6 or copies.starts_a_word)


def _may_be_a_sound(copies: Copies) -> bool:
    """ピーポーピーポー: nothing but the two copies, and these are short."""
    return copies.starts_a_word and copies.ends_a_word and copies.length < 5


def _before_a_word(copies: Copies) -> int | None:
    """The least gain if the first copy is a word or several, and the second begins a longer one."""
    if len(copies.first) > 1:
        return _FUNCTION_WORDS_BEFORE if all(map(is_function_word, copies.first)) else None
    (word,) = copies.first
    if word.pos1 == "助詞":
        return _PARTICLE_BEFORE
    if word.pos1 == copies.second[0].pos1 == "感動詞":
        return None
    if compiled(_KATAKANA).fullmatch(copies.text):
        return _BEFORE_KATAKANA if compiled(_KATAKANA_WORD).match(copies.second[0].surface) else None
    if is_kanji(copies.text[0]):
        return _BEFORE_KANJI if copies.length == 1 else _BEFORE_KATAKANA
    return _BEFORE_HIRAGANA
