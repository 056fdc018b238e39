"""Front matter where none is read: after the first one, or in the middle of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span

_KEYS = frozenset(
    [
        *("title", "date", "layout", "tags", "categories", "category", "description", "excerpt", "summary", "author"),
        *("published", "slug", "draft", "emoji", "type", "topics", "image", "permalink", "reading_time", "private"),
    ]
)
_KEY_LINE = lazy_pattern(r"(?P<key>[A-Za-z_][\w-]{0,30}):(?:[ \t]+\S.*)?[ \t]*", re.ASCII)
_INNER_LINE = lazy_pattern(r"(?:[ \t]+|-[ \t]).*|[ \t]*#.*")
_MOST_LINES = 40


class SecondFrontMatter(Rule):
    """本文の中に front matter がもう一つある。

    生成した記事を、その front matter ごと貼り付けた跡。サイトは先頭の一つしか読まず、残りは本文として表示される。
    正しい値を先頭の front matter に移し、この部分を消す。
    """

    id = "second-front-matter"
    category = "artifact"
    severity = Severity.ERROR
    needs = "---"
    english = """There is a second front matter in the body.

    A generated article was pasted with its own. Sites read only the one at the start of the file and show the other as
    text. Move the right values to the start and remove the rest.
    """
    examples = (
        Bad(
            "---\ntitle: 港の倉庫\n---\n\n⟦---\ntitle: 港の倉庫の話\ndate: 2024-05-01\ntags:\n  - 港\n---⟧\n\n"
            "倉庫は古い。\n"
        ),
        Bad("記事はこちらです。\n\n⟦---\nlayout: post\ntitle: 港の倉庫\n---⟧\n\n倉庫は古い。\n"),
        Good("---\ntitle: 港の倉庫\n---\n\n```yaml\n---\ntitle: 例\ndate: 2024-05-01\n---\n```\n"),
        Good("倉庫は古い。\n\n---\n\nTitle: 港の話\n\n---\n"),
        Good("倉庫は古い。\n\n---\n注: 写真は去年のもの。\n---\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if "---" not in document.text or ":" not in document.text:
            return
        lines = document.raw_lines
        opening = [index for index, (_, text) in enumerate(lines) if text.rstrip() == "---"]
        done = -1
        for index in opening:
            end = _closing(lines, index) if index > done else None
            if end is not None:
                done = end
                yield self.finding(
                    Span(lines[index][0].start, lines[end][0].end),
                    ja="front matter が本文の中にあります。正しい値をファイルの先頭に移し、ここを消してください",
                    en="Front matter stands in the body. Move the right values to the start and remove this",
                )


def _closing(lines: Sequence[tuple[Span, str]], opening: int) -> int | None:
    """The line that closes the front matter opened at a line, None if there is none."""
    keys: list[str] = []
    for index in range(opening + 1, min(opening + _MOST_LINES, len(lines))):
        text = lines[index][1]
        if text.rstrip() == "---":
            return index if len(keys) > 1 and _KEYS.intersection(keys) else None
        key = _KEY_LINE.fullmatch(text)
        if key:
            keys.append(key["key"])
        elif not keys or not _INNER_LINE.fullmatch(text):
            return None
    return None
