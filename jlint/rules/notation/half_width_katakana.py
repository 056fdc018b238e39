"""Half-width katakana."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, replace
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.notation.prose import prose_of

_HALF = "[ｦ-ﾟ]+"
_ALONE = {0x3099: "゛", 0x309A: "゜"}
"""Marks without a letter that takes them: combining ones would attach to whatever comes before them."""


class HalfWidthKatakana(Rule):
    """カタカナが半角で書かれている。

    半角のカタカナは読みにくく、検索でも漏れる。全角で書く。強調の中の字は例とみなして見ない。
    """

    id = "half-width-katakana"
    category = "notation"
    severity = None
    english = """Katakana is half-width.

    It is hard to read and a search misses it. Write full-width letters. What is set in emphasis from end to end is an
    example, and left alone.
    """
    examples = (
        Bad("港の⟦ﾊﾞｽ⟧に乗る。\n", fixed="港のバスに乗る。\n"),
        Bad("港の⟦ﾊﾞ⟧\n⟦ｽ⟧で叫ぶ。あ⟦ﾞ⟧！\n", fixed="港のバ\nスで叫ぶ。あ゛！\n"),
        Good("港のバスに乗る。\n"),
        Good("半角の *ﾊﾞｽ* と `ｱ` を示す。\n"),
    )
    Options = AllowOptions
    options: AllowOptions

    def check(self, document: Document) -> Iterator[Finding]:
        prose = prose_of(document)
        for found in prose.find_unbroken(_HALF):
            if found.is_emphasised() or found.is_allowed(self.options.allow):
                continue
            span = found.span()
            better = unicodedata.normalize("NFKC", found[0]).translate(_ALONE)
            yield self.finding(
                span,
                ja=f"「{found[0]}」は半角のカタカナです。全角の「{better}」にしてください",
                en=f"{found[0]} is half-width katakana; write {better}",
                fix=replace(span, better, ja=f"「{better}」にする", en=f"Write {better}", safe=True),
            )
