"""Which of many words a text holds, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property


class Words:
    """A set of words to look for.

    One expression of nothing but words, none of them in a group, lets `re` jump from one possible first character to
    the next: for a hundred words that is ten times as fast as to look for each.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(set(words), key=len, reverse=True)

    def present_in(self, text: str) -> set[str]:
        """Those that stand somewhere in `text`, also inside one another."""
        found: set[str] = set()
        match = self._pattern.search(text)
        while match:
            found |= self._beginning(match[0])
            match = self._pattern.search(text, match.start() + 1)
        return found

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, self._words)) or r"(?!)")

    def _beginning(self, word: str) -> set[str]:
        known = self._inside.get(word)
        if known is None:
            known = self._inside[word] = {other for other in self._words if word.startswith(other)}
        return known

    @cached_property
    def _inside(self) -> dict[str, set[str]]:
        return {}
