"""Marks in Japanese text, full-width in one place and half-width in another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Struct

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, doc, replace
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.notation.prose import JA, Prose, own_prose_of
from jlint.rules.helpers.notation.ways import MAJORITY, Odd, Use, odd_ones

_BEHIND = rf"(?<={JA}.|[」』）】”％！？].)"
"""What comes before a mark, as a lookbehind after it: an expression that begins with its mark is ten times as fast."""
_JOINED = rf"(?:{_BEHIND}|(?<={JA}[!?].))"


class _Mark(Struct, frozen=True):
    """A mark's half-width form, or both halves of a pair, and a pattern of where Japanese text has it."""

    half: str
    pattern: str


_MARKS = {
    "！": _Mark("!", rf"!{_JOINED}(?![\[(=])"),
    "？": _Mark("?", rf"\?{_JOINED}"),
    "：": _Mark(":", rf":{_BEHIND}(?![-/:0-9)(DPp])"),
    "；": _Mark(";", rf";{_BEHIND}"),
    "％": _Mark("%", r"%(?<=[0-9０-９]%)"),
    "・": _Mark("･", "･"),
    "〜": _Mark("~", rf"~(?:(?<=[0-9０-９年月日時分秒円%]~)|{_BEHIND})(?![/~])(?={JA}|[0-9])"),
    "（）": _Mark("()", rf"\((?:(?<={JA}\()[^()\0]*|[^()\0]*[^\x00-\xff][^()\0]*)\)"),
    "［］": _Mark("[]", rf"[\[\]](?<={JA}.)(?={JA})"),
}
_JAPANESE_INSIDE = _Mark("()", rf"\([^()\0]*{JA}[^()\0]*\)|\((?={JA})|\)(?<={JA}\))")
"""Half-width brackets around Japanese, and one without its partner beside it: 例)."""
_HALF, _FULL = "half", "full"
_OTHER_WIDTH = {
    _FULL: {half: full for name, mark in _MARKS.items() for half, full in zip(mark.half, name, strict=True)},
    _HALF: {full: half for name, mark in _MARKS.items() for half, full in zip(mark.half, name, strict=True)},
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
        Bad("港⟦(⟧改修中⟦)⟧の図\n", fixed="港（改修中）の図\n", options={"full": ["（）"]}),
        Bad("3割は30⟦％⟧だ。\n", fixed="3割は30%だ。\n", options={"half": ["％"]}),
        Good("日時：3月16日10:30\n\n場所：港\n\nSee: this\n"),
        Bad(
            "例⟦)⟧港⟦(⟧改修中⟦)⟧の図 (Fig. 2) と表(Table 1)\n",
            options={"full": ["（）"], "brackets": "inside"},
            fixed="例）港（改修中）の図 (Fig. 2) と表(Table 1)\n",
        ),
        Good("Yahoo!ニュースを読む。これは (English in parentheses) です。\n", options={"full": ["！", "（）"]}),
        Good("港へ行く! 町へ行く!\n"),
    )

    class Options(AllowOptions):
        consistent: Annotated[
            tuple[str, ...],
            doc(
                "一つの文書の中で、多いほうにそろえる記号。全角で書き、かっこは「（）」のように組で書く。",
                "Marks that keep to the commoner form within a document. Give the full-width form, brackets as a pair.",
            ),
        ] = ("！", "？", "：", "％", "；", "〜")
        full: Annotated[tuple[str, ...], doc("いつも全角で書く記号。", "Marks that are always full-width.")] = ()
        half: Annotated[
            tuple[str, ...],
            doc("いつも半角で書く記号（全角で書く）。", "Marks, given in their full-width form, always half-width."),
        ] = ()

        brackets: Annotated[
            Literal["around", "inside"],
            doc(
                "和文のかっことみるもの: around は和文に付くか和文を含む組、"
                "inside は和文を含む組と、和文の隣の片方だけのもの。",
                "The round brackets that belong to Japanese text: around are pairs beside or around it, inside those "
                "around it, and single ones beside it.",
            ),
        ] = "around"

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        prose = own_prose_of(document)
        for full, each in _MARKS.items():
            mark = _JAPANESE_INSIDE if full == "（）" and self.options.brackets == "inside" else each
            if full in self.options.full:
                yield from self._reported(odd_ones(self._halves(prose, mark), _FULL))
            elif full in self.options.half:
                yield from self._reported(odd_ones(self._fulls(prose, full), _HALF))
            elif full in self.options.consistent:
                uses = self._halves(prose, mark)
                if uses:
                    yield from self._reported(odd_ones([*self._fulls(prose, full), *uses], MAJORITY))

    def _halves(self, prose: Prose, mark: _Mark) -> list[Use]:
        uses: list[Use] = []
        for found in prose.find(mark.pattern, *mark.half):
            if not found.is_allowed(self.options.allow):
                start, end = found.match.span()
                uses += [_use(_HALF, prose, place) for place in sorted({start, end - 1})]
        return uses

    def _fulls(self, prose: Prose, full: str) -> list[Use]:
        places = sorted(place for char in full for place in prose.places(char))
        allow = self.options.allow
        return [_use(_FULL, prose, place) for place in places if not prose.is_allowed(allow, place, place + 1)]

    def _reported(self, odd: Iterator[Odd]) -> Iterator[Finding]:
        for each in odd:
            width = ("全角", "full-width") if each.right == _FULL else ("半角", "half-width")
            written = each.use.text
            better = _OTHER_WIDTH[each.right][written]
            yield self.finding(
                each.use.span,
                ja=f"「{written}」は{width[0]}の「{better}」と書いてください",
                en=f"Write the {width[1]} {better} for {written}",
                fix=replace(each.use.span, better, ja=f"「{better}」にする", en=f"Write {better}", safe=True),
                related=each.related,
            )


def _use(way: str, prose: Prose, place: int) -> Use:
    return Use(way, prose.text[place], prose.span(place, place + 1))
