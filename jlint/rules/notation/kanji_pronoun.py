"""Pronouns written in kanji."""

from __future__ import annotations

from collections.abc import Sequence

from jlint.finding import Text
from jlint.rules.contract.base import Bad, Good, Rule
from jlint.rules.helpers.notation.house_rules import ONE_WAY, with_preferred
from jlint.rules.helpers.pack import PackRule


class KanjiPronoun(PackRule):
    """ひらがなで書くと読みやすい代名詞が、漢字で書かれている（此処、貴方）。

    読めない読者がいて、文も重くなる。ひらがなで書く。
    """

    id = "kanji-pronoun"
    category = "notation"
    severity = None
    heeds = (ONE_WAY,)
    english = """A pronoun that reads better in kana is written in kanji (「此処」, 「貴方」).

    Not every reader can read it, and the text looks heavy. Write kana.
    """
    pack = "kanji-pronoun"
    message = Text(
        "代名詞の「{found}」は、ひらがなで「{better}」と書いてください",
        "The pronoun {found} is better in kana; write {better}",
    )
    examples = (
        Bad("⟦此処⟧から⟦何処⟧へ行くのか。\n", fixed="ここからどこへ行くのか。\n"),
        Good("ここからどこへ行くのか。\n"),
        Good("彼の船で御前崎へ行く。\n"),
    )

    def beside(self, others: Sequence[Rule]) -> Rule:
        return with_preferred(self, others)
