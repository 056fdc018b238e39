"""Directives that suppress nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from jlint.document import Document
from jlint.document.directive import Directive, NamedRule
from jlint.finding import Finding, Fix
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span, Text
from jlint.rules.contract.directive_use import DirectiveUse
from jlint.rules.helpers.directive_removal import removal


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
            "<!-- jlint-disable-next ⟦replacement-character⟧ -->\n\n本文です。\n",
            fixed="本文です。\n",
            alongside=("replacement-character",),
        ),
        Bad("本文です。 ⟦<!-- jlint-disable-line -->⟧\n", fixed="本文です。\n"),
        Bad("⟦<!-- jlint-disable-line -->⟧本文です。\n"),
        Good(
            "<!-- jlint-disable-next replacement-character -->\n\n文字化けの例は「\ufffd」です。\n",
            alongside=("replacement-character",),
        ),
        Good("<!-- jlint-disable-next end-marker -->\n\n動いていないルールの名前は、使われたかどうか分からない。\n"),
    )

    def review(self, directive_use: DirectiveUse) -> Iterator[Finding]:
        unused = list(directive_use.unused())
        names: dict[Span, list[NamedRule]] = defaultdict(list)
        for directive, name in unused:
            if name is not None:
                names[directive.span].append(name)
        fixes: dict[Span, Fix | None] = {}
        for directive, name in unused:
            if directive.span not in fixes:
                fixes[directive.span] = self._fix(directive_use.document, directive, names[directive.span])
            if name is None:
                yield self.finding(
                    directive.span,
                    ja="この jlint コメントで止めている指摘はありません。消してください",
                    en="This jlint comment silences nothing. Remove it",
                    fix=fixes[directive.span],
                )
            else:
                yield self.finding(
                    name.span,
                    ja=f"ここでは {name.name} の指摘は出ていません。コメントからこの名前を消してください",
                    en=f"{name.name} has nothing to say here. Remove the name from the comment",
                    fix=fixes[directive.span],
                )

    def _fix(self, document: Document, directive: Directive, names: list[NamedRule]) -> Fix | None:
        edits = removal(document, directive, names)
        return Fix(Text("止めていない指示を消す", "Remove what silences nothing"), edits, safe=True) if edits else None
