"""Words that are mentioned rather than used."""

from __future__ import annotations


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether the characters `start` to `end` are the whole content of a pair of quotation marks or brackets."""
    return text[start - 1 : start] in ("「", "『", "“", '"') and text[end : end + 1] in '」』”"'
