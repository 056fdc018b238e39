"""A lone Latin letter in the middle of Japanese: what slips in when the input method is off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, doc
from jlint.rules.helpers.allow import AllowOptions, allowed

_HINT = lazy_pattern("[^\x00-\x7f][b-df-hj-mo-w][^\x00-\x7f]")

_ANY_HINT = lazy_pattern("[^\x00-\x7f][A-Za-zＡ-Ｚａ-ｚ][^\x00-\x7f]")
_LETTERS = "ぁ-ゖァ-ヺー−一-鿿々"
_MARKS = "、。，．！？（）・"


@cache
def _stray() -> re.Pattern[str]:
    """Letters that stand for numbers and quantities (a, e, i, n, x, y, z) are left out.

    A particle after the letter makes it a name, such as that of a variable.
    """
    return lazy_pattern("(?<=[ぁ-んァ-ヶー一-鿿])[b-df-hj-mo-w](?=[ァ-ヶー−一-鿿])")


@cache
def _anywhere() -> re.Pattern[str]:
    japanese = f"[{_LETTERS}{_MARKS}]"
    return lazy_pattern(f"(?<={japanese})[A-Za-zＡ-Ｚａ-ｚ](?={japanese})")


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
        Bad("戸を開⟦ｋ⟧けて待⟦t⟧つ。\n", options={"anywhere": True}),
        Bad("値は⟦k⟧です。\n", options={"anywhere": True}),
        Good("新しい倉庫を建てる。\n"),
        Good("新しい**k**倉庫と[k](https://example.com/)倉庫を建てる。\n"),
        Good("第n回の会で変数kを決める。C言語で書く。\n"),
        Good("その検定のp値を見る。\n", options={"allow": ["p値"]}),
    )

    class Options(AllowOptions):
        anywhere: Annotated[
            bool,
            doc(
                "ひらがなや句読点の前の字、全角の字、大文字、数を表す字（n、x など）も指摘する",
                "Report letters before hiragana or punctuation, full-width ones, capitals and those of numbers (n) too",
            ),
        ] = False

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        allow = allowed(self.options.allow)
        hint, stray = (_ANY_HINT, _anywhere()) if self.options.anywhere else (_HINT, _stray())
        for block in document.proofread:
            if not hint.search(block.text):
                continue
            for match in stray.finditer(block.text):
                around = block.source_span(match.start() - 1, match.end() + 1)
                is_beside_markup = around.end - around.start > len("かkか")
                if not is_beside_markup and not allow.covers(block.text, *match.span()):
                    yield self.finding(
                        block.source_span(*match.span()),
                        ja=f"日本語の中に英字の「{match[0]}」が一つだけあります。打ちまちがいでないか確かめてください",
                        en=f"A single {match[0]} stands among Japanese characters. See whether it is a slip",
                    )
