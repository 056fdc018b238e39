"""Words that are spoken of rather than used."""

from __future__ import annotations


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether the characters `start` to `end` are all that a pair of quotation marks or brackets holds."""
    return text[start - 1 : start] in ("「", "『", "“", '"') and text[end : end + 1] in '」』”"'
