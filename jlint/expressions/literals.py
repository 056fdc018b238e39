"""Literals without which a regular expression can't match: looking for them first avoids most searches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from math import log2
from typing import NamedTuple

_PLAIN = re.compile(r"[^\\()\[{|?*+.^$]+")
_FLAGS_OF_ALL = re.compile(r"\(\?([aimsu]+)\)")
_OPENING = re.compile(r"\((?:\?(?:(?P<look><?[=!])|[:>]|P?<\w+>|(?P<on>[aimsu]*)(?:-(?P<off>[ims]+))?:))?")
"""What a group may begin with. A pattern with anything else, such as a comment, isn't analysed."""
_CODE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
_CONTROL = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a"}
_WITHOUT_WIDTH = frozenset("bBAZ")
_SET = frozenset("dDsSwW")
_REFERENCE = re.compile(r"\\[0-9]+|\\[pP](?:\{[^}]*\}|\w)")
_REPEAT = re.compile(r"\{(?P<least>\d*)(?P<range>,(?P<most>\d*))?\}")
_SET_OPERATION = re.compile(r"\[:|--|&&|\|\||~~")
_MOST = 32
"""More texts than this are not spelled out: each would need a search of its own."""
_MOST_COMPARED = 200
_MOST_COPIES = 4

_Texts = frozenset[str]
_NOTHING: _Texts = frozenset({""})
_NONE: _Texts = frozenset()


class _Part(NamedTuple):
    """What is known of a part of an expression: all texts that it matches, and literals of which it needs one.

    For a look-around that says what stands there, `look` is 1 if that follows and -1 if it comes before.
    """

    exact: _Texts | None
    needed: _Texts = _NONE
    look: int = 0

    @property
    def literals(self) -> _Texts:
        """The best literals of which it needs one."""
        return _best([self.needed, self.exact or _NONE])


_UNKNOWN = _Part(None)
_EMPTY = _Part(_NOTHING)


class _UnreadError(Exception):
    """The pattern contains something that isn't analysed."""


def needed_literals(
    pattern: str, folded: Mapping[int, int | str] | None = None, *, beside: bool = False
) -> frozenset[str]:
    """Literals of which every match of the pattern contains at least one; none where they can't be determined.

    With a table for `str.translate` they are folded by it, and are to be looked for in the folded text. Only then are
    letters known where case is ignored: those whose forms the table folds to one. `beside`: they may also stand
    directly beside the match, where look-arounds require them, or around it.
    """
    try:
        texts = _Reading(pattern, folded or {}, looks_beside=beside).whole().literals
    except _UnreadError:
        return _NONE
    if len(texts) < 2 or len(texts) > _MOST_COMPARED:
        return texts
    return frozenset(text for text in texts if not any(other in text for other in texts if other is not text))


