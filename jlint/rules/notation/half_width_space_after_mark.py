"""Half-width spaces between an exclamation or question mark and the next sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, doc, replace
from jlint.rules.helpers.notation.prose import JA, prose_of


class HalfWidthSpaceAfterMark(Rule):
    """感嘆符や疑問符の後の空白が半角になっている。

    後に文が続くときは、全角の空白を一つ入れる。半角では次の文との間が詰まって見える。
    """

    id = "half-width-space-after-mark"
    category = "notation"
    severity = None
    english = """The space behind an exclamation or question mark is half-width.

    Where another sentence follows, the mark takes one full-width space. A half-width one looks too narrow.
    """
    examples = (
        Bad("工事が始まった！⟦ ⟧完成は来年だ。\n", fixed="工事が始まった！　完成は来年だ。\n"),
        Bad("本当に！？⟦ ⟧もう？⟦ ⟧「次」は？\n"),
        Bad("本当？ 次は！⟦ ⟧終わり。\n", options={"marks": ["！"]}),
        Good("工事が始まった！　完成は来年だ。なぜ？と問う。\n"),
        Good("本当に！？\n"),
    )

    class Options(RuleOptions):
        marks: Annotated[tuple[str, ...], doc("見る記号。", "The marks that are looked at.")] = ("！", "？")

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        marks = re.escape("".join(self.options.marks))
        if not marks:
            return
        for found in prose_of(document).find(rf"(?<=[{marks}]) +(?={JA}|[「『（])", *self.options.marks):
            span = found.span()
            yield self.finding(
                span,
                ja="感嘆符・疑問符の後の空白が半角です。全角の空白にしてください",
                en="The space behind the mark is half-width; write a full-width one",
                fix=replace(span, "\u3000", ja="全角の空白にする", en="Write a full-width space", safe=True),
            )
