"""Words that are mentioned rather than used."""

from __future__ import annotations

from jlint.compiled import compiled

_CLOSED = '(?:[（(][ぁ-ゖァ-ヺー]+[）)])?[」』”"]'
"""The end of a quotation, perhaps behind the reading of its word."""


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether the characters `start` to `end` are the whole content of a pair of quotation marks or brackets."""
    return text[start - 1 : start] in ("「", "『", "“", '"') and compiled(_CLOSED).match(text, end) is not None
