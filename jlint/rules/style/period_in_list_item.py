"""List items that end in a full stop, or in none where they should."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated
from unicodedata import category

from jlint.compiled import lazy_pattern
from jlint.document import Block, BlockKind, Document
from jlint.document.block import OBJECT
from jlint.rules.contract.base import Bad, Good, doc
from jlint.rules.helpers.link_block import is_link
from jlint.rules.helpers.style.end_mark import EndMarkOptions, EndMarkRule

_CALLS = "！？!?"
_EMOJI_TAILS = "\u200d\ufe0f\u20e3"
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
        Good("- 工事の[予定](https://example.com/)\n- ![港](a.png)\n", options={"mark": "。", "links": False}),
        Bad("- 港の工事😀\n- 港の倉⟦庫⟧\n", options={"mark": "。", "emoji": True}),
        Bad("- 港の工事！\n- （港の工事）\n- 港の工事⟦😀⟧\n", options={"mark": "。", "punctuation": True}),
        Good("- 港の工事★\n- 港の工事以上\n", options={"mark": "。", "ends": ["★", "以上"]}),
    )

    class Options(EndMarkOptions):
        ordered: Annotated[bool, doc("番号の付いた項目も見る。", "Numbered items are looked at too.")] = True
        links: Annotated[
            bool, doc("リンクや画像で終わる項目も見る。", "Items that end in a link or an image are looked at too.")
        ] = True
        punctuation: Annotated[
            bool,
            doc(
                "「！」「？」や閉じ括弧で終わる項目には、記号を求めない。",
                "Items that end in ！, ？ or a closing bracket need no mark.",
            ),
        ] = False
        emoji: Annotated[
            bool, doc("絵文字で終わる項目には、記号を求めない。", "Items that end in an emoji need no mark.")
        ] = False
        ends: Annotated[
            tuple[Annotated[str, doc("終わり。", "An end.", min_length=1)], ...],
            doc("ほかに、項目がこう終わってよいもの。", "How else an item may end."),
        ] = ()

    options: Options

    def blocks(self, document: Document) -> Iterator[Block]:
        for block in document.prose:
            marker = _MARKER.match(document.text, block.span.start) if block.kind is BlockKind.ITEM else None
            if marker is None or (marker["number"] and not self.options.ordered):
                continue
            if not self._ends_otherwise(block, document):
                yield block

    def _ends_otherwise(self, block: Block, document: Document) -> bool:
        """Whether the item ends in what needs no mark by the options."""
        text = block.text.rstrip()
        if not text or text.endswith(self.options.ends):
            return bool(text)
        if self.options.punctuation and (text[-1] in _CALLS or category(text[-1]) in ("Pe", "Pf")):
            return True
        if (
            self.options.emoji
            and (category(text[-1]) in ("So", "Sk") or text[-1] in _EMOJI_TAILS)
            and text[-1] != OBJECT
        ):
            return True
        if self.options.links:
            return False
        last = block.source_span(len(text) - 1, len(text))
        is_image = text[-1] == OBJECT and document.text.startswith("![", last.start)
        return is_image or is_link(block, document.text) or document.text.startswith("](", last.end)
