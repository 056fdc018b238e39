"""Headings with nothing under them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from jlint.document import Block, BlockKind, Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity
from jlint.rules.helpers.artifact.flow import is_paragraph_as_heading


class EmptySection(Rule):
    """見出しのすぐ後に、同じか上の段の見出しが続いている。

    節の中身が書かれていないか、失われている。本文を書くか、見出しを消す。すぐ下の段の見出しが続くのは、
    節を分けるふつうの書き方なので指摘しない。
    """

    id = "empty-section"
    category = "artifact"
    severity = Severity.WARNING
    english = """A heading is followed at once by one of the same or a higher level.

    The section was never written or is lost. Write it, or remove the heading. A heading of the next lower level may
    follow at once, as sections are divided so.
    """
    examples = (
        Bad("## ⟦工事の予定⟧\n\n## 費用\n\n市が半分を出します。\n"),
        Bad("## 計画\n\n### ⟦工事の予定⟧\n\n## 費用\n\n市が半分を出します。\n"),
        Good("## 計画\n\n### 工事の予定\n\n春に始まります。\n"),
        Good("## 工事の予定\n\n![工程表](plan.png)\n\n## 費用\n\n市が半分を出します。\n"),
        Good("## 読者へ\n\n市が半分を出します。残りは募金です。\n---\n\n## 関連記事\n\n本文です。\n"),
        Good("## 変更履歴\n\n| 日付 | 内容 |\n|---|---|\n| 春 | 着工 |\n\n## 費用\n\n市が半分を出します。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for block, following in pairwise(document.blocks):
            if not _is_heading(block, document) or not _is_heading(following, document):
                continue
            # a repeated heading is another defect
            if following.level <= block.level and block.text.strip() != following.text.strip():
                yield self.finding(
                    block.source_span(0, len(block.text)),
                    ja="この見出しには本文がありません。本文を書くか、見出しを消してください",
                    en="Nothing stands under this heading. Write the section or remove the heading",
                )


def _is_heading(block: Block, document: Document) -> bool:
    return (
        block.kind is BlockKind.HEADING
        and not block.quoted
        and bool(block.text.strip())
        and not is_paragraph_as_heading(block, document.text)
    )
