"""Characters, fragments and words that are repeated by mistake.

Many doublings in Japanese are legitimate (一つ一つ, そのまま, 中国国内, お話しします). Two things identify a slip: the
word boundaries in the two copies, and how much likelier the text becomes without one of them. How much a legitimate
doubling can gain depends on the former, so each case has its own least gain (`letter_doubling`, `word_doubling`).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from msgspec import Struct

from jlint.compiled import compiled
from jlint.letters import is_japanese
from jlint.spelling.emphasis import may_be_meant_as_particle, may_be_meant_as_word
from jlint.spelling.grammar_doubling import LEAST_GAIN, begins_grammar
from jlint.spelling.kana_doubling import may_be_meant_in_word
from jlint.spelling.letter_doubling import least_gain_of_letters
from jlint.spelling.meant_twice import is_meant
from jlint.spelling.native import twice
from jlint.spelling.repair import Copies, Repair
from jlint.spelling.word_doubling import is_particle, least_gain_of_words

LONGEST = 10
"""How many characters a copy can have. Anything longer is a repeated phrase rather than a slip."""

_LETTER = "ぁ-ゖァ-ヺー一-鿿々A-Za-z0-9"
_TWICE = rf"([{_LETTER}]{{1,%d}}?)\1"
_TWO_TWICE = r"([一-鿿])\1(?!\1)([一-鿿])\2"
_STATUTE = "第[0-9０-９一二三四五六七八九十百千〇]+[条項号]"
"""What statutes refer by. Their lists and tables run into one another, so that an item ends as the next begins."""
_HARDLY = 1000
"""A gain below this is never a slip, so the words need not be looked at."""
_MOST_CACHED = 30_000


class Kind(Enum):
    """What is repeated."""

    CHARACTER = "character"
    FRAGMENT = "fragment"
    WORD = "word"
    PARTICLE = "particle"


class Doubling(Struct, frozen=True):
    """Two equal copies of `length` characters each, from `start` on, one of them too many."""

    kind: Kind
    start: int
    length: int
    gain: int

    @property
    def middle(self) -> int:
        """Where the second copy starts."""
        return self.start + self.length

    @property
    def end(self) -> int:
        """Where the second copy ends."""
        return self.start + 2 * self.length


_known: dict[str, tuple[Doubling, ...]] = {}


def doublings(text: str) -> tuple[Doubling, ...]:
    """The slips of this kind in a sentence, in order."""
    found = _known.get(text)
    if found is None:
        if len(_known) >= _MOST_CACHED:
            _known.clear()
        ranked = (_assess(text, *stretch) for stretch in _stretches(text))
        found = _known[text] = tuple(doubling for doubling in ranked if doubling)
    return found


def first_twice(text: str, at: int, longest: int) -> tuple[int, int] | None:
    """The first row of letters from `at` on that stands twice in a row: its start, and its length up to `longest`."""
    found = compiled(_TWICE % longest).search(text, at)
    return (found.start(), len(found[1])) if found else None


def _stretches(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and copy length of each stretch that repeats itself, less than three times in all.

    A threefold repetition is deliberate: ああああ, どんどんどん. So is 津津浦浦.
    """
    find = twice() or first_twice
    at = 0
    while found := find(text, at, LONGEST):
        start, length = found
        end = start + 2 * length
        while end < len(text) and text[end] == text[end - length]:
            end += 1
        pairs = compiled(_TWO_TWICE).match(text, start)
        if pairs:
            at = pairs.end()
            continue
        if end - start < 3 * length and any(is_japanese(char) or char == "ー" for char in text[start : start + length]):
            yield start, end, length
        at = end - length + 1


def _assess(text: str, start: int, end: int, length: int) -> Doubling | None:
    """The slip in a stretch, if it is one. Wherever in the stretch a copy is dropped, the same text remains."""
    repair = Repair(text, start, end, text[start + length : end])
    if repair.gain < _HARDLY or not repair.reads_as_japanese:
        return None
    shifts = range(end - start - 2 * length + 1)
    if repair.gain >= LEAST_GAIN and any(begins_grammar(Copies(repair, shift, length)) for shift in shifts):
        return Doubling(Kind.WORD, start, length, repair.gain)
    copies = next((copies for shift in shifts if (copies := Copies(repair, shift, length)).are_words), None)
    if copies:
        kind = Kind.PARTICLE if is_particle(copies) else Kind.WORD
        least = least_gain_of_words(copies)
    else:
        copies = Copies(repair, 0, length)
        kind = Kind.CHARACTER if length == 1 else Kind.FRAGMENT
        least = least_gain_of_letters(copies)
    if least is None or repair.gain < least or is_meant(copies):
        return None
    if kind is Kind.WORD and may_be_meant_as_word(copies):
        return None
    if kind is Kind.PARTICLE and may_be_meant_as_particle(copies):
        return None
    if kind in (Kind.CHARACTER, Kind.FRAGMENT) and may_be_meant_in_word(copies):
        return None
    if kind is Kind.WORD and compiled(_STATUTE).search(text):
        return None
    return Doubling(kind, start + copies.start - repair.start, length, repair.gain)
