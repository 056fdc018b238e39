"""Texts as they are compared: over line breaks, markup, punctuation and spacing."""

from __future__ import annotations

import re

_NOT_LETTERS = re.compile(r"\W+")


def letters(text: str) -> str:
    """The letters and digits of a text."""
    return _NOT_LETTERS.sub("", text)
