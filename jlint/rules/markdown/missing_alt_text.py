"""Images without a text for those who don't see them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.document.code_regions import CodeRegions
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Span

_IMAGE = lazy_pattern(
    r"(?<!\\)!\[\s*\][(\[]|<img\b(?P<attributes>(?:[^<>\"']|\"[^\"]{0,2000}\"|'[^']{0,2000}'){0,2000}+)>", re.IGNORECASE
)
_ALT = lazy_pattern(r"(?:\A|[\s\"'])alt(?:\s*=|[\s/]|\Z)", re.IGNORECASE)


class MissingAltText(Rule):
    """画像に代わりの文字がない。

    画面の読み上げや、画像が出ないときに、何の画像か伝わらない。![ ] の中か alt に、画像の表すことを書く。飾りの画像は
    HTML で alt="" とする。
    """

    id = "missing-alt-text"
    category = "markdown"
    severity = None
    english = """An image has no text that stands for it.

    Whoever has the page read aloud, or gets no images, can't know what it shows. Say that in ![ ] or in `alt`. An image
    that is mere decoration has alt="" in HTML.
    """
    examples = (
        Bad("倉庫の写真です。\n\n⟦![](harbour.jpg)⟧\n"),
        Bad('⟦<img src="harbour.jpg" width="400">⟧\n'),
        Bad("⟦![][harbour]⟧\n\n[harbour]: harbour.jpg\n"),
        Good("![港の倉庫](harbour.jpg)\n"),
        Good('<img src="line.png" alt="">\n'),
        Good("`![](harbour.jpg)` と書く。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        if "![" not in text and "<img" not in text and "<IMG" not in text:
            return
        code = CodeRegions(text)
        indented = iter([block.span for block in document.blocks if block.kind == "code"])
        current = next(indented, None)
        for match in _IMAGE.finditer(text, document.body.start):
            while current and current.end <= match.start():
                current = next(indented, None)
            if (current and current.start <= match.start()) or code.around(match.start()) is not None:
                continue
            attributes = match["attributes"]
            if attributes is None or not _ALT.search(attributes):
                yield self.finding(
                    Span(match.start(), _end(match)),
                    ja="画像に代わりの文字がありません。何の画像かを書いてください",
                    en="This image has no text that stands for it. Say what it shows",
                )


def _end(match: re.Match[str]) -> int:
    """Where the image ends, or its line does."""
    if match["attributes"] is not None:
        return match.end()
    closing = {"(": ")", "[": "]"}[match[0][-1]]
    line_end = match.string.find("\n", match.end())
    end = match.string.find(closing, match.end(), line_end if line_end >= 0 else len(match.string))
    return end + 1 if end >= 0 else match.end()
