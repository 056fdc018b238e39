"""Headings that end in a full stop."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Block, BlockKind, Document
from jlint.rules.contract.base import Bad, Good
from jlint.rules.helpers.artifact.flow import is_paragraph_as_heading
from jlint.rules.helpers.style.end_mark import EndMarkRule


class PeriodInHeading(EndMarkRule):
    """見出しの終わりに句点がある。

    見出しには句点を付けないのがふつう。消す。付ける決まりなら mark に書く。
    """

    id = "period-in-heading"
    category = "style"
    severity = None
    english = """A heading ends in a full stop.

    Headings have none as a rule. Remove it. Where yours have one, name it by `mark`.
    """
    examples = (
        Bad("## 港の工事⟦。⟧\n\n本文です。\n", fixed="## 港の工事\n\n本文です。\n"),
        Bad("## 港の工⟦事⟧\n\n本文です。\n", options={"mark": "。"}),
        Good("## 港の工事\n\n本文です。\n"),
        Good("## 港の工事（予定）！\n\n本文です。\n"),
        Good("工事は春に始まります。\n---\n\n続きです。\n"),
        Good("## 工事は続く...\n\n本文です。\n"),
    )

    def blocks(self, document: Document) -> Iterator[Block]:
        return (
            block
            for block in document.prose
            if block.kind is BlockKind.HEADING and not block.quoted and not is_paragraph_as_heading(block, document)
        )
