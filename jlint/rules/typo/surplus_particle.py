"""A particle too many."""

from __future__ import annotations

from jlint.rules.base import Bad, Good
from jlint.rules.typo._slip_rule import SlipRule
from jlint.rules.typo.slips import FoundSlip, Kind


class SurplusParticle(SlipRule):
    """余分な助詞が入っている。

    書き直したときの消し残し。前後と合わない助詞を指摘する。
    """

    id = "surplus-particle"
    category = "typo"
    severity = None
    kind = Kind.SURPLUS_PARTICLE
    english = """There is a particle too many.

    A rewording left it behind. A particle is told that doesn't go with what stands around it.
    """
    examples = (
        Bad("このメソッドは値を⟦の⟧返します。\n", fixed="このメソッドは値を返します。\n"),
        Bad("新しい値⟦が⟧を返します。\n", fixed="新しい値を返します。\n"),
        Good("誰にでも使え、どこからでも呼べる。\n"),
        Good("確認はするが、変更はしない。\n"),
    )

    def ja(self, slip: FoundSlip) -> str:
        return f"助詞「{slip.wrong}」が余分なようです。消してください"

    def en(self, slip: FoundSlip) -> str:
        return f"The particle {slip.wrong} seems to be too much. Drop it"
