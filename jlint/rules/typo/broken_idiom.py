"""Idioms and set phrases with one character wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity, replace
from jlint.rules.helpers.typo import idioms, set_phrases
from jlint.rules.helpers.typo.others_text import is_end_of_name, is_others_text
from jlint.rules.helpers.typo.quoted import is_quoted
from jlint.spelling.doubling import doublings

if TYPE_CHECKING:
    from jlint.span import Span


class BrokenIdiom(Rule):
    """四字熟語や慣用句の一字が違うか、抜けている。

    四字熟語のうち三字まで合っていて、始めか終わりの一字だけがほかの字になっている。または、慣用句（枚挙にいとまがない）の
    途中の一字が違うか、抜けているか、余分である。正しい字に直す。読みも意味も違う語にわざと替えたもの（取捨選別）や、
    助詞や送り仮名、字の使い分けだけの違い（手を執り合って）は指摘しない。
    """

    id = "broken-idiom"
    category = "typo"
    severity = Severity.WARNING
    english = """One character of an idiom or a set phrase is wrong or missing.

    Three of an idiom's four kanji are there, and the first or the last is another; or a character inside a set phrase
    is wrong, missing or too much. Put the right one in. An idiom with another word in it that isn't even read alike,
    such as 「取捨選別」, is left alone, and so are phrases with another particle, okurigana or kanji of the same word.
    """
    examples = (
        Bad("昼休みに⟦自問自合⟧した。\n", fixed="昼休みに自問自答した。\n"),
        Bad("計画は⟦師行錯誤⟧の末にできた。\n", fixed="計画は試行錯誤の末にできた。\n"),
        Bad("市場は⟦群雄割⟧の時代に入る。\n", fixed="市場は群雄割拠の時代に入る。\n"),
        Good("自問自答と試行錯誤を重ね、群雄割拠の市場で切磋琢磨する。\n"),
        Bad("意見は⟦玉石混混⟧だ。\n", fixed="意見は玉石混交だ。\n"),
        Bad("話が⟦短刀直入⟧だ。\n", fixed="話が単刀直入だ。\n"),
        Bad("技術は⟦日進月々⟧で進む。\n", fixed="技術は日進月歩で進む。\n"),
        Bad("失敗は⟦枚挙にいとなが⟧ない。\n", fixed="失敗は枚挙にいとまがない。\n"),
        Bad("これでは⟦宝の持た腐れ⟧だ。\n", fixed="これでは宝の持ち腐れだ。\n"),
        Good("「自問自合」は書き間違いである。\n"),
        Good("枚挙にいとまはない。二人は手を執り合い、枕を高うして眠る。虎視眈々と足並をそろえる。\n"),
        Good("品の取捨選別を任せ、無為無能と笑われる。\n"),
        Good("前人未到の記録も前人未踏の地もある。切磋琢まと交ぜ書きにもする。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        yield from self._idioms(document)
        yield from self._phrases(document)

    def _idioms(self, document: Document) -> Iterator[Finding]:
        for block, _ in document.proofread_text.blocks_by_word(idioms.three_in_a_row()):
            for broken in idioms.broken_idioms(block.text):
                span = block.source_span(broken.start, broken.end)
                if is_quoted(block.text, broken.start, broken.end) or document.in_own_word(span):
                    continue
                if not (is_others_text(document, span) or is_end_of_name(block.text, broken.start)):
                    yield self._finding(broken, block.text, span)

    def _finding(self, broken: idioms.BrokenIdiom, text: str, span: Span) -> Finding:
        start, end, idiom, right, is_clear = broken
        found = text[start:end]
        return self.finding(
            span,
            ja=f"「{found}」は四字熟語「{idiom}」の「{right}」が違うか、抜けています。直してください",
            en=f"{found} should read {idiom}: {right} is wrong or missing. Correct it",
            fix=replace(span, idiom, ja=f"「{idiom}」に直す", en=f"Use {idiom}", safe=False) if is_clear else None,
        )

    def _phrases(self, document: Document) -> Iterator[Finding]:
        for sentence, places in document.proofread_text.sentences_by_word(set_phrases.halves()):
            for start, end, phrase in set_phrases.broken_phrases(sentence.text, places):
                span = sentence.source_span(start, end)
                if is_quoted(sentence.text, start, end) or document.in_own_word(span):
                    continue
                if any(each.start < end and start < each.end for each in doublings(sentence.text)):
                    continue  # reported by the rules about doubling
                found = sentence.text[start:end]
                yield self.finding(
                    span,
                    ja=f"「{found}」は「{phrase}」の間違いです。直してください",
                    en=f"{found} should read {phrase}. Correct it",
                    fix=replace(span, phrase, ja=f"「{phrase}」に直す", en=f"Use {phrase}", safe=False),
                )
