"""Labels that announce a continuation, left where the parts of a generated text were joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from jlint.document import Block, BlockKind, Document
from jlint.finding import Finding, Related, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity

_HINTS = ("続き", "つづき", "承前", "ontinue", "ONTINUE", "ont.")
_SHORTEST = 4


class ContinuationLabel(Rule):
    """「（続き）」のような継ぎ足しの印が残っている。

    長い文章を何度かに分けて生成させると、前にあった見出しに「（続き）」を付けたものや、印だけの行が混じる。前の同じ見出しの
    節とまとめるか、印を消す。前に同じ見出しがなければ、連載などで書く「（続き）」とみて指摘しない。
    """

    id = "continuation-label"
    category = "artifact"
    severity = Severity.WARNING
    english = """A label such as (continued) was left where parts of a text were joined.

    A long text that is generated in several goes repeats a heading with such a label, or has a line that is nothing
    but the label. Merge the section with the earlier one of the same heading, or remove the label. Where no earlier
    heading is the same, as in a serial, it is left alone.
    """
    examples = (
        Bad("## ⟨倉庫の歴史⟩\n\n古い話です。\n\n## ⟦倉庫の歴史（続き）⟧\n\nまだ続く話です。\n"),
        Bad("**⟨倉庫の歴史⟩**\n\n古い話です。\n\n**⟦倉庫の歴史 (continued)⟧**\n\nまだ続く話です。\n"),
        Bad("古い話です。\n\n⟦（ここから続き）⟧\n\nまだ続く話です。\n"),
        Bad("古い話です。\n\n⟦[CONTINUED]⟧\n\nまだ続く話です。\n"),
        Good("## 倉庫の歴史（続き）\n\n先週の記事で書き切れなかった話です。\n"),
        Good("## 倉庫の歴史\n\n古い話です。\n\n## 倉庫の未来（続き）\n\n別の話です。\n"),
        Good("（前回の続き）\n\n古い話です。\n\n（続く）\n"),
        Good("手続きの続きは窓口で行います。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if not any(hint in document.text for hint in _HINTS):
            return
        headings: dict[str, Block] = {}
        for block in document.prose:
            text = block.text.strip()
            if block.quoted or not text:
                continue
            if block.kind is BlockKind.HEADING or block.bold:
                yield from self._in_heading(block, text, headings)
                headings.setdefault(_normal(text), block)
            elif block.kind is BlockKind.PARAGRAPH and len(text) < 40 and _alone().fullmatch(text):
                yield self.finding(
                    block.source_span(0, len(block.text)),
                    ja=f"継ぎ足しの印「{text}」が残っています。この行を消し、前後の文章を確かめてください",
                    en=f"The label {text} was left in. Remove this line and check the text around it",
                )

    def _in_heading(self, block: Block, text: str, headings: dict[str, Block]) -> Iterator[Finding]:
        if not any(hint in text for hint in _HINTS):
            return
        match = _labelled().fullmatch(text)
        earlier = headings.get(_normal(match["heading"])) if match else None
        if match is None or earlier is None or len(match["heading"]) < _SHORTEST:
            return
        yield self.finding(
            block.source_span(0, len(block.text)),
            ja=f"見出しに継ぎ足しの印「{match['label']}」が残っています。前にある同じ見出しの節とまとめてください",
            en=f"The label {match['label']} was left in a heading. Merge the section with the one of the same heading",
            related=[Related(earlier.source_span(0, len(earlier.text)), Text("同じ見出しです", "The same heading"))],
        )


def _normal(heading: str) -> str:
    return "".join(heading.split()).rstrip("：:")


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(
        r"(?P<heading>.+?)\s*(?P<label>[（(【\[](?:続き|の続き|つづき|承前|[Cc]ontinued|cont\.)[）)】\]])[：:]?"
    )


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(
        r"[（(【\[](?:(?:ここから|以下、?)?続き|続き(?:は?ここから)|記事の続き|途中から再開)[）)】\]]"
        r"|[（(\[]continu(?:ed|ation)(?: from [a-z ]{1,24})?[）)\]]",
        re.IGNORECASE,
    )
