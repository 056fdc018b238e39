"""Full-width spaces between words in katakana."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, replace
from jlint.rules.helpers.notation.prose import prose_of

_WIDE_SPACE = "(?<=[ァ-ヶー])\u3000+(?=[ァ-ヶー])"


class FullWidthSpaceInKatakana(Rule):
    """カタカナ語の間に全角の空白がある。

    カタカナ語は中黒（・）か半角の空白で区切る。全角の空白は間が広すぎ、別の語の並びに見える。
    """

    id = "full-width-space-in-katakana"
    category = "notation"
    severity = None
    english = """A full-width space parts words in katakana.

    Such words are parted by 「・」 or by a half-width space. A full-width one is too wide and looks like a list.
    """
    examples = (
        Bad("プロジェクト⟦　⟧マネージャーを置く。\n", fixed="プロジェクト マネージャーを置く。\n"),
        Good("プロジェクト・マネージャーとプロジェクト マネージャーを置く。\n"),
        Good("カタカナ、ヒラガナ、そしてカタカナ　仮名を使う。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for found in prose_of(document).find(_WIDE_SPACE, "\u3000"):
            span = found.span()
            yield self.finding(
                span,
                ja="カタカナ語の間に全角の空白があります。中黒（・）か半角の空白にしてください",
                en="A full-width space parts words in katakana; write ・ or a half-width space",
                fix=replace(span, " ", ja="半角の空白にする", en="Write a half-width space", safe=True),
            )
