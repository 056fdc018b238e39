"""Numbers in kanji and in Arabic digits."""

from __future__ import annotations

KANJI_DIGITS = "一二三四五六七八九十百千"

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_POWERS = {"0": "", "1": "十", "2": "百", "3": "千"}


def from_kanji(kanji: str) -> str:
    """A number below ten thousand in Arabic digits: 百八 is 108. Digits in a row are read one by one: 二〇 is 20."""
    if not set(kanji) & set(_UNITS):
        return "".join(str(_DIGITS[char]) for char in kanji)
    total = digit = 0
    for char in kanji:
        if char in _UNITS:
            total += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return str(total + digit)


def to_kanji(digits: str) -> str:
    """A number below ten thousand in kanji: 10 is 十."""
    parts: list[str] = []
    for power, char in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        if char != "0":
            figure = "" if char == "1" and power else "〇一二三四五六七八九"[int(char)]
            parts.append(figure + _POWERS[str(power)])
    return "".join(parts) or "〇"
