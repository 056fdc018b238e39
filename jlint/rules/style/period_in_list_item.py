"""List items that end in a full stop, or in none where they should."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import Block, BlockKind, Document
from jlint.rules.contract.base import Bad, Good, doc
from jlint.rules.helpers.link_block import is_link
from jlint.rules.helpers.style.end_mark import EndMarkOptions, EndMarkRule

_MARKER = lazy_pattern(r"[-*+]\s|(?P<number>\d+[.)]\s)")


class PeriodInListItem(EndMarkRule):
    """箇条書きの項目の終わりに句点がある。

    短い項目には付けない決まりの文書で使う。付ける決まりなら mark に書く。
    """

    id = "period-in-list-item"
    category = "style"
    severity = None
    english = """A list item ends in a full stop.

    For texts whose short items have none. Where yours have one, name it by `mark`.
    """
    examples = (
        Bad("- 港の工事⟦。⟧\n- 倉庫の解体\n", fixed="- 港の工事\n- 倉庫の解体\n"),
        Bad("1. 港の工事⟦.⟧\n", options={"mark": "。"}, fixed="1. 港の工事。\n"),
        Good("- 港の工事\n- 倉庫の解体\n"),
        Good("1. 港の工事。\n", options={"ordered": False}),
        Good("- [港の工事](https://example.com/)\n", options={"mark": "。", "links": False}),
    )

    class Options(EndMarkOptions):
        ordered: Annotated[bool, doc("番号の付いた項目も見る。", "Numbered items are looked at too.")] = True
        links: Annotated[bool, doc("リンクだけの項目も見る。", "Items that are but a link are looked at too.")] = True

    options: Options

    def blocks(self, document: Document) -> Iterator[Block]:
        for block in document.prose:
            marker = _MARKER.match(document.text, block.span.start) if block.kind is BlockKind.ITEM else None
            if marker is None or (marker["number"] and not self.options.ordered):
                continue
            if self.options.links or not is_link(block, document.text):
                yield block
