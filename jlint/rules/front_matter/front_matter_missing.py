"""A field that the front matter lacks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, Span, doc


class FrontMatterMissing(Rule):
    """front matter に要る項目がない。

    題名や日付のない記事は、一覧や検索結果で正しく扱われない。足りない項目を書き足す。
    """

    id = "front-matter-missing"
    category = "front-matter"
    severity = Severity.ERROR
    english = """The front matter lacks a field that is required.

    A post without title or date goes wrong in lists and search results. Add the field.
    """
    examples = (
        Bad("⟦---⟧\ndate: 2026-05-01\n---\n\n本文です。\n"),
        Bad("⟦---⟧\ntitle: 題名\n---\n\n本文です。\n", options={"required": ["title", "date"]}),
        Bad("⟦本文だけの記事です。⟧\n", options={"everywhere": True}),
        Good("---\ntitle: 題名\n---\n\n本文です。\n"),
        Good("front matter のない文書です。\n"),
        Good("---\ntitle:\n---\n\n空の項目は別のルールが見る。\n"),
    )

    class Options(RuleOptions):
        required: Annotated[tuple[str, ...], doc("なければならない項目。", "The fields that must be there.")] = (
            "title",
        )
        everywhere: Annotated[
            bool, doc("front matter のないファイルも指摘する。", "Also speak of files without front matter.")
        ] = False

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        matter = document.front_matter
        if matter is None:
            if self.options.everywhere and self.options.required:
                names = ", ".join(self.options.required)
                yield self.finding(
                    _first_line(document),
                    ja=f"front matter がありません。{names} を書いた front matter を先頭に置いてください",
                    en=f"There is no front matter. Begin the file with one that gives {names}",
                )
        elif not matter.problem:
            for name in self.options.required:
                if name not in matter.fields:
                    yield self.finding(
                        matter.opening,
                        ja=f"front matter に「{name}」がありません。書き足してください",
                        en=f"The front matter lacks `{name}`. Add it",
                    )


def _first_line(document: Document) -> Span:
    line = document.lines.span(1)
    return Span(line.start, line.start + len(line.of(document.text).rstrip()))
