"""Literals without which a regular expression can't match: looking for them first avoids most searches."""

from __future__ import annotations

import re
from typing import NamedTuple

_SPECIAL_ESCAPE = re.compile(r"[a-zA-Z0-9]")
_NOT_READ = re.compile(r"\\[uUxNpP]|\(\?[A-Za-z-]+[):]")
"""Characters written by number or name, and flags for the rest of the pattern: such patterns are not analysed."""
_REPEAT = re.compile(r"\{(\d*)(?:,(\d*))?\}")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_MOST = 32
"""More literals than this don't help: each would need a search of its own."""

_Texts = frozenset[str]
_NOTHING: _Texts = frozenset({""})


class _Part(NamedTuple):
    """What is known of a part of an expression: all texts that it matches, or literals of which it needs one."""

    exact: _Texts | None
    needed: _Texts


_UNKNOWN = _Part(None, frozenset())
_WITHOUT_WIDTH = _Part(_NOTHING, frozenset())


def needed_literals(pattern: str) -> frozenset[str]:
    """Literals of which every match of the pattern contains at least one; none where they can't be determined."""
    if _NOT_READ.search(pattern):
        return frozenset()
    part, _ = _alternatives(pattern, 0)
    texts = _best([part.needed, part.exact or frozenset()])
    return frozenset(text for text in texts if not any(other in text for other in texts - {text}))


def _alternatives(pattern: str, place: int) -> tuple[_Part, int]:
    """Reads up to the end of the group that contains `place`."""
    branches: list[_Part] = []
    while True:
        branch, place = _sequence(pattern, place)
        branches.append(branch)
        if place >= len(pattern) or pattern[place] == ")":
            return _either(branches), place
        place += 1


def _either(branches: list[_Part]) -> _Part:
    exact: set[str] = set()
    for branch in branches:
        exact |= branch.exact or frozenset()
    if len(exact) <= _MOST and all(branch.exact is not None for branch in branches):
        return _Part(frozenset(exact), frozenset())
    needed = [_best([branch.needed, branch.exact or frozenset()]) for branch in branches]
    return _Part(None, frozenset().union(*needed) if all(needed) else frozenset())


def _sequence(pattern: str, place: int) -> tuple[_Part, int]:
    """Reads one branch."""
    choices: list[_Texts] = []
    run = _NOTHING
    is_exact = True
    while place < len(pattern) and pattern[place] not in "|)":
        part, place = _atom(pattern, place)
        least, most, place = _repeated(pattern, place)
        longer = _followed_by(run, part.exact, least, most)
        if longer is not None:
            run = longer
            continue
        is_exact = False
        once = _followed_by(run, part.exact, 1, 1) if least else None
        choices += [once or run, (part.exact or part.needed) if least else frozenset()]
        run = part.exact if part.exact and least == most == 1 else _NOTHING
    return _Part(run if is_exact else None, frozenset() if is_exact else _best([*choices, run])), place


def _followed_by(run: _Texts, following: _Texts | None, least: int, most: int) -> _Texts | None:
    """All texts of a run followed by a part, None where they are unknown or too many."""
    if following is None or most > 1:
        return run if following == _NOTHING else None
    texts = following if least else following | _NOTHING
    return frozenset(before + after for before in run for after in texts) if len(run) * len(texts) <= _MOST else None


def _atom(pattern: str, place: int) -> tuple[_Part, int]:
    """A group, a class or a character, and where it ends."""
    character = pattern[place]
    if character == "(":
        return _group(pattern, place)
    if character == "[":
        return _class(pattern, place)
    if character == "\\":
        escaped = pattern[place + 1]
        if escaped in "bBAZ":
            return _WITHOUT_WIDTH, place + 2
        return (_UNKNOWN if _SPECIAL_ESCAPE.match(escaped) else _only(escaped)), place + 2
    if character in "^$":
        return _WITHOUT_WIDTH, place + 1
    return (_UNKNOWN if character == "." else _only(character)), place + 1


def _only(text: str) -> _Part:
    return _Part(frozenset({text}), frozenset())


def _group(pattern: str, place: int) -> tuple[_Part, int]:
    is_look = pattern.startswith(_LOOKS, place)
    inside = place + (3 if pattern.startswith("(?:", place) else 1)
    part, end = _alternatives(pattern, inside)
    if is_look:
        return _WITHOUT_WIDTH, end + 1
    is_special = pattern[place + 1] == "?" and pattern[place + 2] != ":"
    return (_UNKNOWN if is_special else part), end + 1


def _class(pattern: str, place: int) -> tuple[_Part, int]:
    """Reads a character class; its texts are known only if it lists a few characters, without ranges or escapes."""
    end = place + (2 if pattern.startswith("[^", place) else 1)
    end += pattern.startswith("]", end)
    while pattern[end] != "]":
        end += 2 if pattern[end] == "\\" else 1
    inside = pattern[place + 1 : end]
    is_plain = not inside.startswith("^") and "-" not in inside and "\\" not in inside and len(inside) <= _MOST
    return (_Part(frozenset(inside), frozenset()) if is_plain else _UNKNOWN), end + 1


def _repeated(pattern: str, place: int) -> tuple[int, int, int]:
    """How often the part before `place` must and may occur (2: more than once), and where its quantifier ends."""
    mark = pattern[place : place + 1]
    repeat = _REPEAT.match(pattern, place) if mark == "{" else None
    if repeat:
        least = int(repeat[1] or 0)
        is_once = repeat[0] == "{1}" or repeat[2] == "1"
        end, most = repeat.end(), 1 if is_once else 2
    elif mark and mark in "?*+":
        least, most, end = int(mark == "+"), 1 if mark == "?" else 2, place + 1
    else:
        return 1, 1, place
    return least, most, end + pattern.startswith(("?", "+"), end)


def _best(choices: list[_Texts]) -> _Texts:
    """The literals that probably occur most rarely: the longest, then the fewest."""
    known = [texts for texts in choices if texts and "" not in texts]
    return max(known, key=lambda texts: (min(map(len, texts)), -len(texts)), default=frozenset())
