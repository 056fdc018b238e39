"""Two kinds of commas or full stops in one text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from jlint.compiled import compiled
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, doc, replace
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.notation.prose import Prose, own_prose_of
from jlint.rules.helpers.notation.ways import MAJORITY, Odd, Use, odd_ones

_COMMAS = ("、", "，")
_STOPS = ("。", "．")
_FOREIGN = "[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]"
_LABEL = 3
_WORDS = "[ぁ-ゖァ-ヺー一-鿿々」』）)]{3}"
"""What stands before the end of a sentence; a label of an item is shorter."""
_INSIDE_NUMBERS = {"，": ",", "．": "."}
_IN_NUMBER = "(?<=[0-9０-９])[，．](?=[0-9０-９])"


class MixedPunctuation(Rule):
    """読点（、と，）か句点（。と．）が二種類混ざっている。

    別の原稿から移した跡に見え、置換でも漏れが出る。一つの文書では多いほうにそろえる。どちらかに決めているときは、
    オプションで指定する。
    """

    id = "mixed-punctuation"
    category = "notation"
    severity = None
    english = """Two kinds of commas (「、」 and 「，」) or of full stops (「。」 and 「．」) stand in one text.

    It looks patched together, and a search misses half of the places. One document keeps to the commoner kind. A house
    that has settled on one says so by the options.
    """
    examples = (
        Bad("春⟨、⟩夏、秋⟦，⟧冬に行く。\n", fixed="春、夏、秋、冬に行く。\n"),
        Bad("港へ行く⟦．⟧町へ行く⟨。⟩人に会う。\n"),
        Bad("会費は3⟦，⟧000円⟦，⟧三年分です。\n", fixed="会費は3,000円、三年分です。\n", options={"comma": "、"}),
        Good("春，夏，秋，冬に行く。\n"),
        Good("図１．３を見る。港へ行く。\n"),
        Good("「，」と `．` を使う、と書く。\n"),
    )

    class Options(AllowOptions):
        comma: Annotated[
            Literal["majority", "、", "，", "any"],
            doc("読点: majority 多いほう、、 か ，、any 問わない。", "Commas: the commoner kind, one kind, or any."),
        ] = "majority"
        stop: Annotated[
            Literal["majority", "。", "．", "any"],
            doc("句点。選び方は読点と同じ。", "Full stops; the same choices as for commas."),
        ] = "majority"

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        prose = own_prose_of(document)
        for marks, prefer in ((_COMMAS, self.options.comma), (_STOPS, self.options.stop)):
            rare = marks[1] in prose.text
            if prefer == "any" or (not rare and prefer in (MAJORITY, marks[0])):
                continue
            yield from self._reported(document, odd_ones(self._uses(prose, marks), prefer, marks))
            if prefer == marks[0]:
                yield from self._in_numbers(prose, marks[1])

    def _uses(self, prose: Prose, marks: tuple[str, str]) -> list[Use]:
        pattern = (
            rf"(?<![0-9０-９「『`\0])[{''.join(marks)}](?![」』])|[{''.join(marks)}](?![0-9０-９」』])(?<![「『].)"
        )
        places = prose.find(pattern, *marks)
        return [Use(found[0], found[0], found.span()) for found in places if not found.is_allowed(self.options.allow)]

    def _reported(self, document: Document, odd: Iterator[Odd]) -> Iterator[Finding]:
        for use, right, _ in (uses := list(odd)):
            safe = _is_mark(document.text, use)
            related = uses[0].related
            yield self.finding(
                use.span,
                ja=f"「{use.text}」があります。「{right}」にそろえてください",
                en=f"{use.text} stands here; write {right} as elsewhere",
                fix=replace(use.span, right, ja=f"「{right}」にする", en=f"Write {right}", safe=safe),
                related=related,
            )

    def _in_numbers(self, prose: Prose, mark: str) -> Iterator[Finding]:
        for found in prose.find(_IN_NUMBER, mark):
            if found[0] == mark:
                half = _INSIDE_NUMBERS[mark]
                yield self.finding(
                    found.span(),
                    ja=f"数字の中の「{mark}」は全角です。半角の「{half}」にしてください",
                    en=f"{mark} inside a number is full-width; write {half}",
                    fix=replace(found.span(), half, ja=f"「{half}」にする", en=f"Write {half}", safe=True),
                )


def _is_mark(text: str, use: Use) -> bool:
    """Whether the mark surely ends a sentence or a part of one: イ．倉庫 has a label, ＧＯ．ＪＰ is a name."""
    before, after = text[max(0, use.span.start - _LABEL) : use.span.start], text[use.span.end : use.span.end + 1]
    is_foreign = any(compiled(_FOREIGN).match(neighbour) for neighbour in (before[-1:], after) if neighbour)
    is_label = use.text in _STOPS and not compiled(_WORDS).fullmatch(before)
    return not is_foreign and not is_label
