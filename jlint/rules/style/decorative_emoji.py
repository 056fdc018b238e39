"""Emoji as bullets and before bold words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import BlockKind, Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Span, doc
from jlint.rules.helpers.allow import AllowOptions, allowed
from jlint.rules.helpers.markdown.markup import markup_of

_SHOWY = ("✅", "❌", "⚠️", "💡", "🔥", "🚀", "⭐", "✨", "🎯", "📝", "📌", "📊", "📈", "🔍", "🔧", "🎉", "👉", "💪")


@cache
def _before_bold() -> re.Pattern[str]:
    return lazy_pattern(
        "(?P<emoji>[\u2139\u203c\u2049\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]\ufe0f?)"
        r"[ 　]?(?:\*\*|__)(?=\S)"
    )


class DecorativeEmoji(Rule):
    """箇条書きの頭や太字の前に、飾りの絵文字がある。

    生成された文章に多い形で、並ぶと機械的に見える。読み上げでも邪魔になる。絵文字を消す。
    """

    id = "decorative-emoji"
    category = "style"
    severity = None
    english = """An emoji decorates a list item or a bold word.

    Generated texts are full of them, and a row of them looks mechanical; read aloud they are in the way. Remove them.
    """
    examples = (
        Bad("- ⟦🚀⟧ 工事が始まります。\n"),
        Bad("⟦ℹ️⟧ **案内**は受付にあります。\n"),
        Good("- 🍎 りんご\n- 🐈 猫\n"),
        Good("✅ 完了\n"),
        Good("- 工事が始まります🚀\n"),
        Good("- ✅ 完了\n", options={"bullets": []}),
    )

    class Options(AllowOptions):
        bullets: Annotated[
            tuple[str, ...],
            doc("箇条書きの項目の頭にあれば指摘する絵文字。", "Emoji that are reported at the start of a list item."),
        ] = _SHOWY
        before_bold: Annotated[
            bool, doc("太字の前の絵文字も指摘する。", "Emoji before bold words are reported too.")
        ] = True

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        if document.text.isascii():
            return
        allow = allowed(self.options.allow)
        for span, context in self._places(document):
            if allow.covers(context, 0, len(context)):
                continue
            emoji = span.of(document.text)
            yield self.finding(
                span,
                ja=f"飾りの絵文字「{emoji}」があります。消してください",
                en=f"The emoji {emoji} is mere decoration. Remove it",
            )

    def _places(self, document: Document) -> Iterator[tuple[Span, str]]:
        for block in document.prose:
            text = block.text.lstrip()
            skipped = len(block.text) - len(text)
            bullet = next((emoji for emoji in self.options.bullets if text.startswith(emoji)), "")
            if bullet and block.kind is BlockKind.ITEM:
                yield block.source_span(skipped, skipped + len(bullet)), block.text
            elif self.options.before_bold and block.kind is not BlockKind.HEADING and not block.text.isascii():
                source = block.span.of(document.text)
                if "**" not in source and "__" not in source:
                    continue
                for match in _before_bold().finditer(markup_of(block, document)):
                    start = block.span.start + match.start("emoji")
                    yield Span(start, start + len(match["emoji"])), block.text
