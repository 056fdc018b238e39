"""Radicals that look like kanji but aren't, as copied from some PDF files."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity, replace

_RADICALS = lazy_pattern("[\u2e80-\u2fdf]+")
_NO_DECOMPOSITION = {
    "⺟": "母",
    "⻄": "西",
    "⻑": "長",
    "⻘": "青",
    "⻝": "食",
    "⻤": "鬼",
    "⻩": "黄",
    "⻫": "斉",
    "⻭": "歯",
    "⻯": "竜",
}


class KangxiRadical(Rule):
    """漢字の代わりに、形の同じ部首の文字（康熙部首）が使われている。

    PDF から写した文章に入りやすい。見た目は同じでも別の文字なので、検索にかからず、字体も変わることがある。
    ふつうの漢字に直す。
    """

    id = "kangxi-radical"
    category = "artifact"
    severity = Severity.WARNING
    needs = "\u2e80-\u2fdf"
    english = """A radical (Kangxi) stands in the place of the kanji that looks like it.

    It comes with text copied from PDF files. It looks the same and is another character: searches miss it, and fonts
    may show it differently. Use the kanji.
    """
    examples = (
        Bad("⟦\u2fa7⟧い橋を渡る。\n", fixed="長い橋を渡る。\n"),
        Bad("港の⟦\u2f42\u2f08⟧が集まる。\n", fixed="港の文人が集まる。\n"),
        Good("長い橋を渡る。港の文人が集まる。\n"),
        Good("部首の「さんずい」は`⺡`と書く。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if document.text.isascii() or not _RADICALS.search(document.alphabet):
            return
        for block in document.prose:
            for match in _RADICALS.finditer(block.text):
                better = "".join(map(_kanji, match[0]))
                span = block.source_span(*match.span())
                if better == match[0] or span.of(document.text) != match[0]:
                    continue
                code = f"U+{ord(match[0][0]):04X}"
                yield self.finding(
                    span,
                    ja=f"部首の文字（{code}）が漢字の代わりに使われています。「{better}」に直してください",
                    en=f"The radical {code} stands for a kanji. Write {better}",
                    fix=replace(span, better, ja=f"「{better}」にする", en=f"Write {better}", safe=True),
                )


def _kanji(character: str) -> str:
    return _NO_DECOMPOSITION.get(character, unicodedata.normalize("NFKC", character))
