"""An article that stands inside a code fence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from jlint.compiled import lazy_pattern
from jlint.document import Block, BlockKind, Document
from jlint.finding import Edit, Finding, Fix, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span, replace
from jlint.rules.helpers.artifact.instructions import is_instructions

_FENCE = lazy_pattern(r"(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^\s`]*)[^\r\n]*")
_LONE_FENCE = lazy_pattern(r"(?:`{3,}|~{3,})\s*")
_OF_MARKDOWN = frozenset({"markdown", "md", "mdx"})
_OF_TEXT = frozenset({"", "text", "txt", "plaintext"})
_SENTENCES = 3
_SHARE = 0.8


class FencedArticle(Rule):
    """記事全体が、コードを囲む記号（```）の中に入っている。

    生成ツールの答えを記号ごと貼り付けた跡で、公開すると本文がコードとして表示される。始まりと終わりの記号の行を消す。
    終わりの記号だけが文書の最後に残っているときも指摘する。
    """

    id = "fenced-article"
    category = "artifact"
    severity = Severity.ERROR
    needs = "``` ~~~"
    supersedes = ("unclosed-fence",)
    english = """The whole article stands inside a code fence.

    A generator's answer was pasted with the fence around it, and readers would see the text as code. Remove the lines
    of the fence. A closing fence that was left alone at the end of the file is reported too.
    """
    examples = (
        Bad(
            "⟦```markdown⟧\n# 港の倉庫\n\n倉庫は古い。壁は厚い。屋根は低い。\n```\n",
            fixed="# 港の倉庫\n\n倉庫は古い。壁は厚い。屋根は低い。\n",
        ),
        Bad("---\ntitle: 港の倉庫\n---\n\n⟦```⟧\n## 壁\n\n倉庫は古い。壁は厚い。屋根は低い。\n"),
        Bad("倉庫は古い。\n\n⟦```⟧\n", fixed="倉庫は古い。\n\n"),
        Good("次のように書く。\n\n```markdown\n# 港の倉庫\n\n倉庫は古い。壁は厚い。屋根は低い。\n```\n"),
        Good("```python\n# 倉庫は古い。壁は厚い。屋根は低い。\nprint(1)\n```\n"),
        Good("倉庫は古い。\n\n```\n$ ls\n```\n"),
        Good("手順です```\nls を打つ\n```\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if ("```" not in document.text and "~~~" not in document.text) or is_instructions(document.path):
            return
        blocks = document.blocks
        if blocks and blocks[0].kind is BlockKind.CODE and _is_article(document, blocks[0]):
            opening = _line_at(document, blocks[0].span.start)
            yield self.finding(
                opening,
                ja="記事全体がコードの囲みの中にあります。始まりと終わりの囲みの行を消してください",
                en="The whole article stands inside a code fence. Remove both lines of the fence",
                fix=_unwrapping(document, blocks[0]),
            )
        elif blocks and blocks[-1].kind is BlockKind.CODE and len(blocks) > 1:
            yield from self._left_alone(document, blocks[-1])

    def _left_alone(self, document: Document, block: Block) -> Iterator[Finding]:
        if block.depth or block.quoted or not _LONE_FENCE.fullmatch(document.text, block.span.start):
            return
        span = _line_at(document, block.span.start)
        marks = span.of(document.text).strip()[:3]
        if any(marks in each.text for each in document.prose):
            return  # it closes what was meant as code, though Markdown reads its opening marks as text
        yield self.finding(
            span,
            ja="文書の最後に、コードの囲みの記号だけが残っています。消してください",
            en="A code fence was left alone at the end of the file. Remove it",
            fix=replace(Span(span.start, block.span.end), "", ja="記号を消す", en="Remove the fence", safe=True),
        )


def _is_article(document: Document, block: Block) -> bool:
    fence = _FENCE.match(document.text, block.span.start)
    if fence is None or block.span.end - block.span.start < _SHARE * len(document.body.of(document.text).strip()):
        return False
    content = document.text[fence.end() : block.span.end]
    info = fence["info"].lower()
    if content.count("。") < _SENTENCES:
        return False
    return info in _OF_MARKDOWN or (info in _OF_TEXT and _markdown().search(content) is not None)


def _unwrapping(document: Document, block: Block) -> Fix:
    """Removes the line of the opening fence, and that of the closing one if there is one."""
    lines = document.lines
    first = lines.span(lines.line_of(block.span.start))
    last = lines.span(lines.line_of(max(block.span.start, block.span.end - 1)))
    edits = [Edit(first, "")]
    if last.start > first.start and _LONE_FENCE.fullmatch(last.of(document.text).strip()):
        edits.append(Edit(last, ""))
    return Fix(Text("囲みの行を消す", "Remove the fence"), tuple(edits), safe=False)


def _line_at(document: Document, offset: int) -> Span:
    """The line from `offset` on, without its line end."""
    line = document.lines.span(document.lines.line_of(offset))
    return Span(offset, offset + len(document.text[offset : line.end].rstrip("\r\n")))


@cache
def _markdown() -> re.Pattern[str]:
    return lazy_pattern(r"(?:\A|[\r\n])(?:#{1,6} |- |\* |\d+\. |---[ \t]*(?:[\r\n]|\Z)|\*\*)")
