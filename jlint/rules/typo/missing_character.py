"""A character that was dropped."""

from __future__ import annotations

from jlint.rules.contract.base import Bad, Good, Severity
from jlint.rules.helpers.typo.slip_rule import SlipRule
from jlint.spelling.slips import FoundSlip, Kind


class MissingCharacter(SlipRule):
    """文字が抜けている。

    打ちもらしや、書き直しの消しすぎで起きる。前後の文字の並びが不自然で、補うと自然になるところを指摘する。
    話し言葉の縮約（書いてる）や、送り仮名を省く書き方（呼出し）は指摘しない。
    """

    id = "missing-character"
    category = "typo"
    severity = Severity.INFO
    kind = Kind.MISSING_CHARACTER
    english = """A character is missing.

    It was not typed, or deleted along with others. A place is reported where the characters in a row are unusual
    and become usual with one added. Contractions of speech and short okurigana are left alone.
    """
    examples = (
        Bad("値を確認することがで⟦きす⟧。\n", fixed="値を確認することができます。\n"),
        Bad("荷物が届いたら連絡して⟦くさ⟧い。\n", fixed="荷物が届いたら連絡してください。\n"),
        Good("書いてる人が呼出しを担当し、分りやすく説明する。\n"),
        Good("ぜひご参加いただき、感想をお聞かせください。\n"),
    )

    def ja(self, slip: FoundSlip) -> str:
        return f"「{slip.right}」が抜けているようです。補ってください"

    def en(self, slip: FoundSlip) -> str:
        return f"{slip.right} seems to be missing. Add it"
