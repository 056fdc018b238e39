"""A kana in the place of another."""

from __future__ import annotations

from jlint.rules.contract.base import Bad, Good
from jlint.rules.helpers.typo.slip_rule import SlipRule
from jlint.spelling.slips import FoundSlip, Kind


class WrongCharacter(SlipRule):
    """仮名を打ち間違えている。

    となりの鍵を打った、似た音と取り違えたなど。前後の文字の並びから、正しい仮名が決まるところを指摘する。
    """

    id = "wrong-character"
    category = "typo"
    severity = None
    kind = Kind.WRONG_CHARACTER
    english = """A kana stands in the place of another.

    A neighbouring key was hit, or a similar sound was typed. A place is reported where the characters around it
    leave one right kana.
    """
    examples = (
        Bad("変更することもで⟦ぎ⟧ます。\n", fixed="変更することもできます。\n"),
        Bad("処理が実行さ⟦わ⟧ます。\n", fixed="処理が実行されます。\n"),
        Good("役割も担い、できうるかぎり支える。\n"),
        Good("つまり、窓際でさえぎられることがある。\n"),
    )

    def ja(self, slip: FoundSlip) -> str:
        return f"「{slip.wrong}」は「{slip.right}」の間違いのようです。確かめてください"

    def en(self, slip: FoundSlip) -> str:
        return f"{slip.wrong} seems to be a slip for {slip.right}. Correct it"
