"""A particle that was dropped."""

from __future__ import annotations

from jlint.rules.contract.base import Bad, Good, Severity
from jlint.rules.helpers.typo.slip_rule import SlipRule
from jlint.spelling.slips import FoundSlip, Kind


class MissingParticle(SlipRule):
    """助詞が抜けている。

    書き直したときに消しすぎて起きる。見出しや体言止め、話し言葉で助詞を省くところは、なるべく指摘しない。
    """

    id = "missing-particle"
    category = "typo"
    severity = Severity.INFO
    kind = Kind.MISSING_PARTICLE
    english = """A particle is missing.

    It was deleted along with others in a rewording. Headings and colloquial speech, which do without some particles,
    are left alone as far as can be told.
    """
    examples = (
        Bad("地⟦域よ⟧って言葉が違う。\n", fixed="地域によって言葉が違う。\n"),
        Good("次回公開予定\n"),
        Good("間違いありません。\n"),
        Good("値渡しと参照渡しの違いを確かめる。\n"),
    )

    def ja(self, slip: FoundSlip) -> str:
        return f"助詞「{slip.right}」が抜けているようです。補ってください"

    def en(self, slip: FoundSlip) -> str:
        return f"The particle {slip.right} seems to be missing. Add it"
