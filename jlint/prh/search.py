"""Searches for all terms of several dictionaries at once."""

from __future__ import annotations

from collections.abc import Sequence

from jlint.document.word_search import WordSearch
from jlint.prh.terms import FOLDED, Hit, Term


class Search:
    """Finds the terms in texts. Of hits that overlap, the first and longest counts."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms = terms
        self._always = [number for number, term in enumerate(terms) if not term.needed]
        self._by_need: dict[str, list[int]] = {}
        for number, term in enumerate(terms):
            for text in term.needed:
                self._by_need.setdefault(text, []).append(number)
        self._needs = WordSearch(list(self._by_need))

    def hits(self, text: str) -> list[Hit]:
        """The places in `text`, in order. Raises RuleError, see `Term.hits`."""
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
        """The terms that may be in the text, each once, in their order."""
        found = {need for need, _ in self._needs.places(text.translate(FOLDED))}
        numbers = {number for need in found for number in self._by_need[need]}
        return [self._terms[number] for number in sorted(numbers.union(self._always))]
