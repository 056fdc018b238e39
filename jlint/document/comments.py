"""Comments of a file, in HTML and in MDX syntax."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from jlint.document.block import Block, BlockKind
from jlint.span import Span


class Comment(Struct, frozen=True):
    """A comment outside code: the span of `<!-- … -->` and the text between the delimiters."""

    span: Span
    text: str


def comments_between(opening: str, closing: str, text: str, within: Span) -> Iterator[Comment]:
    """The comments in a part of the text, up to one that is never closed."""
    start = text.find(opening, *within)
    while start >= 0:
        close = text.find(closing, start + len(opening), within.end)
        if close < 0:
            return
        end = close + len(closing)
        yield Comment(Span(start, end), text[start + len(opening) : close])
        start = text.find(opening, end, within.end)


def jsx_comments(text: str, body: Span, blocks: list[Block]) -> list[Comment]:
    """The comments of MDX, `{/* … */}`, outside code blocks."""
    code = [block.span for block in blocks if block.kind is BlockKind.CODE]
    starts = [span.start for span in code]
    found = list(comments_between("{/*", "*/}", text, body))
    before = [bisect_right(starts, comment.span.start) - 1 for comment in found]
    return [
        comment
        for comment, index in zip(found, before, strict=True)
        if index < 0 or code[index].end <= comment.span.start
    ]
