"""Dates with 年月日 and dates with slashes, hyphens or full stops."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from jlint.document import Document
from jlint.document.block import BlockKind
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, doc, replace
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.notation.prose import Found, own_prose_of
from jlint.rules.helpers.notation.ways import Use, odd_ones
from jlint.rules.helpers.rewriting import may_replace_number

_DATE = (
    r"(?:19|20)[0-9]{2}(?<![0-9]....)(?:年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日"
    r"|(?P<mark>[/.-])(?P<m>[0-9]{1,2})(?P=mark)(?P<d>[0-9]{1,2})(?![0-9A-Za-z/.-]))"
)
_WAYS = {"/": "slash", "-": "hyphen", ".": "stop", "": "kanji"}
_MARKS = {way: mark for mark, way in _WAYS.items()}


class MixedDateFormat(Rule):
    """日付の書き方（2025年4月1日、2025/4/1）が混ざっている。

    一つの文書では多いほうにそろえる。表の中では短く書くことが多いので、表は見ない。
    """

    id = "mixed-date-format"
    category = "notation"
    severity = None
    english = """Dates are written in more than one way (「2025年4月1日」, 2025/4/1).

    One document keeps to the commoner way. Tables often have the short one, so they are not looked at.
    """
    examples = (
        Bad(
            "⟨2025年4月1日⟩に始まり、2025年9月30日に終わる。次は⟦2026/4/1⟧から。\n",
            fixed="2025年4月1日に始まり、2025年9月30日に終わる。次は2026年4月1日から。\n",
        ),
        Bad("⟦2025年4月1日⟧に始まる。\n", fixed="2025/4/1に始まる。\n", options={"prefer": "slash"}),
        Good("2025年4月1日に始まり、4月30日に終わる。\n"),
        Good("2025年4月1日の版は `2025-04-01` で、版番号は2025.4.1.2です。\n"),
        Good("2025年4月1日の表。\n\n| 日付 |\n| --- |\n| 2025/4/2 |\n"),
    )

    class Options(AllowOptions):
        prefer: Annotated[
            Literal["majority", "kanji", "slash", "hyphen", "stop"],
            doc(
                "そろえる先: majority 多いほう、kanji 年月日、slash /、hyphen -、stop .。",
                "The commoner way, or 年月日, slashes, hyphens or full stops.",
            ),
        ] = "majority"

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        dates: dict[int, Found] = {}
        uses: list[Use] = []
        for found in own_prose_of(document).find(_DATE, "19", "20"):
            block, _ = found.prose.block_at(found.match.start())
            if block.kind is not BlockKind.CELL and not found.is_allowed(self.options.allow):
                span = found.span()
                dates[span.start] = found
                uses.append(Use(_WAYS[found["mark"]], found[0], span))
        for odd in odd_ones(uses, self.options.prefer, ["kanji"]):
            better = _written(dates[odd.use.span.start], odd.right)
            safe = may_replace_number(document, odd.use.span)
            yield self.finding(
                odd.use.span,
                ja=f"日付の書き方が揃っていません。「{better}」と書いてください",
                en=f"The date is written otherwise elsewhere; write {better}",
                fix=replace(odd.use.span, better, ja=f"「{better}」にする", en=f"Write {better}", safe=safe),
                related=odd.related,
            )


def _written(date: Found, way: str) -> str:
    year, month, day = date[0][:4], date["month"] or date["m"], date["day"] or date["d"]
    if way == "kanji":
        return f"{year}年{int(month)}月{int(day)}日"
    return _MARKS[way].join([year, month, day])
