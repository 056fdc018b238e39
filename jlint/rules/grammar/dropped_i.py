"""い抜き言葉: 「している」 shortened to 「してる」."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.document.token import Token
from jlint.finding import Finding, Fix
from jlint.rules.contract.base import Bad, Good, Rule, Span, replace

_HINT = lazy_pattern("(?:て|[んい]で)(?:ま[すせし]|る|た|な[いかく]|ん|れ)")
_IDIOM = "てたかって"


class DroppedI(Rule):
    """「している」の「い」が抜けている（い抜き言葉）。

    話し言葉の形で、改まった文章では軽く見える。「い」を補う。会話を写した文章では切っておく。
    """

    id = "dropped-i"
    category = "grammar"
    severity = None
    english = """The 「い」 of 「している」 is dropped, as people do when they speak.

    In a formal text it looks careless. Put it back. Leave this rule off for dialogue.
    """
    examples = (
        Bad("手順書を書い⟦て⟧ます。\n", fixed="手順書を書いています。\n"),
        Bad("倉庫の前で遊ん⟦でる⟧子がいる。\n", fixed="倉庫の前で遊んでいる子がいる。\n"),
        Good("手順書を書いています。\n"),
        Good("毎日、電話が出る。画面を出てから決めます。\n"),
        Good("鍵をお持ちでない方は受付へどうぞ。\n"),
        Good("寄ってたかって手伝った。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for sentence in document.sentences:
            if not _HINT.search(sentence.text):
                continue
            for verb, token in pairwise(sentence.tokens):
                if _is_dropped(verb, token) and not sentence.text.startswith(_IDIOM, token.end - 1):
                    span = sentence.source_span(token.start, token.end)
                    better = token.surface[0] + "い" + token.surface[1:]
                    yield self.finding(
                        span,
                        ja=f"「い」が抜けています。「{better}」と書いてください",
                        en=f"The い is dropped here. Write {better}",
                        fix=_fix(span, better, token.surface, document),
                    )


def _is_dropped(verb: Token, token: Token) -> bool:
    """Whether い is dropped. After 「お持ち」 and the like 「でない」 is a negation."""
    is_te_iru = token.pos1 == "助動詞" and token.lemma in ("てる", "でる")
    return is_te_iru and (token.surface[0] == "て" or verb.cform != "連用形-一般")


def _fix(span: Span, better: str, surface: str, document: Document) -> Fix | None:
    if span.of(document.text) != surface:
        return None
    return replace(span, better, ja=f"「{better}」にする", en=f"Write {better}", safe=False)
