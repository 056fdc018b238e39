"""Notes to oneself, such as TODO, and tasks not done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import BlockKind, Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Span, doc
from jlint.rules.helpers.link_block import is_link

_TASK = lazy_pattern(r"(?:[-*+]|\d+[.)])\s+(\[ \])\s")


class LeftoverTodo(Rule):
    """TODO などの書きかけの印や、済んでいない作業（- [ ]）が残っている。

    片付けてから印を消す。引用とリンクの文字は見ない。
    """

    id = "leftover-todo"
    category = "artifact"
    severity = None
    english = """A note to oneself such as TODO, or a task that isn't done, is left in the text.

    Do it and remove the note. Quotations and the texts of links are not looked at.
    """
    examples = (
        Bad("⟦TODO:⟧ 数字を確かめる\n"),
        Bad("- ⟦[ ]⟧ 写真を入れる\n- [x] 題名を決める\n"),
        Good("> TODO: 数字を確かめる\n"),
        Good("[TODO: 数字を確かめる](https://example.com/)\n"),
        Good("TODO リストを作る方法です。TODOS: 三つあります。\n"),
        Good("- [ ] 牛乳\n- [ ] 卵\n", options={"tasks": False}),
    )

    class Options(RuleOptions):
        words: Annotated[
            tuple[Annotated[str, doc("語。", "A word.", min_length=1)], ...],
            doc(
                "書きかけの印とみる語。コロンが続くものを指摘する。",
                "Words that, with a colon behind them, are such notes.",
            ),
        ] = ("TODO", "FIXME")
        tasks: Annotated[bool, doc("- [ ] の項目も指摘する。", "Items that begin with - [ ] are reported too.")] = True

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        for span in self._places(document):
            yield self.finding(
                span,
                ja=f"「{span.of(document.text)}」が残っています。片付けて消してください",
                en=f"{span.of(document.text)} is left here. Do it and remove the note",
            )

    def _places(self, document: Document) -> Iterator[Span]:
        words = _any_of(self.options.words)
        for block in document.prose:
            if block.quoted or is_link(block, document.text):
                continue
            if self.options.tasks and block.kind is BlockKind.ITEM:
                task = _TASK.match(document.text, block.span.start)
                if task:
                    yield Span(*task.span(1))
            if words is not None and (":" in block.text or "：" in block.text):
                for match in words.finditer(block.text):
                    yield block.source_span(*match.span())


@lru_cache(maxsize=8)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str] | None:
    if not words:
        return None
    return re.compile(rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, words))})[:：]", re.IGNORECASE)