class _Reading:
    """Reads a pattern from left to right. Raises _UnreadError."""

    def __init__(self, pattern: str, folded: Mapping[int, int | str], *, looks_beside: bool) -> None:
        flags = _FLAGS_OF_ALL.match(pattern)
        self._ignores_case = flags is not None and "i" in flags[1]
        self._pattern = pattern
        self._place = flags.end() if flags else 0
        self._folded = folded
        self._looks_beside = looks_beside

    def whole(self) -> _Part:
        """What is known of the whole pattern."""
        try:
            part = self._alternatives()
        except (IndexError, RecursionError):
            raise _UnreadError from None
        if self._place < len(self._pattern):
            raise _UnreadError
        return part

    def _next(self) -> str:
        return self._pattern[self._place : self._place + 1]

    def _alternatives(self) -> _Part:
        """Reads up to the end of the group, or of the pattern."""
        branches = [self._sequence()]
        while self._next() == "|":
            self._place += 1
            branches.append(self._sequence())
        return branches[0] if len(branches) == 1 else _either(branches)

    def _sequence(self) -> _Part:
        """Reads one branch: keeps the texts of what was read since the last unknown part, as far as they are known."""
        sequence = _Sequence()
        while self._place < len(self._pattern) and self._pattern[self._place] not in "|)":
            part = self._atom()
            sequence.add(part, *self._repeated())
        return sequence.part

    def _atom(self) -> _Part:
        """A row of plain characters, or else a group, a class or a character."""
        plain = _PLAIN.match(self._pattern, self._place)
        if plain:
            return self._plain(plain[0], plain.end())
        character = self._pattern[self._place]
        if character == "(":
            return self._group()
        if character == "[":
            return self._class()
        if character == "\\":
            return self._escape()
        self._place += 1
        if character in "^$":
            return _EMPTY
        if character == ".":
            return _UNKNOWN
        # a quantifier after nothing, or a brace of what may be the module `regex`'s fuzzy matching
        raise _UnreadError

    def _plain(self, text: str, end: int) -> _Part:
        """The characters that are known, without one that is repeated."""
        if len(text) > 1 and self._pattern[end : end + 1] in ("?", "*", "+", "{"):
            text = text[:-1]
        if self._ignores_case:
            known = next((number for number, each in enumerate(text) if not self._has_one_form(each)), len(text))
            if not known:
                self._place += 1
                return _UNKNOWN
            text = text[:known]
        self._place += len(text)
        return _Part(frozenset({text.translate(self._folded) if self._folded else text}))

    def _has_one_form(self, character: str) -> bool:
        """Whether all that it matches where case is ignored is the same once it is folded."""
        forms = {character, character.lower(), character.upper(), character.casefold()}
        return len(forms) == 1 or len({form.translate(self._folded) for form in forms}) == 1

    def _only(self, character: str) -> _Part:
        if self._ignores_case and not self._has_one_form(character):
            return _UNKNOWN
        return _Part(frozenset({character.translate(self._folded)}))

    def _escape(self) -> _Part:
        escaped = self._pattern[self._place + 1]
        longer = _CODE.match(self._pattern, self._place) or _REFERENCE.match(self._pattern, self._place)
        self._place = longer.end() if longer else self._place + 2
        if longer:
            code = longer[longer.lastindex] if longer.lastindex else ""
            return self._only(chr(int(code, 16))) if code else _UNKNOWN
        if escaped in _WITHOUT_WIDTH:
            return _EMPTY
        if escaped in _SET:
            return _UNKNOWN
        if escaped in _CONTROL:
            return self._only(_CONTROL[escaped])
        if escaped.isascii() and escaped.isalnum():
            raise _UnreadError
        return self._only(escaped)

    def _group(self) -> _Part:
        opening = _OPENING.match(self._pattern, self._place)
        end = opening.end() if opening else 0
        if opening is None or (end == self._place + 1 and self._pattern[end : end + 1] in ("?", "*")):
            raise _UnreadError
        outside = self._ignores_case
        self._ignores_case = (outside or "i" in (opening["on"] or "")) and "i" not in (opening["off"] or "")
        self._place = end
        part = self._alternatives()
        self._ignores_case = outside
        if self._next() != ")":
            raise _UnreadError
        self._place += 1
        look = opening["look"]
        if not look:
            return part
        if not self._looks_beside or "!" in look:
            return _EMPTY
        return _Part(part.exact, part.needed, -1 if "<" in look else 1)

    def _class(self) -> _Part:
        """Reads a character class; its texts are known if it lists only a few characters."""
        pattern, start = self._pattern, self._place
        end = start + (2 if pattern.startswith("[^", start) else 1)
        end += pattern.startswith("]", end)
        while pattern[end] != "]":
            end += 2 if pattern[end] == "\\" else 1
        self._place = end + 1
        inside = pattern[start + 1 : end]
        if _SET_OPERATION.search(inside):
            raise _UnreadError  # the module `regex` reads it otherwise than `re`
        if inside.startswith("^"):
            return _UNKNOWN
        listed = _listed(inside)
        if listed is None or (self._ignores_case and not all(map(self._has_one_form, listed))):
            return _UNKNOWN
        texts = frozenset(each.translate(self._folded) for each in listed)
        return _Part(texts) if len(texts) <= _MOST else _UNKNOWN

    def _repeated(self) -> tuple[int, int | None]:
        """How often the last part must and may occur, None for without limit; reads the quantifier."""
        mark = self._next()
        if not mark or mark not in "?*+{":
            return 1, 1
        if mark == "{":
            repeat = _REPEAT.match(self._pattern, self._place)
            if repeat is None or repeat[0] == "{}":
                raise _UnreadError
            self._place = repeat.end()
            least = int(repeat["least"] or 0)
            most = (int(repeat["most"]) if repeat["most"] else None) if repeat["range"] else least
        else:
            self._place += 1
            least, most = int(mark == "+"), 1 if mark == "?" else None
        self._place += self._next() in ("?", "+")
        return least, most


def _listed(inside: str) -> list[str] | None:
    """The characters of a class, None if they are not just a few."""
    characters: list[str] = []
    place = 0
    while place < len(inside):
        character, place = _listed_one(inside, place)
        if character is None:
            return None
        last: str | None = character
        if place + 1 < len(inside) and inside[place] == "-":
            last, place = _listed_one(inside, place + 1)
        if last is None or ord(last) - ord(character) > 2 * _MOST:
            return None
        characters += map(chr, range(ord(character), ord(last) + 1))
    return characters


