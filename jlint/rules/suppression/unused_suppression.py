"""Directives that suppress nothing."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity
from jlint.rules.contract.directive_use import DirectiveUse


class UnusedSuppression(Rule):
    """jlint のコメントに、もう止めている指摘がない。

    直した後に残ったコメントは、次に入る同じ誤りを隠してしまう。コメントか、その中の名前を消す。
    """

    id = "unused-suppression"
    category = "suppression"
    severity = Severity.WARNING
    needs = None
    reviews = True
    english = """A jlint comment silences nothing any more.

    Left behind after a repair, it would hide the next defect of the same kind. Remove the comment or the name in it.
    """
    examples = (
        Bad(
            "<!-- jlint-disable-next ⟦replacement-character⟧ -->\n\n本文です。\n", alongside=("replacement-character",)
        ),
        Bad("⟦<!-- jlint-disable-line -->⟧本文です。\n"),
        Good(
            "<!-- jlint-disable-next replacement-character -->\n\n文字化けの例は「\ufffd」です。\n",
            alongside=("replacement-character",),
        ),
        Good("<!-- jlint-disable-next end-marker -->\n\n動いていないルールの名前は、使われたかどうか分からない。\n"),
    )

    def review(self, directive_use: DirectiveUse) -> Iterator[Finding]:
        for directive, name in directive_use.unused():
            if name is None:
                yield self.finding(
                    directive.span,
                    ja="この jlint コメントで止めている指摘はありません。消してください",
                    en="This jlint comment silences nothing. Remove it",
                )
            else:
                yield self.finding(
                    name.span,
                    ja=f"ここでは {name.name} の指摘は出ていません。コメントからこの名前を消してください",
                    en=f"{name.name} has nothing to say here. Remove the name from the comment",
                )
