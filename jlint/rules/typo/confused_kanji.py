"""Kanji that are mistaken for others, told by the words around them."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span, replace
from jlint.rules.helpers.typo.confused_kanji import Confusion, found_confusions, problem_of, search
from jlint.rules.helpers.typo.misspellings import is_listed
from jlint.rules.helpers.typo.old_style import is_in_old_style


class ConfusedKanji(Rule):
    """読みや形の似た、別の漢字になっている。

    変換のときに同じ読みの語を選び間違えたもの（「雨の降る確立は低い」）と、形の似た字を取り違えたもの（「料理の構習」）。
    校正で知られた間違いのうち、前後の語から正しい漢字が決まるものと、そのような語がないものを表にして指摘する。正しい漢字に直す。
    誤りの例として引いているところ、`words` に挙げた語、古い表記で書かれた文章は指摘しない。前後の語によらず数で決める
    `wrong-kanji` と違い、表にあるものだけを言う。
    """

    id = "confused-kanji"
    category = "typo"
    severity = Severity.WARNING
    told_with = (
        "wrong-kanji",
        "wrong-character",
        "swapped-characters",
        "missing-character",
        "surplus-character",
        "missing-particle",
        "surplus-particle",
        "wrong-particle",
        "misspelt-katakana",
    )
    english = """Kanji that sound or look alike stand in the place of others.

    Another word of the same sound was chosen in conversion (確立 for 確率), or one of a similar shape (体績 for 体積).
    A table of the mistakes that proofreaders know tells those where the words around them leave one right way to write
    it, and those that are no words. Use the right kanji. Left alone are what is quoted as a mistake, the words listed
    under `words`, and texts in the spelling of their time. wrong-kanji goes by statistics instead, and finds others.
    """
    examples = (
        Bad("雨の降る⟦確立⟧は低い。\n", fixed="雨の降る確率は低い。\n"),
        Bad("端末を⟦軌道⟧すると、すぐ⟦構習⟧が始まる。\n", fixed="端末を起動すると、すぐ講習が始まる。\n"),
        Bad("友人の働きぶりに⟦関心⟧した。\n", fixed="友人の働きぶりに感心した。\n"),
        Bad("水槽の水の⟦体績⟧を測る。\n", fixed="水槽の水の体積を測る。\n"),
        Good("制度の確立を急ぐ。火星の軌道を調べる。友人の関心を引く。\n"),
        Good("「確立は低い」は「確率は低い」の誤りである。\n"),
        Good("`構習` はコードなので、そのままでよい。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for sentence, places in document.proofread_text.sentences_by_word(search()):
            for start, end, confusion in found_confusions(sentence.text, places):
                if is_in_old_style(document):
                    return
                span = sentence.source_span(start, end)
                is_told = is_listed(sentence.text, start, end)  # by known-misspelling
                if not (is_told or document.in_own_word(span)):
                    yield self._finding(confusion, span, problem_of(sentence, start, end))

    def _finding(self, confusion: Confusion, span: Span, problem: str) -> Finding:
        wrong, right, *_, why, _ = confusion
        fix = replace(span, right, ja=f"「{right}」に直す", en=f"Use {right}", safe=confusion.is_certain)
        if confusion.is_certain:
            return self.finding(
                span,
                ja=f"「{wrong}」という語はありません。「{right}」に直してください",
                en=f"There is no word {wrong}. Write {right}",
                fix=fix,
                problem=problem,
            )
        return self.finding(
            span,
            ja=f"「{wrong}」は「{right}」の間違いのようです（{why}）。確かめてください",
            en=f"{wrong} seems to be a mistake for {right}. Correct it",
            fix=fix,
            problem=problem,
        )
