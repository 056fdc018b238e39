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
    near = nearest(word, names, most=1, likeness=likeness)
    if not near:
        return Suggestion("", "", "")
    return suggestion(near[0])


def suggestion(name: str) -> Suggestion:
    """Suggests this name."""
    return Suggestion(f"{name} のことですか？", f"Did you mean {name}?", name)


def nearest(word: str, names: Iterable[str], *, most: int, likeness: float = 0.65) -> list[str]:
    """Up to `most` of `names`, those that are at least so similar to `word`, the nearest first. Case doesn't count."""
    from difflib import get_close_matches

    bare = {name.strip("-").lower(): name for name in sorted(names)}
    return [bare[near] for near in get_close_matches(word.strip("-").lower(), bare, n=most, cutoff=likeness)]
