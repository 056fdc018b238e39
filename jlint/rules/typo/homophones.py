"""Words of two kanji that a kana-kanji converter takes for one another, because they are read the same."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    lines = Path(__file__).with_name("homophones.txt").read_text("utf-8").splitlines()
    groups = (line.split() for line in lines if not line.startswith("#"))
    return {word: tuple(other for other in group if other != word) for group in groups for word in group}


def homophones(word: str) -> tuple[str, ...]:
    """The other words that are read like this one; none for what isn't such a word."""
    return _groups().get(word, ())
