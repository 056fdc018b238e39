"""Which rules a document can concern: one that lacks what a rule needs is not asked, and the rule not imported."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from jlint.rules.contract.deferred import DeferredRule

if TYPE_CHECKING:
    from jlint.document import Document
    from jlint.rules.contract.base import Rule

_BLANKS = frozenset(" \u3000\t\r\n")
"""What has no shape and stands in every text."""
_ESCAPE = "\\"


class Concern:
    """What stands in one document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def may_concern(self, rule: Rule) -> bool:
        """Whether the rule may have something to say. Only a rule with its default options can be ruled out."""
        if not isinstance(rule, DeferredRule):
            return True
        needs = rule.listed
        if needs.needs is None:
            return False
        if needs.needs_in_front_matter is not None and not self._in_front_matter(needs.needs_in_front_matter.split()):
            return False
        if needs.needs_unprintable and self._has_unprintable:
            return True
        return not (needs.needs or needs.needs_unprintable) or any(map(self._stands, needs.needs.split()))

    def _stands(self, word: str) -> bool:
        """Whether the word stands in the source, or in what is seen of the prose, where markup doesn't part it.

        All characters that are seen stand in the source too.
        """
        characters = self._document.characters
        if len(word) == len("a-z") and word[1] == "-":
            return any(word[0] <= character <= word[2] for character in characters)
        if not characters.issuperset(word):
            return False
        return len(word) == 1 or word in self._document.text or word in self._document.prose_text.text

    @cached_property
    def _has_unprintable(self) -> bool:
        return not "".join(self._document.characters - _BLANKS).isprintable()

    @cached_property
    def _front_matter(self) -> str | None:
        matter = self._document.front_matter
        return matter.span.of(self._document.text) if matter else None

    def _in_front_matter(self, words: Sequence[str]) -> bool:
        """Whether one of the words stands in the source of the front matter; without words, whether there is any.

        Where it has escapes, which may stand for any character, they all do.
        """
        source = self._front_matter
        if source is None:
            return False
        return not words or _ESCAPE in source or any(word in source for word in words)
