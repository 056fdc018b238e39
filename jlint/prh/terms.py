"""A dictionary's terms in the form that is used for searching and stored in the cache."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from hashlib import blake2b

import msgspec
from msgspec import Struct

from jlint.expressions.replacement import is_replaced_in
from jlint.expressions.user_expression import UserExpression, shown
from jlint.finding import Text
from jlint.regular_file import ReadError, read_regular

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_FULL_SMALL = "".join(chr(ord(letter) + 0xFEE0) for letter in _LETTERS)
_FULL_CAPITAL = "".join(chr(ord(letter) + 0xFEE0) for letter in _LETTERS.upper())
_ALSO = "\u017f\u212a\u0130\u0131"
"""Characters that match s, k and i where case is ignored: ſ, the Kelvin sign, and those of Turkish."""
FOLDED = str.maketrans(
    _LETTERS.upper() + _FULL_SMALL + _FULL_CAPITAL + "０１２３４５６７８９" + _ALSO,
    _LETTERS * 3 + "0123456789" + "skii",
)
"""One character for one: small and capital, full-width and half-width letters and digits are the same in an index."""


_TO_FOLD = re.compile(f"[{''.join(map(chr, FOLDED))}]+")


def folded(text: str) -> str:
    """The text folded by FOLDED. Few characters are: to find them first is far quicker than `str.translate`."""
    return _TO_FOLD.sub(_fold, text)


def _fold(found: re.Match[str]) -> str:
    return found[0].translate(FOLDED)


class Term(msgspec.Struct, array_like=True, frozen=True, dict=True):
    """One spelling to be replaced.

    `match` is a regular expression for Python, `expected` the template of the replacement. `literal` is the text that
    matches, where there is just one. A match contains one of `needed`, folded; where it is empty, the expression has to
    be tried on every text. `must_be_empty` is the number of a group, 0 for none. `note` is a remark of the dictionary's
    author. `wanted` is the expected text as the dictionary has it.
    """

    match: str
    expected: str
    needed: tuple[str, ...]
    literal: str = ""
    must_be_empty: int = 0
    note: str = ""
    file: str = ""
    wanted: str = ""

    @cached_property
    def expression(self) -> UserExpression:
        """The expression, which was checked when the dictionary was read."""
        return term_expression(self.match, self.file)

    def hits(self, text: str) -> Iterator[Hit]:
        """The places in a text that are to be replaced. Raises RuleError where the expression takes too long."""
        found = self._literally(text) if self.literal else self._by_pattern(text)
        return (hit for hit in found if not hit.is_right_in(text))

    def _literally(self, text: str) -> Iterator[Hit]:
        start = text.find(self.literal)
        while start >= 0:
            end = start + len(self.literal)
            yield Hit(self, start, end, self.expected)
            start = text.find(self.literal, end)

    def _by_pattern(self, text: str) -> Iterator[Hit]:
        for match in self._find(text):
            if match[0] and not self._is_excluded(match):
                better = match.expand(self.expected) if "\\" in self.expected else self.expected
                yield Hit(self, match.start(), match.end(), better)

    @cached_property
    def _find(self) -> Callable[[str], Iterable[re.Match[str]]]:
        return self.expression.finder

    def _is_excluded(self, match: re.Match[str]) -> bool:
        """Whether the group that must be empty isn't. One that the expression doesn't have counts as empty."""
        return 0 < self.must_be_empty <= match.re.groups and bool(match[self.must_be_empty])


class Hit(Struct, frozen=True):
    """A place of a term's spelling, and its replacement."""

    term: Term
    start: int
    end: int
    better: str

    def is_right_in(self, text: str) -> bool:
        """Whether the text has the right spelling here, of which the hit may be only a part: サーバ in サーバー."""
        return is_replaced_in(text, self.start, self.end, self.better)


class Import(msgspec.Struct, array_like=True, frozen=True):
    """A file that a dictionary imports: its absolute path, and the digest of its content."""

    path: str
    digest: bytes


class Terms(msgspec.Struct, array_like=True, frozen=True, dict=True):
    """All terms of a dictionary and of what it imports."""

    terms: tuple[Term, ...]
    imports: tuple[Import, ...] = ()

    @cached_property
    def digest(self) -> str:
        """A digest that identifies the terms."""
        return blake2b(msgspec.msgpack.encode(self.terms), digest_size=16).hexdigest()


def merged(dictionaries: Iterable[Terms]) -> list[Term]:
    """The terms of several dictionaries. As in prh those of an expected text are those of the first that has it."""
    found: list[Term] = []
    wanted: set[str] = set()
    for each in dictionaries:
        new = [term for term in each.terms if term.wanted not in wanted]
        found += new
        wanted.update(term.wanted for term in new)
    return found


def digest_of(path: str) -> bytes:
    """The digest of a file's content; empty for a file that can't be read."""
    try:
        return blake2b(read_regular(path), digest_size=16).digest()
    except ReadError:
        return b""


def term_expression(match: str, file: str) -> UserExpression:
    """The expression of a term from the dictionary `file`."""
    name = shown(match)
    called = Text(f"辞書 {file} の正規表現 {name} ", f"The regular expression {name} in {file}")
    return UserExpression(match, called, multiline=True, plain=True)


def plain_term(spelling: str, better: str, *, note: str = "", file: str = "") -> Term:
    """A term for one text to be replaced by another."""
    return Term(re.escape(spelling), better, (folded(spelling),), spelling, note=note, file=file)
