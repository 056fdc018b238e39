"""Kana whose voicing mark is a character of its own."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Annotated

from jlint.document import BlockKind, Document
from jlint.finding import Edit, Finding, Fix, Text
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, Span, doc
from jlint.span import LINE_END

_MARKS = ("\u3099", "\u309a")
_SPACING = {"\u309b": "\u3099", "\u309c": "\u309a"}
"""The marks that don't attach to what comes before them, and those that do."""


class DecomposedKana(Rule):
    """濁点や半濁点が、かなと別の文字になっている（か + U+3099）。

    見た目は「が」と同じでも別の文字列なので、検索にかからず、字数も狂う。macOS のファイル名や PDF から写すと
    入りやすい。一文字の「が」に直す。あ゙のように一文字にならないものは指摘しない。
    """

    id = "decomposed-kana"
    category = "artifact"
    severity = Severity.WARNING
    needs = "\u3099 \u309a \u309b \u309c"
    english = """The voicing mark of a kana is a character of its own (U+3099 or U+309A).

    It looks like one character and is two: searches miss it and counts go wrong. It comes with file names of macOS and
    with text copied from PDF. Write the composed character. Kana that have no composed form are left alone.
    """
    examples = (
        Bad("学生の⟦は\u309aんく\u3099⟧み。\n", fixed="学生のぱんぐみ。\n"),
        Bad("---\ntitle: ⟦タ\u3099⟧イヤ\n---\n\n本文です。\n", fixed="---\ntitle: ダイヤ\n---\n\n本文です。\n"),
        Good("学生のばんぐみ。\n"),
        Good("あ\u3099と叫ぶ。\n"),
        Good("ファイル名は `か\u3099.txt` です。\n"),
        Good("仮名に濁点を付けて「か゛」とする。\n"),
        Bad("駅前の⟦ハ゜ンか゛⟧うまい。\n", options={"spacing": True}, fixed="駅前のパンがうまい。\n"),
        Good("濁点「゛」を打ち、あ゛と叫ぶ。\n", options={"spacing": True}),
    )

    class Options(RuleOptions):
        spacing: Annotated[
            bool,
            doc(
                "かなの後の、単独で表示される濁点と半濁点（゛゜）も見る。",
                "Look at voicing marks that stand by themselves (゛゜) behind a kana too.",
            ),
        ] = False

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        marks = (*_MARKS, *_SPACING) if self.options.spacing else _MARKS
        if not any(mark in document.text for mark in marks):
            return
        for edits in (*_in_front_matter(document, marks), *_in_prose(document, marks)):
            more = len(edits) > 1
            yield self.finding(
                _shown(document, edits),
                ja="濁点や半濁点がかなと別の文字になっています"
                + (f"（続けて{len(edits)}か所）。" if more else "。")
                + "一文字に直してください",
                en="A voicing mark is a character of its own here"
                + (f" ({len(edits)} places in a row). " if more else ". ")
                + "Write it and its kana as one",
                fix=Fix(Text("一文字に直す", "Write one character"), tuple(edits), safe=True),
                group=self.id,
            )


def _shown(document: Document, edits: list[Edit]) -> Span:
    """From the first place to the last one on the same line."""
    line = document.lines.line_of(edits[0].span.start)
    last = next(edit for edit in reversed(edits) if document.lines.line_of(edit.span.start) == line)
    return Span(edits[0].span.start, last.span.end)


def _in_front_matter(document: Document, marks: Sequence[str]) -> Iterator[list[Edit]]:
    """The edits in each line."""
    start = 0
    for end in (*LINE_END.finditer(document.text, 0, document.body.start), None):
        stop = end.end() if end else document.body.start
        edits = [
            Edit(Span(start + first, start + first + 2), kana)
            for first, kana in _apart(document.text[start:stop], marks)
        ]
        if edits:
            yield edits
        start = stop


def _in_prose(document: Document, marks: Sequence[str]) -> Iterator[list[Edit]]:
    """The edits in each row of blocks that have such kana: text that was pasted in has them throughout."""
    row: list[Edit] = []
    for block in document.prose:
        places = [(block.source_span(first, first + 2), kana) for first, kana in _apart(block.text, marks)]
        edits = [Edit(span, kana) for span, kana in places if span.end - span.start == 2]
        is_heading = block.kind is BlockKind.HEADING
        if row and (not edits or is_heading):
            yield row
            row = []
        row += edits
        if row and is_heading:
            yield row
            row = []
    if row:
        yield row


def _apart(text: str, marks: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Where a kana and its mark are separate characters, and the one character that they form."""
    if any(mark in text for mark in marks):
        for place in range(1, len(text)):
            if text[place] in marks:
                mark = _SPACING.get(text[place], text[place])
                together = unicodedata.normalize("NFC", text[place - 1] + mark)
                if len(together) == 1:
                    yield place - 1, together
