"""A heading at the end of a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, doc
from jlint.rules.helpers.artifact.flow import flow


class HeadingAtEnd(Rule):
    """本文が見出しで終わっている。

    最後の節の中身が書かれていないか、途中で失われている。本文を書くか、見出しを消す。後ろに区切り線や終端記号
    だけがあるときも同じ。
    """

    id = "heading-at-end"
    category = "artifact"
    severity = Severity.WARNING
    english = """The text ends with a heading.

    The last section was never written or is lost. Write it, or remove the heading. A thematic break or an end marker
    behind the heading changes nothing.
    """
    examples = (
        Bad("工事は春に始まります。\n\n## ⟦費用と財源⟧\n"),
        Bad("工事は春に始まります。\n\n## ⟦費用と財源⟧\n\n---END---\n"),
        Bad("# ⟦題名だけの覚え書き⟧\n", options={"alone": True}),
        Good("## 費用と財源\n\n市が半分を出します。\n"),
        Good("## 工程表\n\n```\n春: 着工\n```\n"),
        Good("# 題名だけの覚え書き\n"),
    )

    class Options(RuleOptions):
        alone: Annotated[
            bool,
            doc("見出しのほかに何もないファイルも指摘する。", "Files that hold nothing but headings are reported too."),
        ] = False

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        steps = [step for step in flow(document) if step.kind not in ("break", "leftover")]
        has_text = any(step.kind not in ("heading", "bold") for step in steps)
        if (has_text or (self.options.alone and steps)) and steps[-1].kind == "heading":
            yield self.finding(
                steps[-1].span,
                ja="本文が見出しで終わっています。この節の本文を書くか、見出しを消してください",
                en="The text ends with a heading. Write the section or remove the heading",
            )
