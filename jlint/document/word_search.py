"""Many words, looked for in a text all at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


class WordSearch:
    """Finds words, also those that overlap. It is made ready at its first use."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick(self.words)

    def places(self, text: str) -> Iterator[tuple[str, int]]:
        """Each word that stands in the text, with the offset where it begins."""
        if self.words:
            for number, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
                yield self.words[number], start
