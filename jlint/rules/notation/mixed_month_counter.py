"""The ways to write the か of か月 and か所."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, doc, replace
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.notation.prose import own_prose_of
from jlint.rules.helpers.notation.ways import Use, odd_ones

_COUNTED = r"(?<=[0-9０-９一二三四五六七八九十百千数何])(?P<ka>[かヶケカヵ箇ヵ])(?=月(?!曜)|所|国|年|条|村|町)"


class MixedMonthCounter(Rule):
    """「か月」「か所」などの「か」の書き方（か・カ・ヶ・ケ・箇）が混ざっている。

    一つの文書では多いほうにそろえる。公用文や JTF の手引きは「か」と書く。決めているときはオプションで指定する。
    """

    id = "mixed-month-counter"
    category = "notation"
    severity = None
    english = """The 「か」 of 「か月」 and 「か所」 is written in more than one way: 「か」, 「カ」, 「ヶ」, 「箇」.

    One document keeps to the commoner way. Official texts and the JTF guide write 「か」. A house that has settled on
    one says so by the option.
    """
    examples = (
        Bad("工事は3⟨か⟩月、設計は2か月、準備は1⟦ヶ⟧月。\n", fixed="工事は3か月、設計は2か月、準備は1か月。\n"),
        Bad("工事は5⟦ヶ⟧年計画です。\n", fixed="工事は5か年計画です。\n", options={"prefer": "か"}),
        Good("工事は3ヶ月、設計は2ヶ所です。\n"),
        Good("霞ヶ関に3か月通う。\n"),
    )

    class Options(AllowOptions):
        prefer: Annotated[
            Literal["majority", "か", "カ", "ヶ", "ケ", "ヵ", "箇"],
            doc(
                "そろえる先: majority 多いほう（同数なら「か」）、または決めた字。", "The commoner way, or a fixed one."
            ),
        ] = "majority"

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        places = own_prose_of(document).find(_COUNTED, *"かヶケカヵ箇")
        uses = [
            Use(found["ka"], found["ka"], found.span("ka"))
            for found in places
            if not found.is_allowed(self.options.allow)
        ]
        for odd in odd_ones(uses, self.options.prefer, ["か"]):
            span = odd.use.span
            yield self.finding(
                span,
                ja=f"数に付く「{odd.use.text}」は「{odd.right}」にそろえてください",
                en=f"Behind a number write {odd.right} for {odd.use.text}",
                fix=replace(span, odd.right, ja=f"「{odd.right}」にする", en=f"Write {odd.right}", safe=True),
                related=odd.related,
            )
