"""A word of another language that generated text has slipped into."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.compiled import compiled
from jlint.document import Document
from jlint.finding import Finding
from jlint.letters import is_japanese
from jlint.rules.contract.base import Bad, Good, Rule, Severity

_VIETNAMESE = frozenset("đơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
"""The small letters that of all languages only Vietnamese uses."""
_WORD = "[A-Za-zÀ-ɏḀ-ỹ]+"
_MOST = 4
"""A document with more such words is about the language, or quotes it."""
_TOPIC = "ベトナム"


class ForeignWord(Rule):
    """日本語の文に、ベトナム語の語が混じっている。

    生成された文章では、一語だけがほかの言語に化けることがある。日本語に直す。ベトナムを話題にしている文書と、大文字で始まる
    名前は指摘しない。
    """

    id = "foreign-word"
    category = "typo"
    severity = Severity.WARNING
    english = """A Vietnamese word stands in a Japanese sentence.

    Generated text sometimes slips into another language for a word. Put the Japanese word in. Documents about Vietnam
    and names, which begin with a capital, are left alone.
    """
    examples = (
        Bad("列車は⟦đột⟧ ⟦ngột⟧ 止まった。\n"),
        Good("作曲家のĐặng Thái Sơnを聴いた。\n"),
        Good("ベトナム語の「đột ngột」は急にという意味である。\n"),
        Good("cafés の naïve な résumé と Ångström。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if _VIETNAMESE.isdisjoint(document.characters) or _TOPIC in document.text:
            return
        found = [
            (block, match)
            for block in document.proofread
            if not _VIETNAMESE.isdisjoint(block.text) and any(map(is_japanese, block.text))
            for match in compiled(_WORD).finditer(block.text)
            if not _VIETNAMESE.isdisjoint(match[0]) and match[0].islower()
        ]
        if len(found) > _MOST:
            return
        for block, match in found:
            span, word = block.source_span(*match.span()), match[0]
            is_usage = document.usage.covers(block.text, *match.span(), rule=self.id, right=None)
            if not (is_usage or document.in_own_word(span)):
                yield self.finding(
                    span,
                    ja=f"ベトナム語の「{word}」が混じっています。日本語に直してください",
                    en=f"Vietnamese ({word}) in a Japanese sentence. Put the Japanese word in",
                )
