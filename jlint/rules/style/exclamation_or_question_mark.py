"""Exclamation marks and question marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, doc
from jlint.rules.helpers.allow import AllowOptions, allowed
from jlint.rules.helpers.own_sentences import own_sentences

_MARKS = "!?！？"


class ExclamationOrQuestionMark(Rule):
    """感嘆符（！）や疑問符（？）が使われている。

    解説や報告の文では、句点で終えて言葉で伝える。使ってよい記号は marks で選び、名前の一部は allow に書く。
    """

    id = "exclamation-or-question-mark"
    category = "style"
    severity = None
    english = """An exclamation mark or a question mark is used.

    In explanations and reports end the sentence with a full stop and let the words speak. `marks` says which marks are
    told, `allow` which names hold one.
    """
    examples = (
        Bad("橋が完成しました⟦！⟧\n"),
        Bad("Really⟦!?⟧\n"),
        Bad("本当ですか？それは大変だ⟦！！⟧\n", options={"marks": "!！"}),
        Good("橋が完成しました。\n"),
        Good("Yahoo! のページを見る。\n"),
        Good("`!important` と書く。\n"),
        Good("本当ですか？\n", options={"marks": "!！"}),
    )

    class Options(AllowOptions):
        marks: Annotated[
            str, doc("指摘する記号", "The marks that are reported", min_length=1, pattern=f"^[{_MARKS}]+$")
        ] = _MARKS
        allow: Annotated[
            tuple[str, ...],
            doc(
                "記号を含んでよい語句。/…/ と書くと正規表現",
                "Passages that may hold a mark. /…/ is a regular expression",
            ),
        ] = ("Yahoo!",)

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        allow = allowed(self.options.allow)
        marks = self.options.marks
        for sentence in own_sentences(document):
            if not any(mark in sentence.text for mark in marks):
                continue
            for match in _marks(marks).finditer(sentence.text):
                if not allow.covers(sentence.text, *match.span()):
                    yield self.finding(
                        sentence.source_span(*match.span()),
                        ja=f"「{match[0]}」が使われています。句点で終え、言葉で伝えてください",
                        en=f"{match[0]} is used. End the sentence with a full stop and let the words speak",
                    )


@cache
def _marks(marks: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(marks)}]+")
