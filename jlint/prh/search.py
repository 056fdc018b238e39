"""Searches for all terms of several dictionaries at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from jlint.document.word_search import WordSearch
from jlint.prh.terms import Hit, Term, folded

if TYPE_CHECKING:
    from jlint.document import Block
    from jlint.document.prose_text import ProseText


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
        return self._hits(text, self._numbers({need for need, _ in self._needs.places(folded(text))}))

    def hits_by_block(self, prose: ProseText) -> Iterator[tuple[Block, list[Hit]]]:
        """The blocks with hits, in order, each with its hits. Raises RuleError, see `Term.hits`.

        What the terms need is looked for in all blocks at once: most blocks have nothing of it.
        """
        needs = prose.words_by_block(self._needs, folded)
        for index in range(len(prose.blocks)) if self._always else sorted(needs):
            block = prose.blocks[index]
            hits = self._hits(block.text, self._numbers(needs.get(index, ())))
            if hits:
                yield block, hits

    def _hits(self, text: str, numbers: Iterable[int]) -> list[Hit]:
        found = [hit for number in numbers for hit in self._terms[number].hits(text)]
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

    def _numbers(self, needs: Collection[str]) -> list[int]:
        """The numbers of the terms that may be in a text with these needs, in order."""
        return sorted({*self._always, *(number for need in needs for number in self._by_need[need])})
