"""Idioms of four kanji of which one is wrong or missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity, replace
from jlint.rules.helpers.typo import idioms
from jlint.rules.helpers.typo.quoted import is_quoted

if TYPE_CHECKING:
    from jlint.span import Span


class BrokenIdiom(Rule):
    """四字熟語の一字が違うか、抜けている。

    四字のうち三字まで合っていて、始めか終わりの一字だけがほかの字になっている。正しい字に直す。読みも意味も違う語に
    わざと替えたもの（取捨選別）は指摘しない。
    """

    id = "broken-idiom"
    category = "typo"
    severity = Severity.WARNING
    english = """One kanji of a four-kanji idiom is wrong or missing.

    Three of the four are there, and the first or the last is another. Put the right one in. One with another word
    in it that isn't even read alike, such as 「取捨選別」, is left alone.
    """
    examples = (
        Bad("昼休みに⟦自問自合⟧した。\n", fixed="昼休みに自問自答した。\n"),
        Bad("計画は⟦師行錯誤⟧の末にできた。\n", fixed="計画は試行錯誤の末にできた。\n"),
        Bad("市場は⟦群雄割⟧の時代に入る。\n", fixed="市場は群雄割拠の時代に入る。\n"),
        Good("自問自答と試行錯誤を重ね、群雄割拠の市場で切磋琢磨する。\n"),
        Bad("意見は⟦玉石混混⟧だ。\n", fixed="意見は玉石混交だ。\n"),
        Bad("話が⟦短刀直入⟧だ。\n", fixed="話が単刀直入だ。\n"),
        Good("「自問自合」は書き間違いである。\n"),
        Good("品の取捨選別を任せ、無為無能と笑われる。\n"),
        Good("前人未到の記録も前人未踏の地もある。切磋琢まと交ぜ書きにもする。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for block, _ in document.proofread_text.blocks_by_word(idioms.three_in_a_row()):
            for broken in idioms.broken_idioms(block.text):
                span = block.source_span(broken.start, broken.end)
                if not (is_quoted(block.text, broken.start, broken.end) or document.in_own_word(span)):
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
