"""A field that the front matter lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Annotated

from jlint.document import BlockKind, Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, Span, doc

_DEMANDED = {"zenn": ("title", "emoji", "type", "topics"), "qiita": ("title", "tags")}
"""What the command-line tools of these sites refuse an article without."""
_MARKS_OF_AN_ARTICLE = {
    "zenn": ("emoji", "type", "topics"),
    "qiita": ("tags", "organization_url_name", "ignorePublish"),
}
"""Fields that only articles have, not the chapters of a book or other files beside them."""
_TITLE_FROM_HEADING = frozenset({"vitepress", "docusaurus", "mkdocs", "mdbook", "honkit", "mdx", "commonmark"})
"""Where the first heading is the title of a page that has none in its front matter."""


class FrontMatterMissing(Rule):
    """front matter に要る項目がない。

    Zenn と Qiita の記事は、それぞれのツールが求める項目がないと公開できない。ほかでは、オプションの required に
    並べた項目を調べる。VitePress や MkDocs のように大見出しが題名になるところでは、大見出しがあれば title は
    なくてよい。足りない項目を書き足す。
    """

    id = "front-matter-missing"
    category = "front-matter"
    severity = Severity.ERROR
    needs_in_front_matter = ""
    english = """The front matter lacks a field that is required.

    The tools of Zenn and Qiita don't publish an article without certain fields. Elsewhere the fields named in the
    option `required` are asked for. Where the first heading is the title of a page, as in VitePress and MkDocs, a
    page with one needs no `title`. Add the field.
    """
    examples = (
        Bad("⟦---⟧\ntitle: 題名\nemoji: 🚢\ntype: tech\n---\n\n本文です。\n", dialect="zenn"),
        Bad("⟦---⟧\ntitle: 題名\nignorePublish: true\n---\n\n本文です。\n", dialect="qiita"),
        Bad("⟦---⟧\ntitle: 題名\n---\n\n本文です。\n", options={"required": ["title", "date"]}),
        Bad("⟦本文だけの記事です。⟧\n", options={"required": ["title"], "everywhere": True}),
        Good("---\ndate: 2026-05-01\n---\n\n本文です。\n"),
        Good("---\ntitle: 章の題名\nfree: true\n---\n\n本の章です。\n", dialect="zenn"),
        Good("---\noutline: deep\n---\n\n# 題名\n\n本文です。\n", dialect="vitepress", options={"required": ["title"]}),
        Good("+++\nTitle = '題名'\n+++\n\n本文です。\n", dialect="hugo", options={"required": ["title"]}),
        Good("front matter のない文書です。\n", options={"required": ["title"]}),
        Good("---\ntitle:\n---\n\n空の項目は別のルールが見る。\n", options={"required": ["title"]}),
    )

    class Options(RuleOptions):
        required: Annotated[tuple[str, ...], doc("なければならない項目。", "The fields that must be there.")] = ()
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
            for name in self._missing(document, matter.fields):
                yield self.finding(
                    matter.opening,
                    ja=f"front matter に「{name}」がありません。書き足してください",
                    en=f"The front matter lacks `{name}`. Add it",
                )

    def _missing(self, document: Document, fields: Collection[str]) -> Iterator[str]:
        dialect = document.dialect.name
        is_article = any(name in fields for name in _MARKS_OF_AN_ARTICLE.get(dialect, ()))
        demanded = _DEMANDED.get(dialect, ()) if is_article else ()
        given = {name.lower() for name in fields} if dialect == "hugo" else set(fields)
        for name in dict.fromkeys((*demanded, *self.options.required)):
            is_given = (name.lower() if dialect == "hugo" else name) in given
            if not is_given and not (name == "title" and dialect in _TITLE_FROM_HEADING and _has_title(document)):
                yield name


def _has_title(document: Document) -> bool:
    return any(block.kind is BlockKind.HEADING and block.level == 1 for block in document.blocks)


def _first_line(document: Document) -> Span:
    line = document.lines.span(1)
    return Span(line.start, line.start + len(line.of(document.text).rstrip()))
