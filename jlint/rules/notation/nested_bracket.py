"""The same corner brackets inside one another: 「設定が「環境」に」."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Edit, Finding, Fix, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span
from jlint.rules.helpers.quotations import is_in_any_link

_MARKS = lazy_pattern("[「」]")


class NestedBracket(Rule):
    """かぎ括弧の中に、また同じかぎ括弧がある（`「設定が「環境」に」`）。

    どこまでが外の引用か、読み手が迷う。中のかぎ括弧は二重かぎ括弧『』にする。外か中の括弧が同じ段落で閉じていない
    ときは、閉じ忘れかもしれないので、ここでは指摘しない。引用の段落とリンクの題名も見ない。
    """

    id = "nested-bracket"
    category = "notation"
    severity = Severity.INFO
    needs = "「"
    english = """Corner brackets stand inside corner brackets of the same kind.

    Readers can't tell where the outer quotation ends. Write 『』 for the inner ones. Where one of the brackets isn't
    closed in the same paragraph this rule says nothing, for a closing bracket may be missing. Block quotations and
    the titles of other pages are left alone.
    """
    examples = (
        Bad("市は「旧港の⟦「倉庫」⟧を残す」と決めた。\n", fixed="市は「旧港の『倉庫』を残す」と決めた。\n"),
        Bad(
            "「⟦「春」⟧と⟦「秋」⟧の祭り」を開く。\n",
            fixed="「『春』と『秋』の祭り」を開く。\n",
        ),
        Good("市は「旧港の『倉庫』を残す」と決めた。\n"),
        Good("市は「旧港を残すと決め、「倉庫」は売る。\n"),
        Good("「春」と「秋」に祭りを開く。\n"),
        Good("彼は「『「春」の歌』を読んだ」と言う。\n"),
        Good(
            "[市は「旧港の「倉庫」を残す」と決めた](https://example.com/)という記事と、「「倉庫」」という題を見る。\n"
        ),
        Good("> 市は「旧港の「倉庫」を残す」と決めた。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if "「" not in document.characters:
            return
        for block in document.prose:
            if block.quoted or block.text.count("「") < 2:
                continue
            for start, end in _nested(block.text):
                span = Span(block.source_span(start, start + 1).start, block.source_span(end - 1, end).end)
                if not is_in_any_link(document, span):
                    yield self._found(span)

    def _found(self, span: Span) -> Finding:
        edits = (Edit(Span(span.start, span.start + 1), "『"), Edit(Span(span.end - 1, span.end), "』"))
        return self.finding(
            span,
            ja="かぎ括弧の中に、同じかぎ括弧があります。中のほうを『』にしてください",
            en="Corner brackets stand inside the same brackets. Write 『』 for the inner ones",
            fix=Fix(Text("中を『』にする", "Write 『』 for the inner ones"), edits, safe=False),
        )


def _nested(text: str) -> Iterator[tuple[int, int]]:
    """The pairs directly inside another pair, in which each bracket is closed.

    What is inside an inner pair is not reported by itself: with the inner ones rewritten, its brackets are right. A
    pair that holds nothing but another quotes that with its brackets. Inside 『』 they are right: 「『「春」の歌』」.
    """
    opened: list[int] = []
    inner: list[tuple[int, int]] = []
    for mark in _MARKS.finditer(text):
        if mark[0] == "「":
            opened.append(mark.start())
        elif opened:
            start = opened.pop()
            if len(opened) == 1 and not _is_between_double(text, opened[0], start):
                inner.append((start, mark.end()))
            elif not opened:
                is_quoted_whole = inner == [(start + 1, mark.start())]
                if not is_quoted_whole and text.count("『", start, mark.start()) == text.count(
                    "』", start, mark.start()
                ):
                    yield from inner
                inner.clear()


def _is_between_double(text: str, start: int, end: int) -> bool:
    return text.count("『", start, end) > text.count("』", start, end)
