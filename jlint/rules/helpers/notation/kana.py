"""Katakana and hiragana."""

from __future__ import annotations

_TO_HIRAGANA = {katakana: katakana - 0x60 for katakana in range(ord("ァ"), ord("ヴ") + 1)}


def hiragana(katakana: str) -> str:
    """A katakana reading, as in the dictionary, in hiragana."""
    return katakana.translate(_TO_HIRAGANA)
