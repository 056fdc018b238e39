"""A katakana word that breaks off."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity, replace
from jlint.rules.helpers.typo.quoted import is_quoted
from jlint.spelling.truncation import Truncated, may_have_truncated_words, truncated_words

_ENOUGH = 3
"""So often a short form is meant, unless the whole word is more frequent still."""


class TruncatedKatakana(Rule):
    """カタカナ語が途中で切れている。

    生成や貼り付けで、長い語の終わりが落ちると起きる。よく知られた語の始めだけがあって、そこで終わる略語がないところを指摘する。
    残りを補う。リファクタ、コンプラのような略語や、記事の中で何度も使う短い形は指摘しない。
    """

    id = "truncated-katakana"
    category = "typo"
    severity = Severity.INFO
    english = """A katakana word breaks off.

    The end of a long word is lost in generated or pasted text. Reported is the beginning of a well-known word where no
    abbreviation ends. Add the rest. Abbreviations are left alone, and so are short forms that the post uses often.
    """
    examples = (
        Bad("業務向けの⟦アプリケーシ⟧を売る。\n", fixed="業務向けのアプリケーションを売る。\n"),
        Bad("町の⟦ショッピングセン⟧が閉まる。\n", fixed="町のショッピングセンターが閉まる。\n"),
        Good("リファクタとコンプラの話をする。\n"),
        Good("チュートリアるより先に手を動かす。\n"),
        Good("「アプリケーシ」は途中で切れた語である。\n"),
        Good("アプリケーシという名の店。アプリケーシは駅前にある。アプリケーシで会おう。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if not may_have_truncated_words(document.proofread_text.text):  # few texts have any
            return
        for sentence in document.proofread_sentences:
            for found in truncated_words(sentence.text):
                span = sentence.source_span(found.start, found.end)
                piece = sentence.text[found.start : found.end]
                is_kept = document.usage.covers(sentence.text, found.start, found.end, rule=self.id, right=found.right)
                is_shown = is_quoted(sentence.text, found.start, found.end)
                if span.end - span.start > len(piece) or document.in_own_word(span) or is_kept or is_shown:
                    continue
                if not _is_meant(piece, found, document):
                    yield self.finding(
                        span,
                        ja=f"「{piece}」は「{found.right}」の途中で切れているようです。残りを補ってください",
                        en=f"{piece} seems to be {found.right}, broken off. Add the rest",
                        fix=replace(
                            span, found.right, ja=f"「{found.right}」にする", en=f"Use {found.right}", safe=False
                        ),
                    )


def _is_meant(piece: str, found: Truncated, document: Document) -> bool:
    """Whether the document has the short form often, and the whole word not more often."""
    short, whole = document.text.count(piece), document.text.count(found.right)
    return short - whole >= max(_ENOUGH, whole)
