"""A closing bracket in a title that nothing opens."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity
from jlint.rules.helpers.front_matter.text_field import text_fields
from jlint.rules.helpers.notation.pairs import pairing

_PAIRS = ("「」", "『』", "（）", "【】", "〈〉", "《》")
_CLOSING = "」』）】〉》"


class UnopenedBracketInTitle(Rule):
    """題名に、開き括弧のない閉じ括弧がある。

    題名の前の部分が失われた跡であることが多い。開き括弧を補うか、閉じ括弧を消す。閉じられていない開き括弧は
    unclosed-bracket が見る。
    """

    id = "unopened-bracket-in-title"
    category = "front-matter"
    severity = Severity.WARNING
    needs_in_front_matter = "」 』 ） 】 〉 》"
    told_with = ("glued-title-template", "title-cut-off", "excerpt-same-as-title", "excerpt-cut-off", "repeated-title")
    english = """A title has a closing bracket that nothing opens.

    Often the part before it was lost. Add the opening bracket or remove this one. Brackets that are never closed are
    told by unclosed-bracket.
    """
    examples = (
        Bad("---\ntitle: 夜の図書館⟦」⟧を歩く\n---\n\n本文です。\n"),
        Bad('---\ntitle: "本棚と司書⟦）⟧の一日"\n---\n\n本文です。\n'),
        Good("---\ntitle: 「夜の図書館（前編）」を歩く\n---\n\n本文です。\n"),
        Good("---\ntitle: 1) 夜の図書館（町の本棚)を歩く\n---\n\n本文です。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for title in text_fields(document, ("title",)):
            if not any(bracket in title.text for bracket in _CLOSING):
                continue
            for offset, opener in pairing(_PAIRS, False).unpaired(title.text).closing:
                bracket = title.text[offset]
                yield self.finding(
                    title.place(offset, offset + 1),
                    ja="題名の閉じ括弧に対応する開き括弧がありません。開き括弧を補うか、閉じ括弧を消してください",
                    en=f"{bracket} in the title closes nothing. Add {opener} or remove it",
                    problem="title",
                )
