"""Headings with nothing under them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from jlint.compiled import lazy_pattern
from jlint.document import Block, BlockKind, Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity
from jlint.rules.helpers.artifact.cut_problems import problem_before_heading
from jlint.rules.helpers.artifact.flow import is_paragraph_as_heading
from jlint.rules.helpers.artifact.habits import is_in_notes
from jlint.rules.helpers.html_piece import outside_html
from jlint.rules.helpers.link_block import is_link_heading
from jlint.rules.helpers.pauses import is_pause

_NO_CONTENT = lazy_pattern(r"\s*(?:\{:[^}]*\}|:{3,}|\[[^\[\]]+\]:.*|</[\w.]*>)\s*")
"""A line of attributes, the end of a box or a tag, or the target of links."""
_DIVIDER = lazy_pattern(r"\s*[-=*#~─━]{3,}")
_OUTLINE = 3
"""So many headings in a row are an outline."""
_FORM = 3
"""A heading that stands empty so many times is a field of a form that is to be filled in."""


class EmptySection(Rule):
    """見出しのすぐ後に、同じか上の段の見出しが続いている。

    節の中身が書かれていないか、失われている。本文を書くか、見出しを消す。すぐ下の段の見出しが続くのは、
    節を分けるふつうの書き方なので指摘しない。見出しが三つ以上続く目次、箇条書きで書いた記録、休憩の見出し、三度以上空のままの見出し（記入欄）も指摘しない。
    埋め込み、部品、取り込みの一行、箱の題も中身と見る。HTMLの中の見出しと、
    リンクだけの見出しは節を作らないので見ない。
    """

    id = "empty-section"
    category = "artifact"
    severity = Severity.WARNING
    told_with = ("text-cut-off",)
    english = """A heading is followed at once by one of the same or a higher level.

    The section was never written or is lost. Write it, or remove the heading. A heading of the next lower level may
    follow at once, as sections are divided so. Three or more in a row are an outline, and in notes made of lists a
    heading may stand for what happened; both are left alone, and so are breaks of an event (休憩) and a heading that
    stands empty three times, as in a form. An embed, a component, an include or the title
    of a box is content too. A heading inside HTML, or one that is a link and nothing else, makes no section.
    """
    examples = (
        Bad("## ⟦工事の予定⟧\n\n## 費用\n\n市が半分を出します。\n"),
        Bad("## 計画\n\n### ⟦工事の予定⟧\n\n## 費用\n\n市が半分を出します。\n"),
        Good("## 計画\n\n### 工事の予定\n\n春に始まります。\n"),
        Good("## 工事の予定\n\n![工程表](plan.png)\n\n## 費用\n\n市が半分を出します。\n"),
        Good("## 工事の様子\n\n@[youtube](abc)\n\n## 費用\n\n市が半分を出します。\n", dialect="zenn"),
        Good("## 工事の予定\n\n<Timeline year={7} />\n\n## 費用\n\n市が半分を出します。\n", dialect="mdx"),
        Good("#### [表紙へ戻る](index.md)\n\n# 工事の予定\n\n春に始まります。\n"),
        Good('<div class="notice">\n<h3>工事中</h3>\n<h3>通行止め</h3>\n</div>\n'),
        Good("## 春の話\n\n- 種をまく\n- 土を作る\n\n## 休憩\n\n## 夏の話\n\n- 水をやる\n"),
        Good("## 春の話\n\n種をまきます。\n\n## 昼休み\n\n## 夏の話\n\n水をやります。\n"),
        Good(
            "## 場所\n\n港です。\n\n### 意見\n\n## 時間\n\n朝です。\n\n### 意見\n\n"
            "## 会費\n\n無料です。\n\n### 意見\n\n## 次回\n\n春です。\n"
        ),
        Good("## 春\n\n## 夏\n\n## 秋\n\n## 春の話\n\n種をまきます。\n"),
        Good("## 読者へ\n\n市が半分を出します。残りは募金です。\n---\n\n## 関連記事\n\n本文です。\n"),
        Good("## 変更履歴\n\n| 日付 | 内容 |\n|---|---|\n| 春 | 着工 |\n\n## 費用\n\n市が半分を出します。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        found = list(_empty_sections(document))
        if not found or is_in_notes(document):
            return
        times = Counter(block.text.strip() for block, _ in found)
        for block in _without_outlines(found):
            if times[block.text.strip()] >= _FORM or is_pause(block.text):
                continue
            yield self.finding(
                block.source_span(0, len(block.text)),
                ja="この見出しには本文がありません。本文を書くか、見出しを消してください",
                en="Nothing stands under this heading. Write the section or remove the heading",
                problem=problem_before_heading(document, block),
            )


def _empty_sections(document: Document) -> Iterator[tuple[Block, Block]]:
    """The headings with nothing under them, each with the heading that follows."""
    for block, following in pairwise(outside_html(document.blocks)):
        if not _is_heading(block, document) or not _is_heading(following, document):
            continue
        if following.level > block.level or _has_content(document.text[block.span.end : following.span.start]):
            continue
        # a repeated heading is another defect
        is_repeated = block.text.strip() == following.text.strip()
        if not is_repeated and not is_link_heading(block, document.text) and not _DIVIDER.match(block.text):
            yield block, following


def _without_outlines(found: list[tuple[Block, Block]]) -> Iterator[Block]:
    """The headings of which not several follow one another, as in a table of contents or an agenda."""
    run: list[Block] = []
    for block, following in found:
        run.append(block)
        if not any(block is following for block, _ in found):
            if len(run) < _OUTLINE:
                yield from run
            run = []


def _has_content(between: str) -> bool:
    """Whether something stands between two headings that is no block, as a tag of a template language."""
    return any(line.strip() and not _NO_CONTENT.fullmatch(line) for line in between.split("\n"))


def _is_heading(block: Block, document: Document) -> bool:
    return (
        block.kind is BlockKind.HEADING
        and not block.quoted
        and bool(block.text.strip())
        and not is_paragraph_as_heading(block, document)
    )
