"""A heading at the end of a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import Block, Document
from jlint.finding import Finding
from jlint.letters import letters
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, doc
from jlint.rules.helpers.artifact.flow import Step, flow
from jlint.rules.helpers.link_block import is_link_heading

_ENDS = ("。", "！", "!", "…", "♪")
_LAST_WORD = lazy_pattern(
    r"(?i)お?(?:わ|終わ?)り(?:に代えて)?|お?(?:しまい|仕舞い?|終い)|[終完了]|以上(?:です)?|(?:次回(?:に|へ)?)?(?:続く|つづく)"
    r"|めでたしめでたし|(?:the)?(?:end|fin)|eof|ここまで|では?(?:また|ばいばい)?|それでは(?:また)?|またね|ばいばい|さようなら|敬具|草々|かしこ"
)
"""Words with which a letter, a talk or a story ends."""
_NO_TEXT = lazy_pattern(r"\s*(?:\{:|\{/\*|<!--|\[[^\[\]]+\]:)")
"""The start of a line of attributes, a comment or the target of links."""


class HeadingAtEnd(Rule):
    """本文が見出しで終わっている。

    最後の節の中身が書かれていないか、途中で失われている。本文を書くか、見出しを消す。後ろに区切り線や終端記号
    だけがあるときも同じ。「おわり」のような結びの一言、句点などで終わる文、リンクだけの見出しは指摘しない。
    """

    id = "heading-at-end"
    category = "artifact"
    severity = Severity.WARNING
    english = """The text ends with a heading.

    The last section was never written or is lost. Write it, or remove the heading. A thematic break or an end marker
    behind the heading changes nothing. A closing word (「おわり」), a sentence, and a heading that is a link are
    left alone.
    """
    examples = (
        Bad("工事は春に始まります。\n\n## ⟦費用と財源⟧\n"),
        Bad("工事は春に始まります。\n\n## ⟦費用と財源⟧\n\n---END---\n"),
        Bad("# ⟦題名だけの覚え書き⟧\n", options={"alone": True}),
        Good("## 費用と財源\n\n市が半分を出します。\n"),
        Good("## 工程表\n\n```\n春: 着工\n```\n"),
        Good("# 題名だけの覚え書き\n"),
        Good("## 工事の様子\n\n春に始まりました。\n\n## 動画\n\n@[youtube](abc)\n", dialect="zenn"),
        Good("工事は春に始まります。\n\n## おわり\n"),
        Good("工事は春に始まります。\n\n## おしまい\n"),
        Good("工事は春に始まります。\n\n### それでは、また春に！\n"),
        Good("工事は春に始まります。\n\n## [次の章へ](next.md)\n"),
    )

    class Options(RuleOptions):
        alone: Annotated[
            bool,
            doc("見出しのほかに何もないファイルも指摘する。", "Files that hold nothing but headings are reported too."),
        ] = False

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        steps = flow(document)
        behind = len(steps)
        while behind and steps[behind - 1].kind in ("break", "leftover"):
            behind -= 1
        last = steps[behind - 1] if behind else None
        has_text = any(step.kind not in ("heading", "bold", "break", "leftover") for step in steps)
        if last is None or last.block is None or last.kind != "heading" or not (has_text or self.options.alone):
            return
        if _closes(last, document.text) or _has_more(document, last.block):
            return
        yield self.finding(
            last.span,
            ja="本文が見出しで終わっています。この節の本文を書くか、見出しを消してください",
            en="The text ends with a heading. Write the section or remove the heading",
        )


def _closes(heading: Step, text: str) -> bool:
    """Whether a heading is the last word of a text rather than the title of a section."""
    if heading.block is not None and is_link_heading(heading.block, text):
        return True
    return heading.text.endswith(_ENDS) or _LAST_WORD.fullmatch(letters(heading.text)) is not None


def _has_more(document: Document, heading: Block) -> bool:
    """Whether there is something behind the heading that is no block, as a tag of a template language."""
    end = heading.span.end
    between: list[str] = []
    for block in document.blocks:
        if block.span.start >= end:
            between.append(document.text[end : block.span.start])
            end = block.span.end
    between.append(document.text[end:])
    return any(line.strip() and not _NO_TEXT.match(line) for part in between for line in part.split("\n"))
