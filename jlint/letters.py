"""Texts as they are compared: without line breaks, markup, punctuation and spacing."""

from __future__ import annotations

from jlint.compiled import lazy_pattern
from jlint.memoize import memoize

_NOT_LETTERS = lazy_pattern(r"\W+")


def is_japanese(char: str) -> bool:
    """Whether the character is a kana or a kanji. False for an empty string."""
    return is_hiragana(char) or "ァ" <= char <= "ヺ" or is_kanji(char)


def is_hiragana(char: str) -> bool:
    """Whether the character is a hiragana. False for an empty string."""
    return "ぁ" <= char <= "ゖ"


def is_katakana(char: str) -> bool:
    """Whether the character is a katakana or the mark of a long vowel. False for an empty string."""
    return "ァ" <= char <= "ヺ" or char == "ー"


def is_kanji(char: str) -> bool:
    """Whether the character is a kanji of the block CJK Unified Ideographs. False for an empty string."""
    return "一" <= char <= "鿿"


@memoize(8192)
def letters(text: str) -> str:
    """The letters and digits of a text. Memoized: the same sentence is often passed in again."""
    return _NOT_LETTERS.sub("", text)


def difference(one: str, other: str) -> tuple[int, str, str]:
    """Where two texts differ: the offset (code points) at which they begin to, and what stands there in each.

    What they share at both ends is left out, at the beginning first: of あああ and ああ the last letter differs.
    """
    shorter = min(len(one), len(other))
    start = 0
    while start < shorter and one[start] == other[start]:
        start += 1
    back = 0
    while back < shorter - start and one[-1 - back] == other[-1 - back]:
        back += 1
    return start, one[start : len(one) - back], other[start : len(other) - back]
