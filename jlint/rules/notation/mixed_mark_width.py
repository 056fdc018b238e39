"""Marks in Japanese text, full-width in one place and half-width in another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.allow import AllowOptions
from jlint.rules.base import Bad, Good, Rule, doc, replace
from jlint.rules.notation._prose import JA, Found, prose_of
from jlint.rules.notation._ways import MAJORITY, Odd, Use, odd_ones

_BEHIND = rf"(?<={JA}.|[」』）】”%％!！?？)].)"
"""What stands before a mark, read from behind it: an expression that begins with its mark is ten times as fast."""


class _Mark(NamedTuple):
    """A mark's two forms, and a pattern of where Japanese text has the half-width one."""

    half: str
    pattern: str


_MARKS = {
    "！": _Mark("!", rf"!{_BEHIND}(?![\[(=])"),
    "？": _Mark("?", rf"\?{_BEHIND}"),
    "：": _Mark(":", rf":{_BEHIND}(?![-/:0-9)(DPp])"),
    "；": _Mark(";", rf";{_BEHIND}"),
    "％": _Mark("%", r"%(?<=[0-9０-９]%)"),
    "・": _Mark("･", "･"),
    "〜": _Mark("~", rf"~(?:(?<=[0-9０-９年月日時分秒円%]~)|{_BEHIND})(?![/~])(?={JA}|[0-9])"),
    "（": _Mark("(", rf"\((?:(?=[^()\0]*[^\x00-\xff][^()\0]*\))|(?<={JA}\()(?=[^()\0]*\)))"),
    "）": _Mark(")", rf"\){_BEHIND}"),
    "［": _Mark("[", rf"\[(?<={JA}\[)(?={JA})"),
    "］": _Mark("]", rf"\](?<={JA}\])(?={JA})"),
}


class MixedMarkWidth(Rule):
    """和文の中の記号が、全角（：）の箇所と半角（:）の箇所に分かれている。

    字面がそろわず、検索や置換でも漏れが出る。一つの文書では多いほうにそろえる。どちらかに決めている記号は、オプション
    full と half で指定する。英文とコードの中、時刻（10:30）の記号は見ない。
    """

    id = "mixed-mark-width"
    category = "notation"
    severity = None
    english = """A mark in Japanese text is full-width in one place and half-width in another.

    The page looks uneven and a search misses half of the places. One document keeps to the commoner form. Marks of
    which a house has only one form go into the options full or half. English, code and times (10:30) are left alone.
    """
    examples = (
        Bad(
            "日時⟨：⟩3月16日\n\n場所：港\n\n会費⟦:⟧千円\n",
            fixed="日時：3月16日\n\n場所：港\n\n会費：千円\n",
        ),
        Bad("港へ行く⟦!⟧\n", fixed="港へ行く！\n", options={"full": ["！"]}),
        Bad("港⟦(⟧改修中⟦)⟧の図\n", fixed="港（改修中）の図\n", options={"full": ["（", "）"]}),
        Bad("3割は30⟦％⟧だ。\n", fixed="3割は30%だ。\n", options={"half": ["％"]}),
        Good("日時：3月16日10:30\n\n場所：港\n\nSee: this\n"),
        Good("Yahoo!ニュースを読む。これは (English in parentheses) です。\n", options={"full": ["！", "（", "）"]}),
        Good("港へ行く! 町へ行く!\n"),
    )

    class Options(AllowOptions):
        consistent: Annotated[
            tuple[str, ...],
            doc(
                "一つの文書の中で、多いほうにそろえる記号（全角で書く）。",
                "Marks, given in their full-width form, that keep to the commoner form within a document.",
            ),
        ] = ("！", "？", "：", "％", "；", "〜")
        full: Annotated[tuple[str, ...], doc("いつも全角で書く記号。", "Marks that are always full-width.")] = ()
        half: Annotated[
            tuple[str, ...],
            doc("いつも半角で書く記号（全角で書く）。", "Marks, given in their full-width form, always half-width."),
        ] = ()

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        for full, mark in _MARKS.items():
            if full in self.options.full:
                yield from self._told(odd_ones(self._halves(document, mark), full))
            elif full in self.options.half:
                yield from self._told(odd_ones(self._fulls(document, full), mark.half))
            elif full in self.options.consistent:
                uses = self._halves(document, mark)
                if uses:
                    yield from self._told(odd_ones([*self._fulls(document, full), *uses], MAJORITY))

    def _halves(self, document: Document, mark: _Mark) -> list[Use]:
        places = prose_of(document).find(mark.pattern, mark.half)
        return [self._use(mark.half, found) for found in places if self._is_own(found)]

    def _fulls(self, document: Document, full: str) -> list[Use]:
        return [self._use(full, found) for found in prose_of(document).find(full, full) if self._is_own(found)]

    def _is_own(self, found: Found) -> bool:
        return not found.is_allowed(self.options.allow)

    def _use(self, way: str, found: Found) -> Use:
        return Use(way, found[0], found.span())

    def _told(self, odd: Iterator[Odd]) -> Iterator[Finding]:
        for each in odd:
            width = ("全角", "full-width") if each.right in _MARKS else ("半角", "half-width")
            yield self.finding(
                each.use.span,
                ja=f"「{each.use.text}」は{width[0]}の「{each.right}」と書いてください",
                en=f"Write the {width[1]} {each.right} for {each.use.text}",
                fix=replace(
                    each.use.span, each.right, ja=f"「{each.right}」にする", en=f"Write {each.right}", safe=True
                ),
                related=each.related,
            )
