"""Rules about sentences that no author writes: their forms are in a pack, and users may add their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, ClassVar

from msgspec import Meta

from jlint.finding import Finding
from jlint.rules.contract.base import doc
from jlint.rules.helpers.allow import AllowOptions, allowed
from jlint.rules.helpers.artifact.instructions import is_instructions
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
        if is_instructions(document.path):
            return
        allow = allowed(self.options.allow)
        reported_to = 0
        for sentence in self._candidates(document):
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

    def _candidates(self, document: Document) -> Iterator[Sentence]:
        """The sentences with one of the openings, signs or phrases. This is cheap: most sentences have none."""
        prose = document.prose_text
        marked = set(map(_place, prose.sentences_with((*self.signs, *self.options.phrases))))
        for block in prose.blocks:
            for sentence in block.sentences:
                openings = self._by_first.get(block.text[sentence.start])
                is_open = openings is not None and block.text.startswith(openings, sentence.start)
                if is_open or (marked and _place(sentence) in marked):
                    yield sentence

    @cached_property
    def _entries(self) -> Sequence[Entry]:
        return self.entries()

    @cached_property
    def _by_first(self) -> dict[str, tuple[str, ...]]:
        firsts = {opening[0] for opening in self.openings}
        return {first: tuple(opening for opening in self.openings if opening[0] == first) for first in firsts}

    def _may_be_one(self, sentence: Sentence) -> bool:
        text = sentence.block.text[sentence.start : sentence.start + _LONGEST]
        return any(subject in text for subject in self.subjects)

    def _hit(self, sentence: Sentence, document: Document) -> Hit | None:
        """The first entry that matches at the start of the sentence; it may reach into the next one."""
        text = sentence.block.text
        ahead = text[sentence.start : sentence.start + _LONGEST]
        for entry in self._entries:
            may_match = not entry.needed or any(literal in ahead for literal in entry.needed)
            if may_match and (not entry.group or stands(sentence.block, entry.group, document)):
                match = entry.pattern.match(text, sentence.start)
                if match:
                    return Hit(entry, match)
        return None


def _place(sentence: Sentence) -> tuple[int, int]:
    return sentence.block.span.start, sentence.start
