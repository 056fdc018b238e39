"""Decimal points written as commas."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, replace
from jlint.rules.helpers.notation.prose import prose_of

_DECIMAL = r"(?<![0-9.,A-Za-z])0(?P<comma>,)[0-9]+(?![0-9,])"


class CommaAsDecimalPoint(Rule):
    """小数点がコンマ（0,5）になっている。

    日本語ではコンマは桁の区切りなので、読み手が桁を見誤る。ピリオドで書く。
    """

    id = "comma-as-decimal-point"
    category = "notation"
    severity = None
    english = """A comma stands for the decimal point (0,5).

    In Japanese a comma groups digits, and readers misjudge the number. Write a full stop.
    """
    examples = (
        Bad("誤差は0⟦,⟧25秒だった。\n", fixed="誤差は0.25秒だった。\n"),
        Good("費用は1,000円、誤差は0.25秒だった。\n"),
        Good("点 (1,0,2) と 10,000 を比べる。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for found in prose_of(document).find(_DECIMAL, "0,"):
            span = found.span("comma")
            yield self.finding(
                span,
                ja="小数点がコンマになっています。「.」で書いてください",
                en="The decimal point is a comma; write a full stop",
                fix=replace(span, ".", ja="「.」にする", en="Write a full stop", safe=True),
            )
