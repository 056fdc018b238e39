"""Kanji that are read alike, in the wrong place."""

from __future__ import annotations

from jlint.rules.contract.base import Bad, Good
from jlint.rules.helpers.typo.slip_rule import SlipRule
from jlint.spelling.slips import FoundSlip, Kind


class WrongKanji(SlipRule):
    """同じ読みの別の漢字に変換されている。

    変換のときに候補を選び間違えたもの。前後の語から、正しい漢字が決まるところを指摘する。
    """

    id = "wrong-kanji"
    category = "typo"
    severity = None
    kind = Kind.WRONG_KANJI
    english = """Kanji that are read the same stand in the place of others.

    The wrong one was chosen in conversion. A place is reported where the words around it leave one right way to
    write it.
    """
    examples = (
        Bad("変数を⟦仕様⟧します。\n", fixed="変数を使用します。\n"),
        Bad("浮動⟦少数⟧点数を使います。\n", fixed="浮動小数点数を使います。\n"),
        Good("これ以外の値は意外に少ない。\n"),
        Good("仕様に従って使用する。別の機関に期間を尋ねる。\n"),
    )

    def ja(self, slip: FoundSlip) -> str:
        return f"「{slip.wrong}」は「{slip.right}」の変換間違いのようです。確かめてください"

    def en(self, slip: FoundSlip) -> str:
        return f"{slip.wrong} seems to be chosen for {slip.right} in conversion. Correct it"
