"""The mark at the end of a heading or an item: none, or a certain one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.document import Block, Document
from jlint.finding import Finding
from jlint.rules.contract.base import Rule, RuleOptions, doc, replace


class EndMarkOptions(RuleOptions):
    """The options that both rules share."""

    mark: Annotated[
        str, doc("終わりに付ける記号。空なら付けない。", "The mark at the end; an empty text for none.", max_length=1)
    ] = ""
    marks: Annotated[
        tuple[Annotated[str, doc("記号。", "A mark.", min_length=1, max_length=1)], ...],
        doc("終わりの記号とみるもの。", "What counts as such a mark."),
    ] = ("。", "．", ".")


class EndMarkRule(Rule):
    """Checks the last character of some of the blocks."""

    options: EndMarkOptions
    Options = EndMarkOptions

    def blocks(self, document: Document) -> Iterator[Block]:
        """The blocks that are checked."""
        raise NotImplementedError

    def check(self, document: Document) -> Iterator[Finding]:
        wanted, marks = self.options.mark, self.options.marks
        for block in self.blocks(document):
            text = block.text.rstrip()
            if not text or text[-1] == wanted or text.endswith("..."):
                continue
            span = block.source_span(len(text) - 1, len(text))
            if text[-1] not in marks:
                if wanted:
                    yield self.finding(
                        span,
                        ja=f"終わりに「{wanted}」がありません。付けてください",
                        en=f"There is no {wanted} at the end. Add it",
                    )
                continue
            ja, en = ("消す", "Remove it") if not wanted else (f"「{wanted}」にする", f"Write {wanted}")
            action = "消してください" if not wanted else f"「{wanted}」にしてください"
            yield self.finding(
                span,
                ja=f"終わりに「{text[-1]}」があります。{action}",
                en=f"It ends with {text[-1]} {en}",
                fix=replace(span, wanted, ja=ja, en=en, safe=False),
            )
