"""A character too many."""

from __future__ import annotations

from jlint.rules.contract.base import Bad, Good, Severity
from jlint.rules.helpers.typo.slip_rule import SlipRule
from jlint.spelling.slips import FoundSlip, Kind


class SurplusCharacter(SlipRule):
    """余分な文字が入っている。

    書き直しの消し残しや、打ち間違いで起きる。前後の文字の並びが不自然で、消すと自然になるところを指摘する。
    """

    id = "surplus-character"
    category = "typo"
    severity = Severity.INFO
    kind = Kind.SURPLUS_CHARACTER
    english = """There is a character too many.

    A rewording left it behind, or it was typed by mistake. A place is reported where the characters in a row are
    unusual and become usual without it.
    """
    examples = (
        Bad("値を取得しま⟦た⟧す。\n", fixed="値を取得します。\n"),
        Bad("エラーが発生します⟦た⟧。\n", fixed="エラーが発生します。\n"),
        Good("この道具はとても良いよ。使えるのかな。\n"),
        Good("次のような場合に、お互いの考えを伝える。\n"),
    )

    def ja(self, slip: FoundSlip) -> str:
        return f"「{slip.wrong}」が余分なようです。消してください"

    def en(self, slip: FoundSlip) -> str:
        return f"{slip.wrong} seems to be too much. Drop it"
