"""The house's own usage: turns that its posts have by right, and whether a place of a text stands in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from hashlib import blake2b

from jlint.compiled import lazy_pattern

EDGE = "\n"
"""Stands for the ends of a text and for what ends a turn: white space, code, and the marks that show an edge."""
LONGEST = 60
"""Characters of the longest turn."""
_NO_LETTER = lazy_pattern("[\\s\0-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffc^$]")
_KATAKANA = lazy_pattern("[ァ-ヺー]+")


def with_edges(text: str) -> str:
    """The text between two edges, with an edge for each character that no turn can have: offsets grow by one."""
    return EDGE + _NO_LETTER.sub(EDGE, text) + EDGE


def is_katakana_word(turn: str) -> bool:
    """Whether it is katakana throughout: such a turn is a whole word, never a part of a longer one."""
    return _KATAKANA.fullmatch(turn) is not None


class HouseUsage:
    """A set of turns, perhaps many, with `EDGE` where a text begins or ends."""

    def __init__(self, turns: Iterable[str] = ()) -> None:
        self._turns = frozenset(turns)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, HouseUsage) and self._turns == other._turns

    def __hash__(self) -> int:
        return hash(self._turns)

    def __iter__(self) -> Iterator[str]:
        return iter(self._turns)

    @cached_property
    def digest(self) -> str:
        """A digest that is the same in every process."""
        text = "\0".join(sorted(self._turns))
        return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    @cached_property
    def _lengths(self) -> tuple[int, ...]:
        return tuple(sorted({*map(len, self._turns)}))

    def covers(self, text: str, start: int, end: int, *, rule: str, right: str | None) -> bool:
        """Whether the characters `start` to `end` of a sentence stand in a turn, so that they are no slip.

        `rule` is the id of the rule that takes them for one, `right` what it would put in their place, None where it
        doesn't know: for the reader that learns. An empty span at a turn's edge doesn't stand in it.
        """
        if not self._turns:
            return False
        return any(self._turns_around(text, start, end))

    def _turns_around(self, text: str, start: int, end: int) -> Iterator[str]:
        edged = with_edges(text)
        start, end = start + 1, end + 1
        for length in self._lengths:
            for at in range(max(0, end - length), min(start, len(edged) - length) + 1):
                turn = edged[at : at + length]
                is_inside = start < end or at < start < at + length
                if is_inside and turn in self._turns and _is_whole(edged, at, turn):
                    yield turn


def _is_whole(edged: str, at: int, turn: str) -> bool:
    """Whether a word in katakana isn't a part of a longer one."""
    if not is_katakana_word(turn):
        return True
    behind = at + len(turn)
    return not (is_katakana_word(edged[at - 1]) or is_katakana_word(edged[behind : behind + 1]))
