"""A lone Latin letter in the middle of Japanese: what slips in when the input method is off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule
from jlint.rules.helpers.allow import AllowOptions, allowed

_HINT = lazy_pattern("[^\x00-\x7f][b-df-hj-mo-w][^\x00-\x7f]")


@cache
def _stray() -> re.Pattern[str]:
    """Letters that stand for numbers and quantities (a, e, i, n, x, y, z) are left out.

    A particle after the letter makes it a name, such as that of a variable.
    """
    return lazy_pattern("(?<=[ぁ-んァ-ヶー一-鿿])[b-df-hj-mo-w](?=[ァ-ヶー−一-鿿])")


class StrayLetter(Rule):
    """日本語の文字の間に、英字が一つだけ入っている。

    かな漢字変換のときに打ちそこねたもの。消すか、正しい字に直す。「p値」のような語は allow に書く。
    """

    id = "stray-letter"
    category = "typo"
    severity = None
    english = """A single Latin letter stands between Japanese characters.

    It slipped in while typing. Remove it or put the right character. List words such as 「p値」 under `allow`.
    """
    examples = (
        Bad("新しい⟦k⟧倉庫を建てる。\n"),
        Bad("ミーティ⟦g⟧ング室に集まる。\n"),
        Good("新しい倉庫を建てる。\n"),
        Good("第n回の会で変数kを決める。C言語で書く。\n"),
        Good("その検定のp値を見る。\n", options={"allow": ["p値"]}),
    )
    Options = AllowOptions
    options: AllowOptions

    def check(self, document: Document) -> Iterator[Finding]:
        allow = allowed(self.options.allow)
        for block in document.proofread:
            if not _HINT.search(block.text):
                continue
            for match in _stray().finditer(block.text):
                if not allow.covers(block.text, *match.span()):
                    yield self.finding(
                        block.source_span(*match.span()),
                        ja=f"日本語の中に英字の「{match[0]}」が一つだけあります。打ちまちがいでないか確かめてください",
                        en=f"A single {match[0]} stands among Japanese characters. See whether it is a slip",
                    )
