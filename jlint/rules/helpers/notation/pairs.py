"""Brackets and quotation marks without a partner."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

_MATES = {"（": "(", "）": ")"}
"""Brackets that close and open each other's pairs, whatever their width, unless the width counts."""
_QUOTES = {"'": r"(?<![0-9A-Za-z])'|'(?![0-9A-Za-z])", '"': r'(?<![0-9])"'}
"""Where a mark that opens as well as closes is a quotation mark: not in don't, nor in 15" display."""
_ANGLE = {"<": r"<(?![=\-<\s0-9])", ">": r"(?<![=\-\s])>(?!=)"}
"""Where an angle is a bracket: not in a comparison or an arrow."""


class Unpaired(Struct, frozen=True):
    """Brackets without a partner, each with its offset and named by its opening form."""

    opening: list[tuple[int, str]]
    closing: list[tuple[int, str]]


NONE = Unpaired([], [])


class Pairing:
    """Finds unpaired brackets. `pairs` are such as 「」 or \"\"; mates of another width are counted, never reported."""

    def __init__(self, pairs: Iterable[str], *, same_width: bool) -> None:
        self._closer_of = {pair[0]: pair[1] for pair in pairs if len(pair) == 2}
        self._opener_of = {closer: opener for opener, closer in self._closer_of.items()}
        self._mates = {
            mate: bracket
            for bracket, mate in _MATES.items()
            if not same_width and bracket in (named := {*self._closer_of, *self._opener_of}) and mate not in named
        }
        marks = sorted({*self._closer_of, *self._opener_of, *self._mates})
        special = _QUOTES | _ANGLE
        self._bracket = re.compile("|".join(special.get(mark) or re.escape(mark) for mark in marks) or r"(?!)")

    def closer_of(self, opener: str) -> str | None:
        """What closes an opening bracket, None for any other character."""
        return self._closer_of.get(opener)

    def unpaired(self, text: str) -> Unpaired:
        """The brackets of `text` without a partner."""
        brackets = [match for match in self._bracket.finditer(text) if not _is_mention(text, match)]
        if not brackets:
            return NONE
        opened: dict[str, list[tuple[int, str]]] = defaultdict(list)
        closing: list[tuple[int, str]] = []
        for match in brackets:
            mark = self._mates.get(match[0], match[0])
            opener = self._opener_of.get(mark)
            if opener is not None and opened[opener]:
                opened[opener].pop()
            elif mark in self._closer_of:
                opened[mark].append((match.start(), match[0]))
            elif match[0] not in self._mates and opener is not None:
                closing.append((match.start(), opener))
        opening = sorted(place for places in opened.values() for place in places if place[1] not in self._mates)
        return Unpaired(opening, closing)


@lru_cache(maxsize=16)
def pairing(pairs: tuple[str, ...], same_width: bool) -> Pairing:
    """The pairing for these options, built once."""
    return Pairing(pairs, same_width=same_width)


def _is_mention(text: str, match: re.Match[str]) -> bool:
    """Whether the bracket stands alone in 「」, where the text mentions the mark."""
    return text[match.start() - 1 : match.start()] == "「" and text[match.end() : match.end() + 1] == "」"
