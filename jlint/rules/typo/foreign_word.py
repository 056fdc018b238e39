"""A word of another language that generated text has slipped into."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.base import Bad, Good, Rule, Severity
from jlint.rules.letters import is_japanese

_VIETNAMESE = "đơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
"""The small letters that of all languages only Vietnamese uses."""
_HINT = re.compile(f"[{_VIETNAMESE}]")
_LATIN = "A-Za-zÀ-ɏḀ-ỹ"
_WORD = re.compile(f"(?<![{_LATIN}])[{_LATIN}]+")
_MOST = 4
"""A document with more words is about the language, or quotes it."""
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
        if not _HINT.search(document.text) or _TOPIC in document.text:
            return
        found = [
            (block.source_span(*match.span()), match[0])
            for block in document.prose
            if _HINT.search(block.text) and any(map(is_japanese, block.text))
            for match in _WORD.finditer(block.text)
            if _HINT.search(match[0]) and match[0].islower()
        ]
        if len(found) > _MOST:
            return
        for span, words in found:
            yield self.finding(
                span,
                ja=f"ベトナム語の「{words}」が混じっています。日本語に直してください",
                en=f"Vietnamese ({words}) in a Japanese sentence. Put the Japanese word in",
            )
