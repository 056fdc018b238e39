"""Code fences that are never closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jlint.compiled import lazy_pattern
from jlint.document import Block, BlockKind, Document
from jlint.finding import Finding, Related, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span
from jlint.rules.helpers.markdown.diffs import is_diff

_OPENING = lazy_pattern(r"(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^\r\n`]*)")
_OF_MARKDOWN = lazy_pattern(r"(?i)\W*(?:markdown|md|mdx|text|txt|plain|diff)\b")
_HEADING = lazy_pattern(r"(?:\A|[\r\n])#{2,6}[ ][^\r\n]*[ぁ-んァ-ヶ一-鿿]")
_BEGINS_PROSE = lazy_pattern(r"[^\s#/*\-+|>`$%;<&\"'(\[{]")
_KANA = lazy_pattern("[ぁ-ん]")


class UnclosedFence(Rule):
    """コードの囲み（```）が閉じられていない。

    そこから先の本文が、文書の終わりか次の囲みまで、コードとして表示される。閉じる記号の行を補う。閉じる記号が
    もっと前で抜けていて、終わりの記号が始まりの記号として読まれていることもある。囲みの中に囲みを書くには、外側の記号を
    増やす。一つ抜けると後の囲みの始まりと終わりが入れ替わるので、文書の最初の一つだけを指摘する。
    """

    id = "unclosed-fence"
    category = "markdown"
    severity = Severity.ERROR
    needs = "``` ~~~"
    english = """A code fence is never closed.

    What follows, up to the end of the file or the next fence, is shown as code. Add the closing line. It may be missing
    further up, so that a closing fence is read as an opening one. A fence around others needs more marks than they
    have. As one that is missing swaps the beginnings and ends of those behind it, only the first in a file is reported.
    """
    examples = (
        Bad("手順です。\n\n⟦```sh⟧\nls\n\n結果を見ます。\n"),
        Bad("手順です。\n\n⟦```sh⟧\nls\n\n結果を見ます。\n\n⟨```sh⟩\npwd\n```\n"),
        Good("手順です。\n\n```sh\nls\n```\n\n結果を見ます。\n"),
        Good("次のように書きます。\n\n````markdown\n```sh\nls\n```\n````\n"),
        Good("次のように書きます。\n\n```markdown\n手順です。\n```sh\n```\n"),
        Good("手順です。\n\n    ```sh\n    ls\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if ("```" not in document.text and "~~~" not in document.text) or is_diff(document):
            return
        for block in document.blocks:
            opening = _opening(block, document) if block.kind is BlockKind.CODE else None
            finding = self._unclosed(block, opening, document) if opening else None
            if finding is not None:
                yield finding
                return  # behind an unclosed fence opening ones are read as closing ones, and the other way round

    def _unclosed(self, block: Block, opening: re.Match[str], document: Document) -> Finding | None:
        span = Span(opening.start(), opening.start() + len(opening[0].rstrip()))
        if block is document.blocks[-1] and not _is_closed(block, opening, document):
            if not document.text[opening.end() : block.span.end].strip():
                return None
            return self.finding(
                span,
                ja="この囲みは閉じられておらず、文書の終わりまでがコードになります。閉じる記号を補うか、"
                "ここより前の囲みを確かめてください",
                en="This fence is never closed: all up to the end of the file is code. Close it, or look for a "
                "fence further up that isn't closed",
            )
        following = _swallowed_fence(block, opening, document)
        if following is None:
            return None
        return self.finding(
            span,
            ja="この囲みは閉じられておらず、次の囲みまでの本文がコードになります。閉じる記号を補うか、"
            "ここより前の囲みを確かめてください",
            en="This fence isn't closed: the text up to the next fence is code. Close it, or look for a fence further "
            "up that isn't closed",
            related=[Related(following, Text("次の囲みです", "The next fence"))],
        )


def _opening(block: Block, document: Document) -> re.Match[str] | None:
    """The opening fence, which is on the block's first line; None for indented code."""
    text = document.text
    first_line = document.lines.span(document.lines.line_of(block.span.start))
    if block.depth or block.quoted:
        return _OPENING.search(text, block.span.start, min(first_line.end, block.span.end))
    is_indented = text[first_line.start : block.span.start].expandtabs(4).startswith("    ")
    return None if is_indented else _OPENING.match(text, block.span.start)


def _is_closed(block: Block, opening: re.Match[str], document: Document) -> bool:
    """Whether a line closes the fence, also one that ends in a tab, which the parser doesn't take for one."""
    closing = re.compile(rf"(?<=[\r\n])[ \t>]*{re.escape(opening['fence'])}{opening['fence'][0]}*[ \t]*(?=[\r\n]|\Z)")
    return closing.search(document.text, opening.end(), block.span.end) is not None


def _swallowed_fence(block: Block, opening: re.Match[str], document: Document) -> Span | None:
    """An opening fence inside the code, below what was meant as text."""
    if _OF_MARKDOWN.match(opening["info"]):
        return None
    content = Span(opening.end(), block.span.end).of(document.text)
    if opening["fence"] not in content:
        return None
    inner = re.compile(
        rf"(?<=[\r\n])[ ]{{0,3}}(?P<fence>{re.escape(opening['fence'])}[A-Za-z][\w+#.:-]*)[ \t]*(?=[\r\n])"
    )
    following = inner.search(content)
    if following is None:
        return None
    between = content[: following.start()]
    if not _HEADING.search(between) and not any(map(_is_sentence, between.splitlines())):
        return None
    return Span(opening.end() + following.start("fence"), opening.end() + following.end("fence"))


def _is_sentence(line: str) -> bool:
    """Whether a line of code is what a paragraph would be, not a comment and no text in quotes."""
    return line.rstrip().endswith("。") and _BEGINS_PROSE.match(line) is not None and _KANA.search(line) is not None
