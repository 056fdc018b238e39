"""Quoted text, which is mentioned rather than left over."""

from __future__ import annotations


def is_quoted(text: str, offset: int) -> bool:
    """Whether `offset` lies in Japanese quotation marks that are opened before it in `text`."""
    opening = max(text.rfind("「", 0, offset), text.rfind("『", 0, offset))
    return opening >= 0 and opening > max(text.rfind("」", 0, offset), text.rfind("』", 0, offset))