def _listed_one(inside: str, place: int) -> tuple[str | None, int]:
    if inside[place] != "\\":
        return inside[place], place + 1
    code = _CODE.match(inside, place)
    if code:
        return chr(int(code[code.lastindex or 1], 16)), code.end()
    escaped = inside[place + 1]
    if escaped.isascii() and escaped.isalnum():
        return _CONTROL.get(escaped), place + 2
    return escaped, place + 2


class _Sequence:
    """What is known of several parts in a row."""

    def __init__(self) -> None:
        self._choices: list[_Texts] = []
        self._run = _NOTHING
        """All texts that the parts since the last unknown one match."""
        self._wide = _NOTHING
        """The same, with what a look-behind requires before them."""
        self._is_exact = True

    def add(self, part: _Part, least: int, most: int | None) -> None:
        """Adds a part that occurs at least and at most so often."""
        if part.look:
            self._add_look(part, least)
            return
        if least and part.needed:
            self._choices.append(part.needed)
        texts = part.exact if least == most == 1 else _copies(part.exact, least, most)
        if texts is not None and len(texts) > 1 and self._wide != _NOTHING:
            self._choices.append(self._wide)
        run = _followed_by(self._run, texts)
        wide = _followed_by(self._wide, texts)
        if run is not None and wide is not None:
            self._run, self._wide = run, wide
            return
        self._is_exact = False
        once = _followed_by(self._wide, part.exact) if least else None
        self._choices += [once or self._wide, part.literals if least else _NONE]
        alone = texts if texts is not None and len(texts) <= _MOST else part.exact if least else None
        # of what is repeated the last copy stands before what follows
        begins_anew = alone is not None and (texts is not None or len(alone) == 1)
        self._run = self._wide = alone if begins_anew and alone is not None else _NOTHING

    def _add_look(self, part: _Part, least: int) -> None:
        if not least:
            return
        self._choices.append(part.literals)
        if part.look > 0:
            self._choices.append(_followed_by(self._wide, part.exact) or _NONE)
        elif self._wide == _NOTHING and part.exact:
            self._wide = part.exact

    @property
    def part(self) -> _Part:
        """What is known of them all."""
        if self._is_exact and self._wide == self._run and not self._choices:
            return _Part(self._run)
        return _Part(self._run if self._is_exact else None, _best([*self._choices, self._wide]))


def _either(branches: list[_Part]) -> _Part:
    exact: set[str] | None = set()
    for branch in branches:
        exact = None if exact is None or branch.exact is None else exact | branch.exact
    known = frozenset(exact) if exact is not None and len(exact) <= _MOST else None
    if known is not None and not any(branch.needed for branch in branches):
        return _Part(known)
    literals = [branch.literals for branch in branches]
    return _Part(known, _NONE.union(*literals) if all(literals) else _NONE)


def _copies(texts: _Texts | None, least: int, most: int | None) -> _Texts | None:
    """All texts of a part that occurs so often, None where they are unknown or too many."""
    if texts is None or texts == _NOTHING:
        return texts
    if most is None or most > _MOST_COPIES:
        return None
    row: _Texts | None = _NOTHING
    found: set[str] = set()
    for number in range(most + 1):
        if row is None:
            return None
        if number >= least:
            found |= row
        row = _followed_by(row, texts)
    return frozenset(found) if len(found) <= _MOST else None


def _followed_by(run: _Texts, following: _Texts | None) -> _Texts | None:
    """All texts of a run followed by a part, None where they are unknown or too many."""
    if following is None or len(run) * len(following) > _MOST:
        return None
    return frozenset(before + after for before in run for after in following)


def _best(choices: Iterable[_Texts]) -> _Texts:
    """The literals that probably occur most rarely."""
    known = [texts for texts in choices if texts and "" not in texts]
    if len(known) < 2:
        return known[0] if known else _NONE
    return max(known, key=_rarity)


def _rarity(texts: _Texts) -> float:
    """How rare the least rare of them is, in units of two bits, less what many of them add."""
    return min(map(_rarity_of, texts)) - log2(len(texts)) / 2


def _rarity_of(text: str) -> int:
    """The sum over the characters: kanji are the rarest, then katakana, then hiragana and letters."""
    return sum(
        5 if "㐀" <= each <= "鿿" else 4 if "ァ" <= each <= "ヴ" else 2 if "ぁ" <= each <= "ん" or each.isalpha() else 1
        for each in text
    )
