"""A dictionary's terms in the form that is searched for and kept in the cache."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from hashlib import blake2b
from typing import Any, NamedTuple

import msgspec

from jlint.rules.pattern import is_quick
from jlint.rules.replacement import is_replaced_in

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_FULL_SMALL = "".join(chr(ord(letter) + 0xFEE0) for letter in _LETTERS)
_FULL_CAPITAL = "".join(chr(ord(letter) + 0xFEE0) for letter in _LETTERS.upper())
FOLDED = str.maketrans(
    _LETTERS.upper() + _FULL_SMALL + _FULL_CAPITAL + "０１２３４５６７８９", _LETTERS * 3 + "0123456789"
)
"""One character for one: small and capital, full-width and half-width letters and digits are the same to an index."""

TIME_LIMIT = 1.0
"""Seconds that one expression may take on one text."""


class Term(msgspec.Struct, array_like=True, frozen=True, dict=True):
    """One spelling to be replaced.

    `match` is a regular expression for Python, `expected` the template of what is written instead. `literal` is the
    text that matches, where it is just one. A match holds one of `needed`, folded; without any of them known, the
    expression has to be tried on every text. `must_be_empty` is the number of a group, 0 for none. `note` is what the
    dictionary's author says of it.
    """

    match: str
    expected: str
    needed: tuple[str, ...]
    literal: str = ""
    must_be_empty: int = 0
    note: str = ""
    file: str = ""

    @cached_property
    def pattern(self) -> re.Pattern[str] | Any:
        """The compiled expression; the module `regex`, which has a clock, only where time may run away."""
        if is_quick(self.match):
            try:
                return re.compile(self.match, re.MULTILINE)
            except re.error:
                pass
        import regex

        return regex.compile(self.match, regex.MULTILINE)

    def hits(self, text: str) -> Iterator[Hit]:
        """The places in a text that are to be replaced. Raises TimeoutError, MemoryError for endless recursion."""
        found = self._literally(text) if self.literal else self._by_pattern(text)
        return (hit for hit in found if not hit.is_right_in(text))

    def _literally(self, text: str) -> Iterator[Hit]:
        start = text.find(self.literal)
        while start >= 0:
            end = start + len(self.literal)
            yield Hit(self, start, end, self.expected)
            start = text.find(self.literal, end)

    def _by_pattern(self, text: str) -> Iterator[Hit]:
        pattern = self.pattern
        found = (
            pattern.finditer(text) if isinstance(pattern, re.Pattern) else pattern.finditer(text, timeout=TIME_LIMIT)
        )
        for match in found:
            if match[0] and not self._is_excluded(match):
                better = match.expand(self.expected) if "\\" in self.expected else self.expected
                yield Hit(self, match.start(), match.end(), better)

    def _is_excluded(self, match: re.Match[str] | Any) -> bool:
        """Whether the group that must be empty isn't. One that the expression doesn't have is."""
        return 0 < self.must_be_empty <= match.re.groups and bool(match[self.must_be_empty])


class Hit(NamedTuple):
    """A place where a term's spelling stands, and what is written instead."""

    term: Term
    start: int
    end: int
    better: str

    def is_right_in(self, text: str) -> bool:
        """Whether the right spelling stands here, of which the hit may be but a part: サーバ in サーバー."""
        return is_replaced_in(text, self.start, self.end, self.better)


class Import(msgspec.Struct, array_like=True, frozen=True):
    """Another file that a dictionary stands on, by its absolute path, and the digest of its content."""

    path: str
    digest: bytes


class Terms(msgspec.Struct, array_like=True, frozen=True, dict=True):
    """All terms of a dictionary and of what it imports."""

    terms: tuple[Term, ...]
    imports: tuple[Import, ...] = ()

    @cached_property
    def digest(self) -> str:
        """What all of it is known by."""
        return blake2b(msgspec.msgpack.encode(self.terms), digest_size=16).hexdigest()


def digest_of(path: str) -> bytes:
    """What a file's content is known by."""
    with open(path, "rb") as file:
        return blake2b(file.read(), digest_size=16).digest()


def plain_term(spelling: str, better: str, *, note: str = "", file: str = "") -> Term:
    """A text to be replaced by another."""
    return Term(re.escape(spelling), better, (spelling.translate(FOLDED),), spelling, note=note, file=file)
