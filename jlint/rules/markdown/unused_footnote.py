"""Footnotes that no mark leads to."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity
from jlint.rules.helpers.markdown.footnotes import definitions, named


class UnusedFootnote(Rule):
    """脚注の文に、本文の印がない。

    ほとんどのサイトでは、印のない脚注は表示されず、書いたことが読者に届かない。本文に印を入れるか、脚注でない形で書くか、
    消す。
    """

    id = "unused-footnote"
    category = "markdown"
    severity = Severity.WARNING
    needs = "[^"
    english = """No mark in the text leads to this footnote.

    Most engines don't show such a footnote at all, so that readers never see it. Put its mark into the text, write it
    as something else than a footnote, or remove it.
    """
    examples = (
        Bad("倉庫は古い[^1]。\n\n[^1]: 明治のもの。\n⟦[^2]⟧: 壁は土。\n"),
        Bad("倉庫は古い。\n\n⟦[^age]⟧: 明治のもの。\n"),
        Good("倉庫は古い[^1]。\n\n[^1]: 明治のもの。\n"),
        Good("倉庫は古い[^Age]。\n\n[^age]: 明治のもの[^more]。\n\n[^more]: 台帳による。\n"),
        Good("```\n[^1]: 明治のもの。\n```\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        found = definitions(document)
        used = named(document) if found else frozenset()
        for definition in found:
            if definition.label not in used:
                label = definition.mark.of(document.text)[len("[^") : -len("]")]
                yield self.finding(
                    definition.mark,
                    ja=f"本文に脚注 {label} の印がないので、この脚注は表示されません。印を入れるか、消してください",
                    en=f"The text has no mark of {label}, so this footnote isn't shown. Put the mark or remove it",
                )
