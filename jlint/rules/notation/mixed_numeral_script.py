"""Small counts in kanji in one place and in digits in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated, Literal

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity, doc, replace
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.notation.numerals import from_kanji, to_kanji
from jlint.rules.helpers.notation.prose import Found, own_prose_of
from jlint.rules.helpers.notation.ways import Use, odd_ones

_COUNT = r"[一二三四五六七八九1-9](?=(?P<unit>つ|回|人|か月|番目|点))"
_PART_OF_MORE = "0123456789.,-〜~第数何幾十百千万一二三四五六七八九つ"
_PHRASES = ("もう", "ただ", "また", "唯", "瓜", "手", "たった")
_IDIOMS = {
    "つ": (
        "つ一つ",
        "つひとつ",
        "つ返事",
        "つ橋",
        "つ角",
        "つ葉",
        "つ折",
        "つ割",
        "つ子",
        "つには",
        "つになる",
        "つにな",
    ),
    "回": ("回り", "回忌", "回生", "回戦"),
    "人": ("人ひとり", "人一人", "人称", "人前", "人三脚", "人目線", "人で"),
    "点": ("点張り", "点突破", "点集中", "点リーダ", "点セット", "点倒立", "点支持", "点シュート"),
}
_LONE = ("回", "人", "点", "か月")
"""一回, 一人 and 一点 occur in many set phrases, so only greater numbers are compared."""


class MixedNumeralScript(Rule):
    """数え方が、漢数字（`三つ`）の箇所と算用数字（`3つ`）の箇所に分かれている。

    多いほうにそろえる。`一つ` と `1つ` は別に数え、「一つ一つ」「もう一つ」「二つ返事」のような決まった言い方は見ない。
    社内の決まりは prefer に書く。
    """

    id = "mixed-numeral-script"
    category = "notation"
    severity = Severity.INFO
    english = """Small counts are in kanji in one place (`三つ`) and in digits in another (`3つ`).

    Keep to the commoner way. `一つ` and `1つ` are counted apart, and set phrases such as `一つ一つ` are left
    alone. What a house has settled on goes into `prefer`.
    """
    examples = (
        Bad("⟨3⟩つの港と2つの町を結ぶ。⟦三⟧つ目は島だ。\n", fixed="3つの港と2つの町を結ぶ。3つ目は島だ。\n"),
        Bad(
            "課題の⟨一⟩つは橋で、橋の一つは古い。残る⟦1⟧つは新しい。\n",
            fixed="課題の一つは橋で、橋の一つは古い。残る一つは新しい。\n",
        ),
        Bad("⟦三⟧回渡った。\n", fixed="3回渡った。\n", options={"prefer": "digits"}),
        Good("3つの港を一つ一つ調べ、もう一つを探す。二つ返事で行く。\n"),
        Good("課題の一つは橋で、原因は3つある。\n"),
        Good("第三回の祭りに3回行く。\n"),
    )

    class Options(AllowOptions):
        prefer: Annotated[
            Literal["majority", "kanji", "digits"],
            doc(
                "そろえる先: majority 多いほう（同数なら先に出たほう）、kanji 漢数字、digits 算用数字。",
                "The commoner way, kanji, or digits.",
            ),
        ] = "majority"

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        groups: dict[tuple[str, bool], list[Use]] = defaultdict(list)
        for found in own_prose_of(document).find(_COUNT):
            if _is_count(found) and not found.is_allowed(self.options.allow):
                is_one = found[0] in "一1"
                way = "digits" if found[0].isascii() else "kanji"
                groups[found["unit"] if is_one else "", is_one].append(Use(way, found[0], found.span()))
        for uses in groups.values():
            for odd in odd_ones(uses, self.options.prefer):
                written = odd.use.text
                better = from_kanji(written) if odd.right == "digits" else to_kanji(written)
                yield self.finding(
                    odd.use.span,
                    ja=f"数え方の「{written}」は、ほかと同じ「{better}」にそろえてください",
                    en=f"The count {written} is written otherwise elsewhere; write {better}",
                    fix=replace(odd.use.span, better, ja=f"「{better}」にする", en=f"Write {better}", safe=False),
                    related=odd.related,
                    group=f"{written} {better}",
                )


def _is_count(found: Found) -> bool:
    text, start, unit = found.prose.text, found.match.start(), found["unit"]
    if text[start - 1] in _PART_OF_MORE or text.endswith(_PHRASES, 0, start) or (found[0] in "一1" and unit in _LONE):
        return False
    return not text.startswith(_IDIOMS.get(unit, ()), start + 1)
