"""Words that a kana-kanji converter may confuse, because they are read the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jlint.letters import is_kanji
from jlint.spelling.model import UNSEEN
from jlint.spelling.rows import OF_TEXT, in_a_row

if TYPE_CHECKING:
    from jlint.spelling.model import Model

LONGEST_WORD = 4
"""Characters of the longest words in the list."""
_LETTERLESS = frozenset("A0、。（）「」\n ")
ONE_WORD = "/"
"""Between the ways of writing one word, none of which is a slip for another: 行う/行なう."""


class Homophone(NamedTuple):
    """`right` may have been meant instead of the characters `start` to `end`."""

    start: int
    end: int
    right: str


@cache
def _others() -> dict[str, tuple[str, ...]]:
    """For each word the others that are read alike, the most common first."""
    lines = (Path(__file__).with_name("data") / "homophones.txt").read_text("utf-8").splitlines()
    others: dict[str, list[str]] = {}
    for line in lines:
        words = [word.split(ONE_WORD) for word in line.split()]
        for one in words:
            rest = [form for other in words if other is not one for form in other[:1]]
            for form in one:
                others.setdefault(form, []).extend(rest)
    return {word: tuple(dict.fromkeys(rest)) for word, rest in others.items()}


def homophones(text: str, unknown: list[int], model: Model) -> Iterator[Homophone]:
    """Words in an unknown context in which another one with the same reading is known.

    `unknown` are the offsets of three characters that are not known to occur together.
    """
    others = _others()
    for first, last in in_a_row(unknown):
        for start in range(max(1, first - LONGEST_WORD + 1), min(last + OF_TEXT, len(text) - 1)):
            if not is_kanji(text[start]):
                continue
            for end in range(max(start + 2, first + 1), min(start + LONGEST_WORD, len(text) - 1) + 1):
                if text[start:end] in others:
                    yield from _better(text, start, end, others[text[start:end]], model)


def _better(text: str, start: int, end: int, others: tuple[str, ...], model: Model) -> Iterator[Homophone]:
    level = model.level
    before, word, behind = text[start - 1], text[start:end], text[end]
    if level(before + word + behind) != UNSEEN:
        return
    contexts = [
        (left, right)
        for left, right in (
            (text[max(0, start - 2) : start], ""),
            (before, behind),
            ("", text[end : end + 2]),
            (before, ""),
            ("", behind),
        )
        if level(left + word + right) == UNSEEN and (len(left + right) > 1 or left + right not in _LETTERLESS)
    ]
    for other in others:
        if any(level(left + other + right) != UNSEEN for left, right in contexts):
            yield Homophone(start, end, other)
