"""Headings without a space behind their marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jlint.compiled import lazy_pattern
from jlint.document import BlockKind, Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span, replace
from jlint.rules.helpers.markdown.outside_code import matches_in_prose

_LINE = lazy_pattern(
    r"(?P<marks>\#(?:(?<=[\r\n]\#)|(?<=[\r\n] \#)|(?<=[\r\n]  \#)|(?<=[\r\n]   \#)|(?<=\A\#)|(?<=\A \#)|(?<=\A  \#)"
    r"|(?<=\A   \#))\#{0,5})(?P<blank>\u3000*)(?![\s#])"
    r"(?=[^\W_]|[「『【（(*`&\[\U0001f300-\U0001faff])(?P<text>[^\r\n]*)"
)
_JAPANESE = lazy_pattern("[ぁ-んァ-ヶ一-鿿]")
_LOWEST_ALONE = 2
"""One # alone may begin a hashtag."""


class HeadingWithoutSpace(Rule):
    """見出しの # のすぐ後に空白がなく、# がそのまま表示される。

    Markdown の見出しには、# と文字の間に半角の空白がいる。全角の空白は空白と見なされない。見出しは一つの段落になり、
    目次にも出ない。空白を入れる。一つの # はハッシュタグかもしれないので、## の行もある文書でだけ見る。MkDocs は空白が
    なくても見出しにする。方言が分からないファイルでは指摘しない。
    """

    id = "heading-without-space"
    category = "markdown"
    severity = Severity.WARNING
    needs = "##"
    english = """A heading has no space behind its #, which is shown as it is.

    Markdown wants a space between the marks and the text, an ASCII one. Without it the line is a paragraph that begins
    with # and is in no table of contents. Put a space. One # may begin a hashtag, so it counts only in a text that has
    such lines with ##. MkDocs makes a heading all the same. Nothing is reported where the dialect isn't known.
    """
    examples = (
        Bad("⟦##⟧港の倉庫\n\n倉庫は古い。\n", fixed="## 港の倉庫\n\n倉庫は古い。\n"),
        Bad("⟦###⟧　港の倉庫\n\n倉庫は古い。\n", fixed="### 港の倉庫\n\n倉庫は古い。\n"),
        Bad("⟦#⟧港の話\n\n⟦##⟧倉庫\n\n倉庫は古い。\n", fixed="# 港の話\n\n## 倉庫\n\n倉庫は古い。\n"),
        Good("## 港の倉庫\n\n#港の写真 #倉庫\n"),
        Good("##港の倉庫\n", dialect="mkdocs"),
        Good("```\n##港の倉庫\n```\n"),
        Good(r"\##港の倉庫と書く。" + "\n"),
        Good("##linux\n\n##!warning\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if document.dialect.is_guess or document.dialect.name == "mkdocs" or "##" not in document.text:
            return
        lines = [
            match
            for match, block in matches_in_prose(_LINE, document)
            if block.kind is not BlockKind.HEADING and match["marks"] in block.text and not _is_hashtag(match)
        ]
        if not any(len(line["marks"]) >= _LOWEST_ALONE and _JAPANESE.search(line["text"]) for line in lines):
            return
        for line in lines:
            yield self.finding(
                Span(*line.span("marks")),
                ja=f"{line['marks']} の後に半角の空白がないので、見出しになりません。空白を入れてください",
                en=f"This is no heading, for no space follows {line['marks']}. Put one",
                fix=replace(Span(*line.span("blank")), " ", ja="空白を入れる", en="Put a space", safe=True),
            )


def _is_hashtag(line: re.Match[str]) -> bool:
    return len(line["marks"]) < _LOWEST_ALONE and ("#" in line["text"] or not _JAPANESE.search(line["text"]))
