"""What is known of the parts of a regular expression: the texts that they match, and literals that they need."""

from __future__ import annotations

from collections.abc import Iterable
from math import log2

from msgspec import Struct

MOST = 32
"""More texts than this are not spelled out: each would need a search of its own."""
_MOST_COPIES = 4

Texts = frozenset[str]
NOTHING: Texts = frozenset({""})
NONE: Texts = frozenset()


class Part(Struct, frozen=True):
    """What is known of a part of an expression: all texts that it matches, and literals of which it needs one.

    For a look-around that says what stands there, `look` is 1 if that follows and -1 if it comes before.
    """

    exact: Texts | None
    needed: Texts = NONE
    look: int = 0

    @property
    def literals(self) -> Texts:
        """The best literals of which it needs one."""
        return _best([self.needed, self.exact or NONE])


UNKNOWN = Part(None)
EMPTY = Part(NOTHING)


class Sequence:
    """What is known of several parts in a row."""

    def __init__(self) -> None:
        self._choices: list[Texts] = []
        self._run = NOTHING
        """All texts that the parts since the last unknown one match."""
        self._wide = NOTHING
        """The same, with what a look-behind requires before them."""
        self._is_exact = True

    def add(self, part: Part, least: int, most: int | None) -> None:
        """Adds a part that occurs at least and at most so often."""
        if part.look:
            self._add_look(part, least)
            return
        if least and part.needed:
            self._choices.append(part.needed)
        texts = part.exact if least == most == 1 else _copies(part.exact, least, most)
        if texts is not None and len(texts) > 1 and self._wide != NOTHING:
            self._choices.append(self._wide)
        run = _followed_by(self._run, texts)
        wide = _followed_by(self._wide, texts)
        if run is not None and wide is not None:
            self._run, self._wide = run, wide
            return
        self._is_exact = False
        once = _followed_by(self._wide, part.exact) if least else None
        self._choices += [once or self._wide, part.literals if least else NONE]
        alone = texts if texts is not None and len(texts) <= MOST else part.exact if least else None
        # of what is repeated the last copy stands before what follows
        begins_anew = alone is not None and (texts is not None or len(alone) == 1)
        self._run = self._wide = alone if begins_anew and alone is not None else NOTHING

    def _add_look(self, part: Part, least: int) -> None:
        if not least:
            return
        self._choices.append(part.literals)
        if part.look > 0:
            self._choices.append(_followed_by(self._wide, part.exact) or NONE)
        elif self._wide == NOTHING and part.exact:
            self._wide = part.exact

    @property
    def part(self) -> Part:
        """What is known of them all."""
        if self._is_exact and self._wide == self._run and not self._choices:
            return Part(self._run)
        return Part(self._run if self._is_exact else None, _best([*self._choices, self._wide]))


def either(branches: list[Part]) -> Part:
    exact: set[str] | None = set()
    for branch in branches:
        exact = None if exact is None or branch.exact is None else exact | branch.exact
    known = frozenset(exact) if exact is not None and len(exact) <= MOST else None
    if known is not None and not any(branch.needed for branch in branches):
        return Part(known)
    literals = [branch.literals for branch in branches]
    return Part(known, NONE.union(*literals) if all(literals) else NONE)


def _copies(texts: Texts | None, least: int, most: int | None) -> Texts | None:
    """All texts of a part that occurs so often, None where they are unknown or too many."""
    if texts is None or texts == NOTHING:
        return texts
    if most is None or most > _MOST_COPIES:
        return None
    row: Texts | None = NOTHING
    found: set[str] = set()
    for number in range(most + 1):
        if row is None:
            return None
        if number >= least:
            found |= row
        row = _followed_by(row, texts)
    return frozenset(found) if len(found) <= MOST else None


def _followed_by(run: Texts, following: Texts | None) -> Texts | None:
    """All texts of a run followed by a part, None where they are unknown or too many."""
    if following is None or len(run) * len(following) > MOST:
        return None
    return frozenset(before + after for before in run for after in following)


def _best(choices: Iterable[Texts]) -> Texts:
    """The literals that probably occur most rarely."""
    known = [texts for texts in choices if texts and "" not in texts]
    if len(known) < 2:
        return known[0] if known else NONE
    return max(known, key=_rarity)


def _rarity(texts: Texts) -> float:
    """How rare the least rare of them is, in units of two bits, less what many of them add."""
    return min(map(_rarity_of, texts)) - log2(len(texts)) / 2


def _rarity_of(text: str) -> int:
    """The sum over the characters: kanji are the rarest, then katakana, then hiragana and letters."""
    return sum(
        5 if "㐀" <= each <= "鿿" else 4 if "ァ" <= each <= "ヴ" else 2 if "ぁ" <= each <= "ん" or each.isalpha() else 1
        for each in text
    )
