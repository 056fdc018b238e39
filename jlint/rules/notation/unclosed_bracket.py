"""Brackets that are opened and never closed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.base import Bad, Good, Rule, Severity, Span
from jlint.rules.link_block import is_link

_PARTNERS = {"」": "「", "』": "『", "）": "（", "】": "【", "〉": "〈", "》": "《", ")": "（"}
_OPENING = {"(": "（"} | {bracket: bracket for bracket in _PARTNERS.values()}
_BRACKET = re.compile("[「」『』（）【】〈〉《》()]")
_NAMES = {
    "「": "かぎ括弧",
    "『": "二重かぎ括弧",
    "（": "丸括弧",
    "【": "隅付き括弧",
    "〈": "山括弧",
    "《": "二重山括弧",
}
_FAR = 8
"""How many blocks one speech may take, each paragraph but the last without 」."""


class UnclosedBracket(Rule):
    """開き括弧に対応する閉じ括弧がない。

    どこまでが括弧の中か分からず、文が途切れた跡であることも多い。閉じ括弧を補うか、開き括弧を消す。本文の段落と
    題名を見る。数段落にわたる発言のように、後の段落で閉じるものは指摘しない。
    """

    id = "unclosed-bracket"
    category = "notation"
    severity = Severity.WARNING
    english = """A bracket is opened and never closed.

    Nobody can tell how far it reaches, and often the sentence breaks off there. Add the closing bracket or remove the
    opening one. Paragraphs and the title are looked at. One that a later paragraph closes, as in a long speech, is
    left alone.
    """
    examples = (
        Bad("市は⟦「⟧港の再開発を急ぐと発表した。\n"),
        Bad("倉庫⟦（⟧三年前に閉鎖を使う。\n"),
        Bad("---\ntitle: 港の再開発⟦（⟧来春着工\n---\n\n工事は春に始まります。\n"),
        Good("- [途中で切れた「題名](https://example.com/a)\n"),
        Good("市は「港の『再開発』を急ぐ」と発表した。\n"),
        Good("「港は変わった。\n\n昔の倉庫はもうない」と彼は言う。\n"),
        Good("(1)倉庫 a)壁 b)屋根 :-( と書く。\n"),
        Good("記号は `「` だけを使う。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for span in (*self._in_title(document), *self._in_prose(document)):
            bracket = span.of(document.text)
            yield self.finding(
                span,
                ja=f"{_NAMES[bracket]}が閉じられていません。閉じ括弧を補うか、開き括弧を消してください",
                en=f"{bracket} is never closed. Add the closing bracket or remove this one",
            )

    def _in_title(self, document: Document) -> Iterator[Span]:
        field = document.front_matter.fields.get("title") if document.front_matter else None
        if field is None or not isinstance(field.value, str):
            return
        written = field.value_span.of(document.text)
        for offset, _ in _unpaired(written).opening:
            yield Span(field.value_span.start + offset, field.value_span.start + offset + 1)

    def _in_prose(self, document: Document) -> Iterator[Span]:
        blocks = [block for block in document.prose if not is_link(block, document.text)]
        found = [_unpaired(block.text) for block in blocks]
        closing = [(index, bracket) for index, unpaired in enumerate(found) for _, bracket in unpaired.closing]
        for index, (block, unpaired) in enumerate(zip(blocks, found, strict=True)):
            for offset, bracket in unpaired.opening:
                first = bisect_left(closing, (index + 1, ""))
                if not any(later <= index + _FAR and closer == bracket for later, closer in closing[first : first + 9]):
                    yield block.source_span(offset, offset + 1)


class _Unpaired(NamedTuple):
    """Brackets without a partner, each with its offset and named by its opening form."""

    opening: list[tuple[int, str]]
    closing: list[tuple[int, str]]


_NONE = _Unpaired([], [])


def _unpaired(text: str) -> _Unpaired:
    """The brackets of `text` without a partner. ASCII ones close and open full-width ones, but are never told."""
    brackets = list(_BRACKET.finditer(text))
    if not brackets:
        return _NONE
    opened: dict[str, list[tuple[int, str]]] = defaultdict(list)
    closing: list[tuple[int, str]] = []
    for match in brackets:
        bracket = match[0]
        if bracket in _OPENING:
            opened[_OPENING[bracket]].append((match.start(), bracket))
        elif opened[_PARTNERS[bracket]]:
            opened[_PARTNERS[bracket]].pop()
        elif bracket != ")":
            closing.append((match.start(), _PARTNERS[bracket]))
    opening = sorted(place for places in opened.values() for place in places if place[1] != "(")
    return _Unpaired(opening, closing)
