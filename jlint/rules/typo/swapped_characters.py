"""Two characters in the wrong order."""

from __future__ import annotations

from jlint.rules.contract.base import Bad, Good, Severity
from jlint.rules.helpers.typo.slip_rule import SlipRule
from jlint.spelling.slips import FoundSlip, Kind


class SwappedCharacters(SlipRule):
    """となり合う文字が入れ替わっている。

    速く打つときに起きる。並びを直すと自然になるところを指摘する。
    """

    id = "swapped-characters"
    category = "typo"
    severity = Severity.INFO
    kind = Kind.SWAPPED_CHARACTERS
    english = """Two neighbouring characters are swapped.

    It comes from typing fast. A place is reported where the characters in the other order are usual.
    """
    examples = (
        Bad("結果を取得するこ⟦がと⟧できます。\n", fixed="結果を取得することができます。\n"),
        Good("もとの値とともに返すこともできる。\n"),
        Good("使用するものとしないものとがある。\n"),
    )

    def ja(self, slip: FoundSlip) -> str:
        return f"「{slip.wrong}」は「{slip.right}」の順が入れ替わったもののようです。直してください"

    def en(self, slip: FoundSlip) -> str:
        return f"{slip.wrong} seems to be {slip.right} with its characters swapped. Correct it"
