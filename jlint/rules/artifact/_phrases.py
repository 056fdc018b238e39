"""Rules about sentences that no author writes: how they go stands in a pack, and a house may add its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar

from jlint.finding import Finding
from jlint.rules.allow import AllowOptions
from jlint.rules.base import doc
from jlint.rules.pack import Hit, PackRule

if TYPE_CHECKING:
    from jlint.document import Block, Document


class PhraseOptions(AllowOptions):
    """The options that such rules share."""

    phrases: Annotated[
        tuple[str, ...],
        doc(
            "このほかに指摘する言い回し。その文字列を含む文を指摘する",
            "Phrases of your own: a sentence that contains one is told",
        ),
    ] = ()


class PhraseRule(PackRule):
    """Such a rule. What the entries of its pack find counts at the start of a sentence, outside quotations.

    `hints` are strings of which one stands in everything that the pack finds: without one the pack isn't read.
    """

    hints: ClassVar[tuple[str, ...]]
    Options = PhraseOptions
    options: PhraseOptions

    def check(self, document: Document) -> Iterator[Finding]:
        if self._has_hint(document.text):
            yield from super().check(document)
        if any(phrase in document.text for phrase in self.options.phrases):
            yield from self._house_phrases(document)

    def is_concerned(self, block: Block) -> bool:
        return not block.quoted and self._has_hint(block.text)

    def is_wrong(self, hit: Hit, block: Block) -> bool:
        return any(sentence.start == hit.match.start() for sentence in block.sentences)

    def _has_hint(self, text: str) -> bool:
        return any(hint in text for hint in self.hints)

    def _house_phrases(self, document: Document) -> Iterator[Finding]:
        for sentence in document.sentences:
            if any(phrase in sentence.text for phrase in self.options.phrases):
                yield self.finding(sentence.span, ja=self.message.ja, en=self.message.en)
