"""The letters of a document's prose in one string, to search it across block borders.

Full stops are kept, because words on both sides of one are not one text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from jlint.compiled import lazy_pattern
from jlint.rules.helpers.artifact.flow import Step

_NEITHER_LETTER_NOR_STOP = lazy_pattern(r"[^\w。！？]+")
_REACH = 50_000
"""Letters before and after a place that are searched, which bounds the time on one long file."""
_BEFORE = 8
_BEHIND = 12
_LOOKED_AT = 4
"""How many places are tried to find one that is in one piece."""


def with_stops(text: str) -> str:
    """The letters of a text and the marks that end its sentences."""
    return _NEITHER_LETTER_NOR_STOP.sub("", text)


class ProseLetters:
    """The prose steps of a document, run together without anything but letters."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self._starts: dict[Step, int] = {}
        parts: list[str] = []
        length = 0
        for step in steps:
            if step.is_prose:
                self._starts[step] = length
                parts.append(with_stops(step.text))
                length += len(parts[-1])
        self._all = "".join(parts)
        self._borders = sorted(self._starts.values())

    def stands_before(self, step: Step, offset: int, text: str) -> bool:
        """Whether the letters `text` occur in the prose before `offset` of a step's text."""
        end = self._starts[step] + len(with_stops(step.text[:offset]))
        return self._all.find(text, max(0, end - _REACH), end) >= 0

    def runs_on_elsewhere(self, before: str, after: str, step: Step) -> bool:
        """Whether the end of `before` and the start of `after`, as letters, occur in one piece somewhere near a step.

        Where they are in two pieces there too, the same cut was copied.
        """
        left, right = before[-_BEFORE:], after[:_BEHIND]
        if min(len(left), len(right)) < _BEFORE:
            return False
        start = max(0, self._starts[step] - _REACH)
        for _ in range(_LOOKED_AT):
            at = self._all.find(left + right, start, start + 2 * _REACH)
            if at < 0:
                return False
            if not self._is_border(at + _BEFORE):
                return True
            start = at + 1
        return False

    def _is_border(self, offset: int) -> bool:
        index = bisect_right(self._borders, offset) - 1
        return index >= 0 and self._borders[index] == offset
