"""A particle in the place of another."""

from __future__ import annotations

from jlint.rules.contract.base import Bad, Good
from jlint.rules.helpers.typo.slip_rule import SlipRule
from jlint.spelling.slips import FoundSlip, Kind


class WrongParticle(SlipRule):
    """助詞を取り違えている。

    書き直したときに、前の形の助詞が残ったもの。前後の語と合う助詞が一つに決まるところを指摘する。
    """

    id = "wrong-particle"
    category = "typo"
    severity = None
    kind = Kind.WRONG_PARTICLE
    english = """A particle stands in the place of another.

    It fitted the sentence before a rewording. A place is reported where the words around it leave one right particle.
    """
    examples = (
        Bad("時間に余裕を持って出る必要⟦を⟧ある。\n", fixed="時間に余裕を持って出る必要がある。\n"),
        Bad("これ⟦の⟧より、値が自動的に更新されます。\n", fixed="これにより、値が自動的に更新されます。\n"),
        Good("役割も担い、値も返す。\n"),
        Good("私の書いた関数と、人が書いた関数とを比べる。\n"),
    )

    def ja(self, slip: FoundSlip) -> str:
        return f"助詞「{slip.wrong}」は「{slip.right}」の間違いのようです。確かめてください"

    def en(self, slip: FoundSlip) -> str:
        return f"The particle {slip.wrong} seems to be a slip for {slip.right}. Correct it"
