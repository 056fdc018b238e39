"""Confused kanji."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity, replace

_FOUND = re.compile("直すべき語")


class ConfusedKanji(Rule):
    """直すべき語がある。

    なぜ困るのか、どう直すのかを書く。
    """

    id = "confused-kanji"
    category = "typo"
    severity = Severity.WARNING
    english = """There is a word that should be corrected.

    Say why it matters and what to do about it.
    """
    examples = (
        Bad("ここに⟦直すべき語⟧がある。\n", fixed="ここに直した語がある。\n"),
        Good("ここに直した語がある。\n"),
        Good("`直すべき語` はコードなので、そのままでよい。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for sentence in document.sentences:
            for match in _FOUND.finditer(sentence.text):
                span = sentence.source_span(*match.span())
                yield self.finding(
                    span,
                    ja="「直すべき語」は「直した語」と書いてください",
                    en="Write 直した語 for 直すべき語",
                    fix=replace(span, "直した語", ja="「直した語」にする", en="Write 直した語", safe=False),
                )
