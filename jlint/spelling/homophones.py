"""Words that a kana-kanji converter may confuse, because they are read the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jlint.letters import is_hiragana
from jlint.spelling.model import UNSEEN

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

    from jlint.spelling.model import Model

_KNOWN = 2
_WELL_KNOWN = 5
_LONG = 3
"""Characters from which on a context of particles alone is informative."""
_UNINFORMATIVE = "A0、。（）「」\n "


class Homophone(NamedTuple):
    """`right` may have been meant instead of the characters `start` to `end`."""

    start: int
    end: int
    right: str


@cache
def _words() -> AhoCorasick:
    from ahocorasick_rs import AhoCorasick

    return AhoCorasick(_others())


@cache
def _others() -> dict[str, tuple[str, ...]]:
    lines = (Path(__file__).with_name("data") / "homophones.txt").read_text("utf-8").splitlines()
    groups = (line.split() for line in lines)
    return {word: tuple(other for other in group if other != word) for group in groups for word in group}


def homophones(text: str, model: Model) -> Iterator[Homophone]:
    """Words in an unknown context in which another one with the same reading is known."""
    others = _others()
    for _, start, end in _words().find_matches_as_indexes(text, overlapping=True):
        for other in others[text[start:end]]:
            if _fits_better(text, start, end, other, model):
                yield Homophone(start, end, other)


def _fits_better(text: str, start: int, end: int, other: str, model: Model) -> bool:
    level = model.level
    before, word, behind = text[start - 1], text[start:end], text[end : end + 1]
    if level(before + word + behind) != UNSEEN or level(before + other + behind) == UNSEEN:
        return False
    return any(
        level(left + other + right) >= (_KNOWN if _is_substantial(left + right) else _WELL_KNOWN)
        and level(left + word + right) == UNSEEN
        for left, right in (
            (text[max(0, start - 3) : start], ""),
            (text[max(0, start - 2) : start], ""),
            (text[max(0, start - 2) : start], behind),
            (before, text[end : end + 2]),
            (before, text[end : end + 3]),
            ("", text[end : end + 3]),
            ("", text[end : end + 2]),
        )
        if _is_substantial(left + right) or len(left + right) >= _LONG
    )


def _is_substantial(context: str) -> bool:
    """Whether the context has more than particles to distinguish one word from another."""
    return any(not is_hiragana(letter) and letter not in _UNINFORMATIVE for letter in context)
