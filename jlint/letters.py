"""Texts as they are compared: without line breaks, markup, punctuation and spacing."""

from __future__ import annotations

from jlint.compiled import lazy_pattern
from jlint.memoize import memoize

VOICING_MARKS = frozenset("\u3099\u309a\u309b\u309c")
"""The marks of voicing that stand apart from their kana: those that attach to it, and those that don't."""
_ATTACHED = str.maketrans("\u309b\u309c", "\u3099\u309a")
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


def has_decomposed_kana(text: str) -> bool:
    """Whether a mark of voicing stands apart from a kana that could have it: カ + U+3099, but not あ + U+3099."""
    from unicodedata import normalize

    places = (at for at, char in enumerate(text) if at and char in VOICING_MARKS)
    return any(len(normalize("NFC", text[at - 1 : at + 1].translate(_ATTACHED))) == 1 for at in places)


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
