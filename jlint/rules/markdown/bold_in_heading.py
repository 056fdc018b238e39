"""Bold letters inside a heading, which is bold already."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.compiled import lazy_pattern
from jlint.document import BlockKind, Document
from jlint.finding import Edit, Finding, Fix, Text
from jlint.rules.contract.base import Bad, Good, Rule, Span
from jlint.rules.helpers.allow import AllowOptions, allowed
from jlint.rules.helpers.markdown.accidental import is_accidental
from jlint.rules.helpers.markdown.markup import markup_of

_BOLD = lazy_pattern(r"(\*\*|__)(?=\S)(?P<inner>[^*_\n]+?)(?<=\S)\1")


class BoldInHeading(Rule):
    """見出しの中に太字がある。

    見出しはそれだけで目立つので、重ねて強調すると、どこが大事か分からなくなる。太字の記号を消す。
    """

    id = "bold-in-heading"
    category = "markdown"
    severity = None
    english = """There are bold letters in a heading.

    A heading stands out by itself; emphasis on top of it hides what matters. Remove the marks.
    """
    examples = (
        Bad("## 港の⟦**再開発**⟧とは\n\n本文です。\n", fixed="## 港の再開発とは\n\n本文です。\n"),
        Good("## 港の再開発とは\n\n**本文**です。\n"),
        Good("**本文**です。\n---\n"),
        Good("## `**kwargs**` の使い方\n\n本文です。\n"),
    )
    Options = AllowOptions
    options: AllowOptions

    def check(self, document: Document) -> Iterator[Finding]:
        allow = allowed(self.options.allow)
        for block in document.prose:
            if block.kind is not BlockKind.HEADING or is_accidental(block, document):
                continue
            markup = markup_of(block, document)
            for match in _BOLD.finditer(markup):
                if match["inner"] not in block.text or allow.covers(markup, *match.span()):
                    continue
                start, end = block.span.start + match.start(), block.span.start + match.end()
                marks = (Edit(Span(start, start + 2), ""), Edit(Span(end - 2, end), ""))
                yield self.finding(
                    Span(start, end),
                    ja="見出しの中に太字があります。太字の記号を消してください",
                    en="There is bold type in this heading. Remove the marks",
                    fix=Fix(Text("太字をやめる", "Remove the marks"), marks, safe=False),
                )
