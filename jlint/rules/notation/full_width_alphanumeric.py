"""Full-width digits and Latin letters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from jlint.compiled import compiled
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, doc, replace
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.notation.prose import prose_of

_KINDS = {"digits": "[０-９]+(?:[，．][０-９]+)*", "letters": "[Ａ-Ｚａ-ｚ]+"}
_ANY = "[０-９Ａ-Ｚａ-ｚ]"
_TO_HALF = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)}


class FullWidthAlphanumeric(Rule):
    """数字や英字が全角で書かれている。

    半角の英数字と混ざると、検索や並べ替えで別の文字になる。横書きでは半角で書く。強調の中の記号は例とみなして見ない。
    """

    id = "full-width-alphanumeric"
    category = "notation"
    severity = None
    english = """A digit or Latin letter is full-width.

    To a search or a sort it is another character than the half-width one. In horizontal text write half-width ones.
    What is set in emphasis from end to end is an example, and left alone.
    """
    examples = (
        Bad("会費は⟦３，０００⟧円です。\n", fixed="会費は3,000円です。\n"),
        Bad("港の⟦ＡＰＩ⟧を使う。\n", fixed="港のAPIを使う。\n"),
        Bad("連絡先は⟦０３⟧\n⟦１２３⟧**⟦４⟧番**です。\n", fixed="連絡先は03\n123**4番**です。\n"),
        Good("会費は3,000円で、API を使う。\n"),
        Good("全角の *Ａ* と `３` を示す。\n"),
        Good("Ａ席に座る。\n", options={"kinds": ["digits"]}),
    )

    class Options(AllowOptions):
        kinds: Annotated[
            tuple[Literal["digits", "letters"], ...],
            doc("見るもの: digits 数字、letters 英字。", "What is looked at: digits, letters."),
        ] = ("digits", "letters")

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        pattern = "|".join(_KINDS[kind] for kind in self.options.kinds)
        if not pattern or not compiled(_ANY).search(prose_of(document).text):
            return
        prose = prose_of(document)
        for found in prose.find_unbroken(pattern):
            if found.is_emphasised() or found.is_allowed(self.options.allow):
                continue
            span = found.span()
            better = found[0].translate(_TO_HALF)
            yield self.finding(
                span,
                ja=f"「{found[0]}」は全角です。半角の「{better}」にしてください",
                en=f"{found[0]} is full-width; write {better}",
                fix=replace(span, better, ja=f"「{better}」にする", en=f"Write {better}", safe=True),
            )
