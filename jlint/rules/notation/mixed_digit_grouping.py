"""Large numbers with and without commas in one text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding, Related, Text
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, Span, doc, replace
from jlint.rules.helpers.link_block import is_link
from jlint.rules.helpers.rewriting import may_replace_number

_LARGE = "万億兆"
_COUNTED = "[円元人名件社個台本枚回店校冊部頭匹棟戸株票語字行点歩軒席羽隻杯袋]|(?:ドル|ユーロ|ウォン)(?![ァ-ヺー])"
_MEASURED = (
    "(?:(?:キロ|ミリ|センチ)?(?:メートル|グラム|リットル)|ピクセル|キロ|トン|カロリー|キロカロリー|バイト|ポイント|ヘルツ|ワット"
    "|ページ|世帯)(?![ァ-ヺー])|(?:px|mm|cm|km|kg|mg|mL|kcal|kWh|[KMGT]B)(?![A-Za-z0-9])"
)
"""Units of measurement; each is judged by itself, for a screen of 1920 px stands beside 1,200円 by custom."""
_NUMBER = lazy_pattern(
    rf"(?P<digits>[0-9](?<![0-9A-Za-z.,\-/．，][0-9])(?:[0-9]{{0,2}}(?:,[0-9]{{3}})+|[0-9]{{3,}}))"
    rf"(?=(?P<unit>[{_LARGE}]|{_COUNTED})|(?:[ ]?[x×〜~][ ]?[0-9,]+)*[ ]?(?P<measured>{_MEASURED}))"
)
"""A digit comes first, because a search for such a pattern skips all else quickly."""


class _Number(Struct, frozen=True):
    span: Span
    digits: str

    @property
    def grouped(self) -> bool:
        return "," in self.digits


class MixedDigitGrouping(Rule):
    """一つの文書に、桁を区切った数（`2,000億`）と区切らない数（`6000億`）が混ざっている。

    書き方が揺れると、読み手は桁を見誤る。多いほうにそろえる。「万・億・兆」の付く数と付かない数は別々に、「ピクセル」
    「キログラム」のような単位の付く数は単位ごとに数える。型番や年のように、何を数えたのか分からない数は見ない。
    """

    id = "mixed-digit-grouping"
    category = "notation"
    severity = Severity.WARNING
    needs = ","
    english = """A text writes large numbers with commas (2,000) in one place and without (6000) in another.

    Readers misjudge a number whose notation changes. The rarer way is marked. Numbers before 「万・億・兆」 and all
    others are judged apart, and so is each unit of measurement. Numbers that count nothing that is named, such as years
    and the names of models, are left alone.
    """
    examples = (
        Bad(
            "売上は⟨2,400⟩億円、利益は⟦1300⟧億円だった。\n",
            fixed="売上は2,400億円、利益は1,300億円だった。\n",
        ),
        Bad(
            "参加者は⟨3000⟩人で、前回は2500人、初回は⟦1,200⟧人だった。\n",
            fixed="参加者は3000人で、前回は2500人、初回は1200人だった。\n",
        ),
        Bad(
            "画像は⟨1,200⟩×⟦4000⟧ ピクセルで書き出す。\n",
            fixed="画像は1,200×4,000 ピクセルで書き出す。\n",
        ),
        Good("画面の幅は1920ピクセル、値段は12,000円だった。\n"),
        Good("売上は2,400億円、利益は1,300億円だった。\n"),
        Good("投資は3000億円で、参加費は1,500円だった。\n"),
        Good("2025年の売上は2,400億円で、型番は RTX-5000 番台だった。\n"),
        Good("売上は `1300億` と書かず、2,400億円と書く。\n"),
        Good("参加者は4000人で、会費は5000円だった。\n"),
        Good("売上は2,400億円だった。\n\n- [利益は1300億円](https://example.com/a)\n"),
    )

    class Options(RuleOptions):
        prefer: Annotated[
            Literal["majority", "grouped", "plain"],
            doc(
                "混ざっているときにそろえる先: majority 多いほう（同数なら区切る）、grouped 区切る、plain 区切らない。",
                "Which way is right where both occur: the more frequent (grouped if equal), grouped or plain.",
            ),
        ] = "majority"

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        large: list[_Number] = []
        others: list[_Number] = []
        measured: dict[str, list[_Number]] = {}
        for block in document.prose:
            if block.quoted or is_link(block, document.text):
                continue
            for match in _NUMBER.finditer(block.text):
                if match["measured"]:
                    kind = measured.setdefault(match["measured"], [])
                else:
                    kind = large if match["unit"] in _LARGE else others
                kind.append(_Number(block.source_span(*match.span("digits")), match["digits"]))
        yield from self._mixed(large, document)
        yield from self._mixed(others, document)
        for numbers in measured.values():
            yield from self._mixed(numbers, document)

    def _mixed(self, numbers: list[_Number], document: Document) -> Iterator[Finding]:
        grouped = [number for number in numbers if number.grouped]
        plain = [number for number in numbers if not number.grouped]
        if not grouped or not plain:
            return
        keep_grouped = self.options.prefer == "grouped" or (
            self.options.prefer == "majority" and len(grouped) >= len(plain)
        )
        kept, changed = (grouped, plain) if keep_grouped else (plain, grouped)
        for number in changed:
            better = _written(number.digits, grouped=keep_grouped)
            safe = may_replace_number(document, number.span)
            yield self.finding(
                number.span,
                ja=f"「{number.digits}」は「{kept[0].digits}」などと桁区切りが揃っていません。「{better}」と書いてください",
                en=f"{number.digits} is not written like {kept[0].digits} and others here; write {better}",
                fix=replace(number.span, better, ja=f"「{better}」にする", en=f"Write {better}", safe=safe),
                related=[Related(kept[0].span, Text("もう一つの書き方", "the other way"))],
                group=self.id,
            )


def _written(digits: str, *, grouped: bool) -> str:
    number = digits.replace(",", "")
    if not grouped:
        return number
    head = len(number) % 3
    groups = [number[:head], *(number[i : i + 3] for i in range(head, len(number), 3))]
    return ",".join(group for group in groups if group)
