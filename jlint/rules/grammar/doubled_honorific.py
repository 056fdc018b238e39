"""二重敬語: a word is made honorific twice over."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding, Text
from jlint.rules.contract.base import Bad, Good, Severity
from jlint.rules.helpers.own_words import OwnWordsRule

_PARTS = ("しゃられ", "がられ", "になられ", "各位")
"""Every match of the pack holds one of these."""


class DoubledHonorific(OwnWordsRule):
    """一つの語に敬語の形が二つ重なっている（`おっしゃられる`、`お越しになられる`）。

    丁寧に書いたつもりが、くどく読め、敬語を知らないようにも見える。片方にする。習慣として認められている
    「お見えになる」「お伺いする」「お召し上がりになる」は指摘しない。引用と「」の中は見ない。
    """

    id = "doubled-honorific"
    category = "grammar"
    severity = Severity.INFO
    needs = "しゃられ がられ になられ 各位"
    english = """A word is made honorific twice over, as in 「おっしゃられる」 and 「お越しになられる」.

    Meant to be polite, it reads stilted. Keep one of the two forms. What custom accepts, such as 「お見えになる」 and
    「お伺いする」, is left alone, and so are quotations.
    """
    pack = "doubled-honorific"
    message = Text(
        "「{found}」は敬語の形が二つ重なっています。片方にしてください",
        "{found} is honorific twice over. Keep one of the forms",
    )
    examples = (
        Bad("駅長が⟦おっしゃられ⟧たとおりです。\n"),
        Bad("多くの方が⟦お越しになられ⟧ました。\n"),
        Bad("港の写真を⟦ご覧になられ⟧ましたか。\n"),
        Good("駅長がおっしゃったとおり、多くの方がお越しになりました。\n"),
        Good("お父さんになられた方も、お元気になられた方もいる。\n"),
        Good("「おっしゃられる」は二重敬語だ。\n"),
    )

    def hits(self, document: Document) -> Iterator[Finding]:
        """Reads the pack, which takes time, only where a text can hold one of its words."""
        if any(part in document.prose_text.text for part in _PARTS):
            yield from super().hits(document)
