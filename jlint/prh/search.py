"""Looks for all terms of some dictionaries at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from jlint.prh.terms import FOLDED, Hit, Term

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


class Search:
    """Finds the terms in texts. Of hits that overlap, the first and longest counts."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._always = [term for term in terms if not term.needed]
        self._by_need: dict[str, list[Term]] = {}
        for term in terms:
            for text in term.needed:
                self._by_need.setdefault(text, []).append(term)
        self._needs = list(self._by_need)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick

        return AhoCorasick(self._needs)

    def hits(self, text: str) -> list[Hit]:
        """The places in `text`, in order. Raises TimeoutError and MemoryError, see `Term.hits`."""
        found = [hit for term in self._candidates(text) for hit in term.hits(text)]
        if len(found) < 2:
            return found
        kept: list[Hit] = []
        for hit in sorted(found, key=lambda hit: (hit.start, -hit.end)):
            if not kept or hit.start >= kept[-1].end:
                kept.append(hit)
        return kept

    def repaired(self, text: str) -> str:
        """The text with all its hits replaced."""
        for hit in reversed(self.hits(text)):
            text = text[: hit.start] + hit.better + text[hit.end :]
        return text

    def _candidates(self, text: str) -> list[Term]:
        """The terms that may stand in the text, each once."""
        numbers = {
            found[0] for found in self._automaton.find_matches_as_indexes(text.translate(FOLDED), overlapping=True)
        }
        terms = [term for number in sorted(numbers) for term in self._by_need[self._needs[number]]]
        return [*{id(term): term for term in terms}.values(), *self._always]
