"""Two or more spaces between words."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, replace
from jlint.rules.helpers.allow import AllowOptions, allowed

_SPACES = lazy_pattern(r"(?<=[^\s|]) {2,}(?=[^\s|])")


class DoubledSpace(Rule):
    """語の間に空白が二つ以上続いている。

    Markdown では一つに詰めて表示される。一つにする。行頭の字下げ、行末、コードは見ない。
    """

    id = "doubled-space"
    category = "notation"
    severity = None
    english = """Two spaces or more stand between words.

    Markdown shows them as one. Write one. The start and the end of a line, and code, are not looked at.
    """
    examples = (
        Bad("新しい⟦  ⟧API を使う。\n", fixed="新しい API を使う。\n"),
        Good("新しい API を使う。  \n次の行です。\n"),
        Good("`a  b` と書く。\n"),
        Good("A  B と書く。\n", options={"allow": ["A  B"]}),
    )
    Options = AllowOptions
    options: AllowOptions

    def check(self, document: Document) -> Iterator[Finding]:
        allow = allowed(self.options.allow)
        for block in document.prose:
            if "  " not in block.text:
                continue
            for match in _SPACES.finditer(block.text):
                if allow.covers(block.text, *match.span()):
                    continue
                span = block.source_span(*match.span())
                yield self.finding(
                    span,
                    ja="空白が二つ以上続いています。一つにしてください",
                    en="There is more than one space. Write one",
                    fix=replace(span, " ", ja="一つにする", en="Write one", safe=True),
                )
