"""Literals without which a regular expression can't match: looking for them first avoids most searches."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jlint.expressions.literal_parts import EMPTY, MOST, NONE, UNKNOWN, Part, Sequence, either

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
_MOST_COMPARED = 200


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
        return NONE
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

    def whole(self) -> Part:
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

    def _alternatives(self) -> Part:
        """Reads up to the end of the group, or of the pattern."""
        branches = [self._sequence()]
        while self._next() == "|":
            self._place += 1
            branches.append(self._sequence())
        return branches[0] if len(branches) == 1 else either(branches)

    def _sequence(self) -> Part:
        """Reads one branch: keeps the texts of what was read since the last unknown part, as far as they are known."""
        sequence = Sequence()
        while self._place < len(self._pattern) and self._pattern[self._place] not in "|)":
            part = self._atom()
            sequence.add(part, *self._repeated())
        return sequence.part

    def _atom(self) -> Part:
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
            return EMPTY
        if character == ".":
            return UNKNOWN
        # a quantifier after nothing, or a brace of what may be the module `regex`'s fuzzy matching
        raise _UnreadError

    def _plain(self, text: str, end: int) -> Part:
        """The characters that are known, without one that is repeated."""
        if len(text) > 1 and self._pattern[end : end + 1] in ("?", "*", "+", "{"):
            text = text[:-1]
        if self._ignores_case:
            known = next((number for number, each in enumerate(text) if not self._has_one_form(each)), len(text))
            if not known:
                self._place += 1
                return UNKNOWN
            text = text[:known]
        self._place += len(text)
        return Part(frozenset({text.translate(self._folded) if self._folded else text}))

    def _has_one_form(self, character: str) -> bool:
        """Whether all that it matches where case is ignored is the same once it is folded."""
        forms = {character, character.lower(), character.upper(), character.casefold()}
        return len(forms) == 1 or len({form.translate(self._folded) for form in forms}) == 1

    def _only(self, character: str) -> Part:
        if self._ignores_case and not self._has_one_form(character):
            return UNKNOWN
        return Part(frozenset({character.translate(self._folded)}))

    def _escape(self) -> Part:
        escaped = self._pattern[self._place + 1]
        longer = _CODE.match(self._pattern, self._place) or _REFERENCE.match(self._pattern, self._place)
        self._place = longer.end() if longer else self._place + 2
        if longer:
            code = longer[longer.lastindex] if longer.lastindex else ""
            return self._only(chr(int(code, 16))) if code else UNKNOWN
        if escaped in _WITHOUT_WIDTH:
            return EMPTY
        if escaped in _SET:
            return UNKNOWN
        if escaped in _CONTROL:
            return self._only(_CONTROL[escaped])
        if escaped.isascii() and escaped.isalnum():
            raise _UnreadError
        return self._only(escaped)

    def _group(self) -> Part:
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
            return EMPTY
        return Part(part.exact, part.needed, -1 if "<" in look else 1)

    def _class(self) -> Part:
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
            return UNKNOWN
        listed = _listed(inside)
        if listed is None or (self._ignores_case and not all(map(self._has_one_form, listed))):
            return UNKNOWN
        texts = frozenset(each.translate(self._folded) for each in listed)
        return Part(texts) if len(texts) <= MOST else UNKNOWN

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
        if last is None or ord(last) - ord(character) > 2 * MOST:
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
