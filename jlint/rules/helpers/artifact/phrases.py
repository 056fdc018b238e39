"""Rules about sentences that no author writes: their forms are in a pack, and users may add their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, ClassVar

from msgspec import Meta

from jlint.expressions.literals import needed_literals
from jlint.finding import Finding
from jlint.rules.contract.base import doc
from jlint.rules.helpers.allow import AllowOptions, allowed
from jlint.rules.helpers.artifact.shown import is_shown, stands
from jlint.rules.helpers.pack import Entry, Hit, PackRule

if TYPE_CHECKING:
    from jlint.document import Document
    from jlint.document.block import Sentence

_LONGEST = 240
"""No entry reaches further than this from the start of its sentence."""


class PhraseOptions(AllowOptions):
    """The options that such rules share."""

    phrases: Annotated[
        tuple[Annotated[str, Meta(min_length=1)], ...],
        doc(
            "このほかに指摘する言い回し。その文字列を含む文を指摘する",
            "Phrases of your own: a sentence that contains one is reported",
        ),
    ] = ()


class PhraseRule(PackRule):
    """Such a rule. The entries of its pack are matched at the start of a sentence, outside quotations.

    An entry of the group `first` counts only where the text begins, in the first heading or paragraph; one of the group
    `last` in the last block. What follows a speaker's name or the announcement of an answer is shown, not left over.
    Every sentence that they match begins with one of `openings` or contains one of `signs`, and one of `subjects`
    occurs in it or in the next one: otherwise the pack isn't read.
    """

    openings: ClassVar[tuple[str, ...]]
    signs: ClassVar[tuple[str, ...]]
    subjects: ClassVar[tuple[str, ...]]
    Options = PhraseOptions
    options: PhraseOptions

    def hits(self, document: Document) -> Iterator[Finding]:
        allow = allowed(self.options.allow)
        words = (*self.signs, *self.options.phrases)
        signed = {sentence.span.start for sentence in document.prose_text.sentences_with(words)}
        reported_to = 0
        for sentence in document.sentences:
            if not self._opens(sentence.text) and sentence.span.start not in signed:
                continue
            if any(phrase in sentence.text for phrase in self.options.phrases):
                yield self.finding(sentence.span, ja=self.message.ja, en=self.message.en)
            elif self._may_be_one(sentence) and not sentence.block.quoted and sentence.span.start >= reported_to:
                hit = self._hit(sentence, document)
                if (
                    hit
                    and not allow.covers(sentence.block.text, *hit.match.span())
                    and not is_shown(sentence, document)
                ):
                    finding = self._finding(hit, sentence.block, document)
                    reported_to = finding.span.end
                    yield finding

    def _opens(self, text: str) -> bool:
        return text.startswith(self._openings_by_letter.get(text[0], ()))

    @cached_property
    def _openings_by_letter(self) -> dict[str, tuple[str, ...]]:
        """The openings by their first character: most sentences begin with another one."""
        found: dict[str, list[str]] = defaultdict(list)
        for opening in self.openings:
            found[opening[0]].append(opening)
        return {letter: tuple(openings) for letter, openings in found.items()}

    def _may_be_one(self, sentence: Sentence) -> bool:
        text = sentence.block.text[sentence.start : sentence.start + _LONGEST]
        return any(subject in text for subject in self.subjects)

    @cached_property
    def _needing(self) -> list[tuple[Entry, frozenset[str]]]:
        return [(entry, needed_literals(entry.match)) for entry in self.entries()]

    def _hit(self, sentence: Sentence, document: Document) -> Hit | None:
        """The first entry that matches at the start of the sentence; it may reach into the next one."""
        text = sentence.block.text
        ahead = text[sentence.start : sentence.start + _LONGEST]
        for entry, needed in self._needing:
            may_match = not needed or any(literal in ahead for literal in needed)
            if may_match and (not entry.group or stands(sentence.block, entry.group, document)):
                match = entry.pattern.match(text, sentence.start)
                if match:
                    return Hit(entry, match)
        return None
