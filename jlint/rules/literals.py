"""Texts without which a regular expression can't match: looking for them first spares most searches."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SPECIAL_ESCAPE = re.compile(r"[a-zA-Z0-9]")
_REPEAT = re.compile(r"\{(\d*)(?:,\d*)?\}")
_Literals = frozenset[str]


def needed_literals(pattern: str) -> frozenset[str]:
    """Texts of which at least one stands in whatever the pattern matches; none where that can't be told."""
    literals, _ = _alternatives(pattern, 0)
    return literals


def _alternatives(pattern: str, place: int) -> tuple[_Literals, int]:
    """Reads up to the end of the group that `place` stands in."""
    branches: list[_Literals] = []
    while True:
        literals, place = _sequence(pattern, place)
        branches.append(literals)
        if place >= len(pattern) or pattern[place] == ")":
            return (frozenset().union(*branches) if all(branches) else frozenset()), place
        place += 1


def _sequence(pattern: str, place: int) -> tuple[_Literals, int]:
    """Reads one branch; its best literals, and where it ends."""
    choices: list[_Literals] = []
    run = ""
    while place < len(pattern) and pattern[place] not in "|)":
        literals, text, after = _atom(pattern, place)
        least, after = _least(pattern, after)
        is_once = pattern[after - 1] not in "?*+}" or after == place + 1
        if text and least and is_once:
            run += text
        else:
            choices.append(frozenset({run + text if least else run}) - {""})
            run = ""
            if least and not text:
                choices.append(literals)
        place = after
    choices.append(frozenset({run}) - {""})
    return _best(choices), place


def _atom(pattern: str, place: int) -> tuple[_Literals, str, int]:
    """A group's literals or a character's text, and where it ends."""
    character = pattern[place]
    if character == "(":
        is_look = pattern.startswith(("(?=", "(?!", "(?<=", "(?<!"), place)
        inside = place + (3 if pattern.startswith("(?:", place) else 1)
        literals, end = _alternatives(pattern, inside)
        unknown = is_look or (pattern[place + 1] == "?" and pattern[place + 2] != ":")
        return (frozenset() if unknown else literals), "", end + 1
    if character == "[":
        return frozenset(), "", _end_of_class(pattern, place)
    if character == "\\":
        escaped = pattern[place + 1]
        return frozenset(), "" if _SPECIAL_ESCAPE.match(escaped) else escaped, place + 2
    return frozenset(), "" if character in ".^$" else character, place + 1


def _end_of_class(pattern: str, place: int) -> int:
    place += 2 if pattern.startswith("[^", place) else 1
    place += pattern.startswith("]", place)
    while pattern[place] != "]":
        place += 2 if pattern[place] == "\\" else 1
    return place + 1


def _least(pattern: str, place: int) -> tuple[int, int]:
    """How often what stands before `place` must occur, and where its quantifier ends."""
    mark = pattern[place : place + 1]
    repeat = _REPEAT.match(pattern, place) if mark == "{" else None
    if not (mark and mark in "?*+") and repeat is None:
        return 1, place
    least = int(repeat[1] or 0) if repeat else int(mark == "+")
    end = repeat.end() if repeat else place + 1
    return least, end + pattern.startswith(("?", "+"), end)


def _best(choices: Sequence[_Literals]) -> _Literals:
    """The literals that are the rarest to stand in a text: the longest, then the fewest."""
    known = [literals for literals in choices if literals]
    return max(known, key=lambda literals: (min(map(len, literals)), -len(literals)), default=frozenset())
