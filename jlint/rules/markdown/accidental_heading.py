"""Paragraphs that are shown as headings."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.document.dialect import Emphasis
from jlint.finding import Finding, Fix, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span, replace
from jlint.rules.helpers.markdown import accidental

_BREAK = 3
"""So many marks make a thematic break."""


class AccidentalHeading(Rule):
    """段落のすぐ下に --- や === があり、段落が見出しになっている。

    Markdown では、文のすぐ下の行に --- だけを書くと、区切り線ではなく見出しの下線になる。文の全体が大きな字で
    表示され、目次にも出る。間に空行を入れる。句点や ！？ で終わる行、四十字を超える行、何行にもわたる文を、
    見出しのつもりではなかったものと見る。題の幅に合わせた長い下線は、句点がなければ見出しと見る。
    """

    id = "accidental-heading"
    category = "markdown"
    severity = Severity.WARNING
    english = """A paragraph is shown as a heading, because --- or === stands right below it.

    Directly below text a line of --- is no thematic break but underlines a heading: the whole text is set in large type
    and goes into the table of contents. Put a blank line between. What ends as a sentence does, is longer than 40
    characters or has several lines is taken for a paragraph. A longer underline, drawn to the width of a title, counts
    as meant unless the text has a full stop.
    """
    examples = (
        Bad(
            "倉庫は古い。壁も厚い。\n⟦---⟧\n\n## 灯台\n\n灯台は新しい。\n",
            fixed="倉庫は古い。壁も厚い。\n\n---\n\n## 灯台\n\n灯台は新しい。\n",
        ),
        Bad("あなたは、どちらの港を選びますか？\n⟦---⟧\n", fixed="あなたは、どちらの港を選びますか？\n\n---\n"),
        Bad("撮影 岬の写真館\n編集 灯台新聞\n⟦---⟧\n", fixed="撮影 岬の写真館\n編集 灯台新聞\n\n---\n"),
        Bad("> 倉庫は古い。\n> ⟦---⟧\n", fixed="> 倉庫は古い。\n>\n> ---\n"),
        Bad("倉庫は古い。\n⟦====⟧\n", fixed="倉庫は古い。\n\n---\n"),
        Good("倉庫は古い。\n\n---\n\n灯台は新しい。\n"),
        Good("港の倉庫\n--------\n\n倉庫は古い。\n"),
        Good("倉庫はどこ？\n============\n\n港の奥です。\n"),
        Good("撮影 岬の写真館\n編集 灯台新聞\n---\n", dialect="mkdocs"),
        Good("```\n倉庫は古い。\n---\n```\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for heading in accidental.accidental_headings(document):
            message = _message(heading, document)
            yield self.finding(heading.marks, ja=message.ja, en=message.en, fix=_fix(heading, document))


def _message(heading: accidental.AccidentalHeading, document: Document) -> Text:
    marks = heading.marks.of(document.text)[:_BREAK]
    if heading.lines > 1 and document.dialect.emphasis is Emphasis.KRAMDOWN:
        return Text(
            f"段落のすぐ下にあるので、{marks} は区切り線になりません。間に空行を入れてください",
            f"Right below a paragraph {marks} is no thematic break. Put a blank line between",
        )
    return Text(
        f"すぐ下に {marks} があるので、この上の段落が見出しになります。間に空行を入れてください",
        f"The paragraph above becomes a heading, as {marks} stands right below it. Put a blank line between",
    )


def _fix(heading: accidental.AccidentalHeading, document: Document) -> Fix | None:
    """A blank line; a line of = would be text below one, so it becomes a thematic break, if that is what was meant."""
    marks = heading.marks.of(document.text)
    if len(marks) < _BREAK or heading.blocks[0].depth:
        return None
    before = document.text[heading.line - 2 : heading.line]
    line_end = before if before == "\r\n" else before[-1]
    blank = heading.before.rstrip() + line_end
    if marks.startswith("-"):
        return replace(Span(heading.line, heading.line), blank, ja="空行を入れる", en="Put a blank line", safe=True)
    return replace(
        Span(heading.line, heading.marks.end),
        f"{blank}{heading.before}---",
        ja="空行と区切り線にする",
        en="Make it a blank line and a thematic break",
        safe=False,
    )
