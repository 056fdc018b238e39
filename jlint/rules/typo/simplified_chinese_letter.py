"""A simplified Chinese letter inside Japanese prose."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity
from jlint.rules.helpers.typo.embedded import as_written_elsewhere, embedded

_LONGEST = 4
"""Most letters of a slip. A longer run is a Chinese name or quotation."""


class SimplifiedChineseLetter(Rule):
    """日本語の文に、中国の簡体字が一か所だけ混じっている。

    生成された文章で、一語だけが中国語に化けることがある。日本の字体か、正しい日本語に直す。中国の社名や人名を簡体字のまま
    引くこともあるので、文書のほかの所にも簡体字があるときと、かぎ括弧や括弧に続くときは指摘しない。
    """

    id = "simplified-chinese-letter"
    category = "typo"
    severity = Severity.INFO
    english = """A simplified Chinese letter stands in Japanese prose, in one place only.

    Generated text sometimes slips into Chinese for a word. Use the Japanese form, or the right Japanese word. Chinese
    names may be quoted as they are written, so a document with more of them is left alone, as is one in brackets.
    """
    examples = (
        Bad("係の者が第一⟦时间⟧に駆けつけた。\n"),
        Bad("駅前の商店街を電⟦车⟧が走る。\n"),
        Good("会社は华为（ファーウェイ）と組んだ。\n"),
        Good("深圳市红土資本と深圳市汇通資本が組んだ。\n"),
        Good("中国国内の個々の会社と芸術学会が体力を点検した。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        rows = list(embedded(document, _is_simplified))
        if len(rows) != 1 or not rows[0].inside or len(rows[0].letters) > _LONGEST:
            return
        (row,) = rows
        yield self.finding(
            row.span,
            ja=f"中国の簡体字「{row.letters}」が混じっています。日本の字体か、正しい日本語に直してください",
            en=f"Simplified Chinese ({row.letters}) in Japanese prose. Use the Japanese form or the right word",
            fix=as_written_elsewhere(document, row),
        )


@cache
def _is_simplified(letter: str) -> bool:
    """Whether China's standard has the letter and Japan's (JIS X 0213, which also has old and rare forms) lacks it."""
    return "一" <= letter <= "鿿" and _has("gb2312", letter) and not _has("euc_jis_2004", letter)


def _has(encoding: str, letter: str) -> bool:
    try:
        letter.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
