"""Misspellings that are common enough to be listed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jlint.document import Document
from jlint.document.word_search import WordSearch
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity, replace
from jlint.rules.helpers.typo.misspellings import misspellings
from jlint.rules.helpers.typo.quoted import is_quoted


@cache
def _search() -> WordSearch:
    return WordSearch([each.wrong for each in misspellings()])


class KnownMisspelling(Rule):
    """よくある書き間違い。

    原語のつづりや語の成り立ちと違う書き方のうち、よく見かけるもの。「シュミレーション」「除々に」など。
    正しい書き方に直す。
    誤りの例として引いているところ（かぎ括弧の中にその語だけがあるとき）は指摘しない。
    """

    id = "known-misspelling"
    category = "typo"
    severity = Severity.WARNING
    supersedes = ("broken-idiom",)
    english = """A common misspelling.

    It departs from the original word or from what the word is made of. Use the right form. Where it is quoted as such,
    alone in brackets, it is left alone.
    """
    examples = (
        Bad("運転の⟦シュミレーション⟧をする。\n", fixed="運転のシミュレーションをする。\n"),
        Bad("⟦的を得⟧た指摘を⟦除々に⟧減らす。\n", fixed="的を射た指摘を徐々に減らす。\n"),
        Bad("道具を⟦一つづつ⟧片づける。\n", fixed="道具を一つずつ片づける。\n"),
        Good("「シュミレーション」ではなく「シミュレーション」と書く。\n"),
        Good("徐々にシミュレーションの的を絞る。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for block, words in document.proofread_text.blocks_by_word(_search()):
            done: set[int] = set()
            for wrong, right, _, _ in (each for each in misspellings() if each.wrong in words):
                for start in _places(wrong, block.text):
                    end = start + len(wrong)
                    span = block.source_span(start, end)
                    if not done.isdisjoint(range(start, end)) or document.in_own_word(span):
                        continue
                    done.update(range(start, end))
                    yield self.finding(
                        span,
                        ja=f"「{wrong}」は「{right}」の書き間違いです。直してください",
                        en=f"{wrong} is a misspelling of {right}. Correct it",
                        fix=replace(span, right, ja=f"「{right}」に直す", en=f"Use {right}", safe=False),
                    )


def _places(word: str, text: str) -> Iterator[int]:
    """The offsets of the word, except where it is the whole content of a pair of brackets."""
    at = text.find(word)
    while at >= 0:
        if not is_quoted(text, at, at + len(word)):
            yield at
        at = text.find(word, at + len(word))
