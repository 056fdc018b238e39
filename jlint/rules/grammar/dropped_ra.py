"""ら抜き言葉: 「食べられる」 shortened to 「食べれる」."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.document.token import Token
from jlint.finding import Finding, Fix
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span, replace
from jlint.rules.helpers.grammar.potential import is_dropped_ra
from jlint.rules.helpers.quotations import is_in_others_words


@cache
def _hint() -> re.Pattern[str]:
    """れ after the end of a verb's stem: a kana of the rows い and え, or the kanji of a stem that is just one.

    かもしれない doesn't count. れ comes first, because a search for a pattern that begins with one letter is fast.
    """
    stems = "いきぎしじちにひびみりえけげせぜてでねへべめ見観着似煮居出寝得経来"
    return lazy_pattern(f"れ(?<=[{stems}]れ)(?<!もしれ)(?:[るなまたてずよんそ]|$|[^ぁ-ん])")


class DroppedRa(Rule):
    """「食べられる」の「ら」が抜けている（ら抜き言葉）。

    話し言葉では広く使われるが、改まった文章では誤りとみなされる。「ら」を補う。「走れる」のように、もともと
    「ら」の付かない動詞と、「」の中や引用の話し言葉は指摘しない。
    """

    id = "dropped-ra"
    category = "grammar"
    severity = Severity.WARNING
    needs = "れ"
    english = """The 「ら」 of a potential form such as 「食べられる」 is dropped.

    It is common in speech and counts as a mistake in formal writing. Put it back. Verbs whose potential form has
    no 「ら」, such as 「走れる」, are left alone, and so is speech: quotations and what stands in 「」.
    """
    examples = (
        Bad("夜でも星が⟦見れる⟧丘です。\n", fixed="夜でも星が見られる丘です。\n"),
        Bad("明日は⟦来れ⟧ません。\n", fixed="明日は来られません。\n"),
        Good("夜でも星が見られる丘です。\n"),
        Good("長く走れる車を作れる会社が増えれば、話せる相手も増える。\n"),
        Good("机に本を入れる。雨で服が濡れる。\n"),
        Good("日が暮れる前にうちへかえれる。箱の中にいれる物を選ぶ。\n"),
        Good("弟は「まだ食べれる」と笑った。\n\n> 今日は早く寝れる。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for sentence in document.sentences:
            if "れ" not in sentence.text or not _hint().search(sentence.text):
                continue
            for token in sentence.tokens:
                span = sentence.source_span(token.start, token.end) if is_dropped_ra(token) else None
                if span and not is_in_others_words(document, span):
                    yield self._found(span, token, document)

    def _found(self, span: Span, token: Token, document: Document) -> Finding:
        place = token.surface.rindex("れ")
        better = token.surface[:place] + "ら" + token.surface[place:]
        fix: Fix | None = None
        if span.of(document.text) == token.surface:
            fix = replace(span, better, ja=f"「{better}」にする", en=f"Write {better}", safe=False)
        return self.finding(
            span,
            ja=f"「ら」が抜けています。「{better}」と書いてください",
            en=f"The ら is dropped here. Write {better}",
            fix=fix,
        )
