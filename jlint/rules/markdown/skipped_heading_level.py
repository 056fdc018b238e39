"""Headings that go down more than one level at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.document import BlockKind, Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, doc
from jlint.rules.helpers.markdown.accidental import is_accidental


class SkippedHeadingLevel(Rule):
    """見出しの段が飛んでいる（## の次に #### など）。

    目次や読み上げで、節がどこに属するか分からなくなる。一段ずつ下げる。上がるときは何段でもよい。
    """

    id = "skipped-heading-level"
    category = "markdown"
    severity = None
    english = """A heading goes down more than one level, as from ## to ####.

    In a table of contents, or read aloud, nobody can tell what the section belongs to. Go down one level at a time.
    """
    examples = (
        Bad("## 計画\n\n#### ⟦費用⟧\n\n市が半分を出します。\n"),
        Bad("## ⟦計画⟧\n\n市が半分を出します。\n", options={"first": 1}),
        Bad("# 題\n\n## 計画\n\n市が出します。\n\n# ⟦付録⟧\n\n表です。\n", options={"single-top": True}),
        Good("# 題\n\n## 計画\n\n### 費用\n\n## 付録\n\n表です。\n", options={"first": 1, "single-top": True}),
        Good("## 計画\n\n### 費用\n\n#### 内訳\n\n市が半分を出します。\n---\n\n#### 負担\n\n県も出します。\n"),
        Good("## 計画\n\n### 費用\n\n市が半分を出します。\n\n## 日程\n\n春に始まります。\n"),
        Good("# 題\n\n## 計画\n\n### 費用\n\n市が出します。\n\n# 付録\n\n表です。\n", options={"first": 1}),
    )

    class Options(RuleOptions):
        first: Annotated[
            int, doc("最初の見出しの段。0 は決めない。", "The level of the first heading; 0: any.", ge=0, le=6)
        ] = 0
        single_top: Annotated[
            bool, doc("# の見出しは初めの一つだけにする。", "Only the first heading may be of level 1.")
        ] = False

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        before: int | None = None
        for block in document.blocks:
            if block.kind is not BlockKind.HEADING or block.quoted or not block.text or is_accidental(block, document):
                continue
            allowed = (self.options.first or block.level) if before is None else before + 1
            if block.level > allowed:
                yield self.finding(
                    block.source_span(0, len(block.text)),
                    ja=f"見出しの段が飛んでいます。{'#' * allowed} にするか、間の見出しを補ってください",
                    en=f"This heading skips a level. Use {'#' * allowed} or add the heading between",
                )
            elif before is not None and block.level == 1 and self.options.single_top:
                yield self.finding(
                    block.source_span(0, len(block.text)),
                    ja="# の見出しは、文書の初めに一つだけ置きます。## より下の段にしてください",
                    en="Only the first heading may be of level 1. Use ## or a lower level",
                )
            before = block.level
