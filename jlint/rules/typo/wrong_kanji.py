"""Kanji that are read alike, in the wrong place."""

from __future__ import annotations

from jlint.rules.base import Bad, Good
from jlint.rules.typo._slip_rule import SlipRule
from jlint.rules.typo.slips import FoundSlip, Kind


class WrongKanji(SlipRule):
    """同じ読みの別の漢字に変換されている。

    変換のときに候補を選び間違えたもの。前後の語から、正しい漢字が決まるところを指摘する。
    """

    id = "wrong-kanji"
    category = "typo"
    severity = None
    kind = Kind.WRONG_KANJI
    english = """Kanji that are read the same stand in the place of others.

    The wrong one was chosen in conversion. A place is told where the words around it leave one right way to write it.
    """
    examples = (
        Bad("値を変⟦攻⟧する必要があります。\n", fixed="値を変更する必要があります。\n"),
        Bad("サーバーを⟦機⟧動します。\n", fixed="サーバーを起動します。\n"),
        Good("これ以外の値は意外に少ない。\n"),
        Good("仕様に従って使用する。別の機関に期間を尋ねる。\n"),
    )

    def ja(self, slip: FoundSlip) -> str:
        return f"「{slip.wrong}」は「{slip.right}」の変換間違いのようです。直してください"

    def en(self, slip: FoundSlip) -> str:
        return f"{slip.wrong} seems to be chosen for {slip.right} in conversion. Correct it"
