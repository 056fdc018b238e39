"""Full stops before a closing bracket inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, doc, replace
from jlint.rules.helpers.notation.prose import prose_of


class PeriodBeforeClosingBracket(Rule):
    """文の途中や終わりのかっこの中が、句点で終わっている。

    かっこは前後の文の一部なので、閉じかっこの前に句点は打たない。かっこの前から文が始まっている（かっこで始まる段落
    ではない）ときだけ指摘する。
    """

    id = "period-before-closing-bracket"
    category = "notation"
    severity = None
    english = """Inside a sentence, the text in brackets ends with a full stop.

    What stands in brackets is part of the sentence around it, so no full stop goes before the closing bracket. Only
    brackets with text before them in the same sentence are looked at.
    """
    examples = (
        Bad("市長は「春に始める⟦。⟧」と述べた。\n", fixed="市長は「春に始める」と述べた。\n"),
        Bad("参加は三百人です（家族を含みます⟦。⟧）\n"),
        Good("市長は「春に始める」と述べた（会見で）。\n"),
        Good("「春に始める。」\n"),
        Good("彼は「春だ。次は夏だ」と言った。\n"),
    )

    class Options(RuleOptions):
        brackets: Annotated[tuple[str, ...], doc("見る閉じかっこ。", "The closing brackets looked at.")] = ("」", "）")

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        closing = re.escape("".join(self.options.brackets))
        if not closing:
            return
        for found in prose_of(document).find(
            rf"(?<=[^\0。！？])[「（][^\0「」（）]*(?P<stop>。)[{closing}]", "。」", "。）"
        ):
            span = found.span("stop")
            yield self.finding(
                span,
                ja="閉じかっこの前に句点があります。消してください",
                en="A full stop stands before the closing bracket; remove it",
                fix=replace(span, "", ja="句点を消す", en="Remove the full stop", safe=True),
            )
