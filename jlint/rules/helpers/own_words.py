"""Rules made of data that check the author's own words only: neither quotations nor the titles of other pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from jlint.document import Block, Document
from jlint.finding import Finding
from jlint.rules.contract.base import doc
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.own_sentences import is_in_link
from jlint.rules.helpers.pack import Hit, PackRule

_FAR = 120
"""How many characters back an opening quotation mark is searched."""
_QUOTATION_MARKS = (("「", "」"), ("『", "』"), ("“", "”"))


class OwnWordsRule(PackRule):
    """A pack that leaves alone block quotations, link texts and, unless `reads_quotations`, text in 「」."""

    reads_quotations: ClassVar[bool] = False

    def is_concerned(self, block: Block) -> bool:
        return not block.quoted

    def is_wrong(self, hit: Hit, block: Block) -> bool:
        return self.reads_quotations or not is_in_quotation(block.text, hit.match.start())

    def hits(self, document: Document) -> Iterator[Finding]:
        for finding in super().hits(document):
            if not is_in_link(document, finding.span):
                yield finding


class QuotationOptions(AllowOptions):
    """The options of a rule that may look at what is quoted."""

    quotations: Annotated[
        bool,
        doc("引用と「」の中、リンクの文字も見る。", "Look into quotations and the text of links too."),
    ] = False


class AllWordsRule(OwnWordsRule):
    """A pack that leaves quotations and link texts alone unless its option `quotations` is set."""

    Options = QuotationOptions
    options: QuotationOptions

    def is_concerned(self, block: Block) -> bool:
        return self.options.quotations or super().is_concerned(block)

    def is_wrong(self, hit: Hit, block: Block) -> bool:
        return self.options.quotations or super().is_wrong(hit, block)

    def hits(self, document: Document) -> Iterator[Finding]:
        return PackRule.hits(self, document) if self.options.quotations else super().hits(document)


def is_in_quotation(text: str, place: int) -> bool:
    """Whether a quotation mark that was opened shortly before is still open."""
    first = max(0, place - _FAR)
    return any(text.rfind(left, first, place) > text.rfind(right, first, place) for left, right in _QUOTATION_MARKS)
