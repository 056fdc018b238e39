"""Marks by which a generator points to its sources, and which lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding, Fix
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span, replace
from jlint.rules.helpers.artifact.instructions import is_instructions
from jlint.rules.helpers.artifact.quoted import is_quoted

_HINTS = ("†", "‡", "cite", "turn", "[doc", "知識ベース", "ナレッジ", "検索結果", "コンテキスト", "ource", "nowledge")


class CitationStub(Rule):
    """生成ツールが出典に付けた印（「【4:0†source】」など）が残っている。

    ツールの画面でだけ働く印で、読者にはどこも指さない。印を消し、要るなら本当の出典を書く。「知識ベースより」のような、
    ツールに渡した資料を指す札も同じ。
    """

    id = "citation-stub"
    category = "artifact"
    severity = Severity.ERROR
    needs = "† ‡ cite turn [doc 知識ベース ナレッジ 検索結果 コンテキスト ource nowledge"
    supersedes = ("private-use-character",)
    english = """A mark by which a generator points to its sources was left in.

    Such marks work in the tool's own window only and lead readers nowhere. Remove them, and name the real source where
    one is needed. The same goes for labels of the documents that the tool was given.
    """
    examples = (
        Bad("受注は二割増えた⟦【4:0†source】⟧。\n", fixed="受注は二割増えた。\n"),
        Bad("受注は二割増えた⟦\ue200cite\ue202turn0search1\ue202turn2news4\ue201⟧。\n", fixed="受注は二割増えた。\n"),
        Bad("受注は二割増えた。⟦:contentReference[oaicite:2]{index=2}⟧\n", fixed="受注は二割増えた。\n"),
        Bad("受注は二割増えた⟦[cite: 1, 3]⟧。\n", fixed="受注は二割増えた。\n"),
        Bad("受注は二割増えた⟦（知識ベースより）⟧。\n"),
        Bad("受注は二割増えた⟦【検索結果3】⟧。\n"),
        Good("受注は二割増えた【注1】。社内の知識ベース（ナレッジベース）を使う。\n"),
        Good("論文には \\cite や [1] で出典を示す。\n"),
        Good("印は `【4:0†source】` や「【1†source】」の形をしている。\n"),
        Good("【検索結果の見方】\n\n上から順に見る。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if is_instructions(document.path):
            return
        for block in document.prose_text.blocks_with(_HINTS):
            for stub in _stub().finditer(block.text):
                if is_quoted(block.text, stub.start()):
                    continue
                span = block.source_span(*stub.span())
                yield self.finding(
                    span,
                    ja=f"生成ツールの出典の印「{_shown(stub[0])}」が残っています。消して、要るなら本当の出典を書いてください",
                    en=f"A generator's mark {_shown(stub[0])} was left in. Remove it, and name the real source",
                    fix=None if stub["label"] else _removal(document, span, stub[0]),
                )


def _shown(stub: str) -> str:
    bare = "".join(char for char in stub if char.isprintable())
    return bare if len(bare) <= 32 else bare[:31] + "…"


def _removal(document: Document, span: Span, stub: str) -> Fix | None:
    """None if the stub is the text of a link, or has markup inside it."""
    if document.text[span.end : span.end + 2] == "](" or span.of(document.text) != stub:
        return None
    return replace(span, "", ja="印を消す", en="Remove the mark", safe=True)


@cache
def _stub() -> re.Pattern[str]:
    return lazy_pattern(
        r"""
          【\d{1,3}(?::\d{1,3})?[†‡][^【】\n]{0,80}】
        | \ue200?(?:file)?cite(?:[\ue202]?turn\d{1,3}[a-z]{3,10}\d{1,3})+\ue201?
        | \bturn\d{1,3}(?:search|view|news|fetch|image|file|academia)\d{1,3}\b
        | :?contentReference\[oaicite:\d{1,3}\](?:\{index=\d{1,3}\})?
        | \[?oai_?cit(?:e|ation)[:：]\d{1,3}[^\[\]\s]{0,60}\]?
        | \[cite(?:_start|_end|:\s*\d{1,3}(?:\s*,\s*\d{1,3})*)\]
        | \[doc\d{1,2}\]
        | (?P<label>
            [【\[（(](?:知識ベース|ナレッジベース|コンテキスト|[Kk]nowledge[ ][Bb]ase)
              (?:より|から|参照|による|\s?[:：#]?\s?\d{1,3})[】\]）)]
          | [【\[](?:検索結果|[Ss]ource|[Ss]earch[ ][Rr]esult)\s?[:：#]?\s?\d{1,3}[】\]]
          )
        """,
        re.VERBOSE,
    )
