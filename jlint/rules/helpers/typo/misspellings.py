"""The list of common misspellings."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from jlint.rules.data import FOLDER
from jlint.rules.helpers.typo.misspellings_in_context import overlaps


class Misspelling(NamedTuple):
    """A line of known_misspellings.tsv: `basis` is the evidence for `right`, `example` a sentence with `wrong`."""

    wrong: str
    right: str
    basis: str
    example: str


@cache
def misspellings() -> tuple[Misspelling, ...]:
    """The list, longer ones first, so that a part of an entry isn't reported where the whole entry matches."""
    lines = (FOLDER / "known_misspellings.tsv").read_text("utf-8").splitlines()
    listed = [Misspelling(*line.split("\t")) for line in lines if line and not line.startswith("#")]
    return tuple(sorted(listed, key=lambda each: -len(each.wrong)))


def is_listed(text: str, start: int, end: int) -> bool:
    """Whether the characters from `start` to `end` overlap a listed misspelling."""
    words = (each.wrong for each in misspellings())
    if any(text.find(wrong, max(0, start - len(wrong) + 1), end + len(wrong) - 1) >= 0 for wrong in words):
        return True
    return overlaps(text, start, end)
