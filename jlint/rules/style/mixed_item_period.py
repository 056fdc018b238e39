"""List items of which some end in a full stop and some don't."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from jlint.compiled import lazy_pattern
from jlint.document import Block, BlockKind, Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Span, replace
from jlint.rules.helpers.link_block import is_link
from jlint.rules.helpers.style.lists import with_lists

_MARKER = lazy_pattern(r"[-*+]\s|\d+[.)]\s")
_STOP = "。"
_NEITHER = "！？!?：:"
"""An item that ends in one of these needs no full stop, and is no example of one without."""


class MixedItemPeriod(Rule):
    """一つの箇条書きの中に、句点で終わる項目と終わらない項目が混ざっている。

    書きかけに見え、字面がそろわない。多いほうにそろえる。箇条書きの中の箇条書きは別に数える。
    """

    id = "mixed-item-period"
    category = "style"
    severity = None
    needs = _STOP
    english = """Some items of a list end in a full stop, others don't.

    It looks unfinished and uneven. Keep to the commoner way. A list within a list is judged apart.
    """
    examples = (
        Bad("- 港の工事。\n- 倉庫の解⟦体⟧\n- 橋の塗装。\n", fixed="- 港の工事。\n- 倉庫の解体。\n- 橋の塗装。\n"),
        Bad("1. 港の工事\n2. 倉庫の解体⟦。⟧\n3. 橋の塗装\n", fixed="1. 港の工事\n2. 倉庫の解体\n3. 橋の塗装\n"),
        Good("- 港の工事。\n  - 倉庫の解体\n  - 橋の塗装\n"),
        Good("- 港の工事。\n- 倉庫の解体！\n- 橋は塗るか？\n"),
        Good("- 港の工事\n- 倉庫の解体\n\n次は夏です。\n\n- 橋の塗装。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        items = (block for block in document.prose if block.kind is BlockKind.ITEM and not block.quoted)
        by_list: dict[Span, list[Block]] = defaultdict(list)
        for around, block in with_lists(document, items):
            if block.text.rstrip()[-1:] in tuple(_NEITHER) or is_link(block, document.text):
                continue
            if _MARKER.match(document.text, block.span.start):
                by_list[around].append(block)
        for blocks in by_list.values():
            yield from self._mixed(blocks)

    def _mixed(self, blocks: Sequence[Block]) -> Iterator[Finding]:
        stopped = [block for block in blocks if block.text.rstrip().endswith(_STOP)]
        others = [block for block in blocks if block not in stopped]
        if len(stopped) >= len(others):
            for block in others:
                yield self._told(block, is_missing=True)
        else:
            for block in stopped:
                yield self._told(block, is_missing=False)

    def _told(self, block: Block, *, is_missing: bool) -> Finding:
        text = block.text.rstrip()
        span = block.source_span(len(text) - 1, len(text))
        if not is_missing:
            return self.finding(
                span,
                ja="この箇条書きには句点のない項目が多くあります。「。」を消してください",
                en="Most items of this list have no full stop. Remove it",
                fix=replace(span, "", ja="「。」を消す", en="Remove the full stop", safe=False),
            )
        is_word = text[-1].isalnum() and span.end - span.start == 1
        return self.finding(
            span,
            ja="この箇条書きには句点で終わる項目があります。「。」を付けてください",
            en="Other items of this list end in a full stop. Add one",
            fix=replace(span, text[-1] + _STOP, ja="「。」を付ける", en="Add a full stop", safe=False)
            if is_word
            else None,
        )
