"""Markup without content."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.document.block import OBJECT
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Span

_EMPTY_CODE = lazy_pattern(r"`+\s*`+")
_EMPTY_LINK = lazy_pattern(r"\[\s*\]\(")


class EmptyElement(Rule):
    """中身のないコードやリンクがある。

    書きかけのまま残ったもの。文字を入れるか、記号ごと消す。
    """

    id = "empty-element"
    category = "markdown"
    severity = None
    english = """Code or a link with nothing in it.

    It was never finished. Fill it in or remove the marks.
    """
    examples = (
        Bad("次に ⟦` `⟧ を実行します。\n"),
        Bad("詳しくは⟦[](https://example.com/)⟧をご覧ください。\n"),
        Good("次に `ls` を実行します。\n"),
        Good("詳しくは[案内](https://example.com/)をご覧ください。\n"),
        Good("[![図](a.png)](https://example.com/)\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for span in self._places(document):
            yield self.finding(
                span,
                ja="中身がありません。文字を入れるか、記号ごと消してください",
                en="There is nothing in it. Fill it in or remove the marks",
            )

    def _places(self, document: Document) -> Iterator[Span]:
        for link in document.links:
            if _EMPTY_LINK.match(document.text, link.span.start):
                yield link.span
        for block in document.prose:
            offset = block.text.find(OBJECT) if "`" in block.span.of(document.text) else -1
            while offset >= 0:
                span = block.source_span(offset, offset + 1)
                if _EMPTY_CODE.fullmatch(document.text, *span):
                    yield span
                offset = block.text.find(OBJECT, offset + 1)
