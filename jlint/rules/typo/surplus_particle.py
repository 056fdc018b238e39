"""A particle too many."""

from __future__ import annotations

from jlint.rules.contract.base import Bad, Good, Severity
from jlint.rules.helpers.typo.slip_rule import SlipRule
from jlint.spelling.slips import FoundSlip, Kind


class SurplusParticle(SlipRule):
    """余分な助詞が入っている。

    書き直したときの消し残し。前後と合わない助詞を指摘する。
    """

    id = "surplus-particle"
    category = "typo"
    severity = Severity.INFO
    kind = Kind.SURPLUS_PARTICLE
    english = """There is a particle too many.

    A rewording left it behind. A particle is reported that doesn't go with what stands around it.
    """
    examples = (
        Bad("新しいファイル⟦を⟧が作成されます。\n", fixed="新しいファイルが作成されます。\n"),
        Bad("この関数は値を⟦が⟧返します。\n", fixed="この関数は値を返します。\n"),
        Good("誰にでも使え、どこからでも呼べる。\n"),
        Good("確認はするが、変更はしない。\n"),
    )

    def ja(self, slip: FoundSlip) -> str:
        return f"助詞「{slip.wrong}」が余分なようです。消してください"

    def en(self, slip: FoundSlip) -> str:
        return f"The particle {slip.wrong} seems to be too much. Drop it"
