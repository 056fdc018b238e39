"""Items and paragraphs that begin with a bold label and a colon."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import Block, BlockKind, Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Span, doc
from jlint.rules.helpers.allow import AllowOptions, allowed

_LABEL = lazy_pattern(
    r"\s*(?:(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?)?"
    r"(?P<all>(?P<marks>\*\*|__)(?P<label>[^*_\n]+)(?P=marks)(?P<colon>\s?(?:[:：]|[–—-](?=\s)))?)"
)

_COLONS = "：:"


class BoldLabel(Rule):
    """箇条書きや段落が、「**重要**:」のような太字の見出し語とコロンで始まっている。

    生成された文章に多い形で、並ぶと機械的に見える。文にするか、見出しに分ける。
    """

    id = "bold-label"
    category = "style"
    severity = None
    english = """A list item or paragraph begins with a bold label and a colon, such as 「**重要**:」.

    Generated texts are full of it, and a row of them looks mechanical. Write sentences, or use headings.
    """
    examples = (
        Bad("- ⟦**費用**:⟧ 市が半分を出します。\n"),
        Bad("⟦**注意**：⟧床が濡れています。\n"),
        Bad("⟦**注意：**⟧ 床が濡れています。\n\n⟦**良い例**:⟧ 床を拭く。\n"),
        Bad("- ⟦**注意**:⟧ 床が濡れています。\n- **費用**: 千円\n", options={"items": False}),
        Good("- 費用は市が半分を出します。\n- **費用の半分**は市が出します。\n"),
        Good("**費用**: 市が半分を出します。\n"),
        Good("**注意**\n\n床が濡れています。\n"),
        Good("- **費用**: 市が半分を出します。\n", options={"items": False}),
    )

    class Options(AllowOptions):
        items: Annotated[
            bool, doc("箇条書きの項目は、どの語でも見る。", "List items are looked at, whatever the label.")
        ] = True
        labels: Annotated[
            tuple[str, ...],
            doc(
                "段落や項目の先頭にあれば指摘する語。", "Labels that are reported at the start of a paragraph or item."
            ),
        ] = (
            "注意",
            "重要",
            "警告",
            "注",
            "注記",
            "備考",
            "補足",
            "参考",
            "情報",
            "ポイント",
            "ヒント",
            "メモ",
            "推奨",
            "確認",
            "例",
            "良い例",
            "悪い例",
            "推奨される表現",
        )

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        allow = allowed(self.options.allow)
        for block in document.prose:
            match = _LABEL.match(document.text, *block.span) if self._is_concerned(block) else None
            if match is None or match["label"] not in block.text:
                continue
            is_listed = match["label"].rstrip(_COLONS) in self.options.labels
            has_colon = bool(match["colon"]) or match["label"].endswith(tuple(_COLONS))
            if not has_colon or not (
                is_listed or (match["colon"] and block.kind is BlockKind.ITEM and self.options.items)
            ):
                continue
            if not allow.covers(document.text[block.span.start : block.span.end], 0, block.span.end - block.span.start):
                yield self.finding(
                    Span(*match.span("all")),
                    ja=f"「{match['label']}」という太字の見出し語で始まっています。文にするか、見出しに分けてください",
                    en=f"This begins with the bold label {match['label']}. Write a sentence, or use a heading",
                )

    def _is_concerned(self, block: Block) -> bool:
        if block.kind is BlockKind.ITEM:
            return self.options.items or bool(self.options.labels)
        return block.kind is BlockKind.PARAGRAPH and bool(self.options.labels)
