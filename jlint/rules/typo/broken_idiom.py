"""Idioms of four kanji of which one is wrong or missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from jlint.document import Document
from jlint.document.word_search import WordSearch
from jlint.finding import Finding
from jlint.letters import is_hiragana, is_kanji
from jlint.rules.contract.base import Bad, Good, Rule, Severity, replace
from jlint.rules.data import FOLDER
from jlint.rules.helpers.typo.quoted import is_quoted

if TYPE_CHECKING:
    from jlint.span import Span

_PARTICLES = frozenset("をがはにでのともな")
_FIRST, _LAST = 0, -1


class _Broken(NamedTuple):
    """The characters `start` to `end` should read `idiom`, whose kanji `right` is missing.

    `is_clear`: nothing but the right kanji is missing.
    """

    start: int
    end: int
    idiom: str
    right: str
    is_clear: bool


class BrokenIdiom(Rule):
    """四字熟語の一字が違うか、抜けている。

    四字のうち三字まで合っていて、始めか終わりの一字だけがほかの字になっている。正しい字に直す。
    """

    id = "broken-idiom"
    category = "typo"
    severity = Severity.WARNING
    english = """One kanji of a four-kanji idiom is wrong or missing.

    Three of the four are there, and the first or the last is another. Put the right one in.
    """
    examples = (
        Bad("昼休みに⟦自問自合⟧した。\n", fixed="昼休みに自問自答した。\n"),
        Bad("計画は⟦師行錯誤⟧の末にできた。\n", fixed="計画は試行錯誤の末にできた。\n"),
        Bad("市場は⟦群雄割⟧の時代に入る。\n", fixed="市場は群雄割拠の時代に入る。\n"),
        Good("自問自答と試行錯誤を重ね、群雄割拠の市場で切磋琢磨する。\n"),
        Good("「自問自合」は書き間違いである。\n"),
        Good("前人未到の記録も前人未踏の地もある。切磋琢まと交ぜ書きにもする。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for block, _ in document.proofread_text.blocks_by_word(_three_in_a_row()):
            for broken in _broken(block.text):
                span = block.source_span(broken.start, broken.end)
                if not (is_quoted(block.text, broken.start, broken.end) or document.in_own_word(span)):
                    yield self._finding(broken, block.text, span)

    def _finding(self, broken: _Broken, text: str, span: Span) -> Finding:
        start, end, idiom, right, is_clear = broken
        found = text[start:end]
        return self.finding(
            span,
            ja=f"「{found}」は四字熟語「{idiom}」の「{right}」が違うか、抜けています。直してください",
            en=f"{found} should read {idiom}: {right} is wrong or missing. Correct it",
            fix=replace(span, idiom, ja=f"「{idiom}」に直す", en=f"Use {idiom}", safe=False) if is_clear else None,
        )


def _broken(text: str) -> Iterator[_Broken]:
    for others, start in _three_in_a_row().places(text):
        end = start + len(others)
        for missing, neighbour in ((_LAST, text[end : end + 1]), (_FIRST, text[start - 1 : start])):
            idioms = _by_the_others(missing).get(others)
            if not idioms or _may_be_meant(neighbour) or neighbour in {idiom[missing] for idiom in idioms}:
                continue
            wrong = int(is_kanji(neighbour))
            yield _Broken(
                start - wrong * (missing == _FIRST),
                end + wrong * (missing == _LAST),
                idioms[0],
                idioms[0][missing],
                is_clear=not neighbour or not neighbour.isascii(),
            )


def _may_be_meant(neighbour: str) -> bool:
    """Whether it may be another way to write the fourth kanji: 切磋琢ま, 虎視眈々. A particle isn't."""
    return neighbour == "々" or (is_hiragana(neighbour) and neighbour not in _PARTICLES)


@cache
def _by_the_others(missing: int) -> dict[str, list[str]]:
    """The idioms by the three kanji that remain without the first or the last."""
    found = defaultdict(list)
    for idiom in (FOLDER / "idioms.txt").read_text("utf-8").split():
        found[idiom[1:] if missing == _FIRST else idiom[:-1]].append(idiom)
    return dict(found)


@cache
def _three_in_a_row() -> WordSearch:
    return WordSearch([*{*_by_the_others(_FIRST), *_by_the_others(_LAST)}])
