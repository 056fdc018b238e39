"""Suggests the name that the user probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Suggestion(NamedTuple):
    """A sentence in both languages that suggests the nearest name; empty strings where none is near."""

    ja: str
    en: str
    name: str


def did_you_mean(word: str, names: Iterable[str], *, likeness: float = 0.65) -> Suggestion:
    """Suggests the one of `names` nearest to `word`, if they are at least as similar as `likeness`, from 0 to 1."""
    from difflib import get_close_matches

    bare = {name.strip("-"): name for name in sorted(names)}
    near = get_close_matches(word.strip("-"), bare, n=1, cutoff=likeness)
    if not near:
        return Suggestion("", "", "")
    name = bare[near[0]]
    return Suggestion(f"{name} のことですか？", f"Did you mean {name}?", name)
