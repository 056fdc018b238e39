"""Spaces between two Japanese characters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.compiled import compiled
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, doc, replace
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.notation.prose import JA, SPACES, prose_of

_SPACE = rf"{SPACES}(?={JA})"
_STOPS = "、。"
_KATAKANA = "[ァ-ヶー][ \u3000]+[ァ-ヶー]"
_LABEL = 6
"""A block may begin with a number or a label of fewer characters, set off by a space."""
_NUMBERING = "第図表例注問答一二三四五六七八九十"


class SpaceBetweenFullWidth(Rule):
    """全角文字どうしの間に空白がある。

    和文は単語を空白で区切らない。消し忘れや、改行を消した跡であることが多い。詰める。カタカナ語の間の半角の空白、
    感嘆符と疑問符の後の空白、「第一章　概要」「①　概要」のような短い番号の後の空白は区切りなので見ない。太字やリンクに
    接する空白も、記法のために空けるので見ない。
    """

    id = "space-between-full-width"
    category = "notation"
    severity = None
    english = """A space stands between two Japanese characters.

    Japanese doesn't part its words by spaces; most are left over from editing or from a line break. Remove it. Spaces
    between words in katakana, after exclamation and question marks and after a short number or label are left alone,
    and so are those beside markup, which some engines need.
    """
    examples = (
        Bad("倉庫は⟦ ⟧港の北にある。\n", fixed="倉庫は港の北にある。\n"),
        Bad("市は工事を始めた。⟦　⟧完成は三年後だ。\n"),
        Good("インターフェース ブラウザの一覧です。\n"),
        Good("もう終わり？　次は来年です。\n"),
        Good("## 一　港の歴史\n"),
        Good("This is 大丈夫。\n"),
        Good("倉庫は **港の北** にある。\n"),
        Good("二つある。① 倉庫　② 工場\n"),
        Good("市は工事を始めた。 完成は三年後だ。\n", options={"after-stops": False}),
        Good("山田　太郎が来た。\n", options={"full-width-spaces": False}),
    )

    class Options(AllowOptions):
        after_stops: Annotated[
            bool, doc("句読点の後の空白も指摘する", "Report spaces after Japanese commas and full stops too")
        ] = True
        full_width_spaces: Annotated[bool, doc("全角の空白も指摘する", "Report full-width spaces too")] = True

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        prose = prose_of(document)
        for found in prose.find(_SPACE, " ", "\u3000"):
            start, end = found.match.span()
            if not self._joins_letters(prose.text, start, end) or not prose.is_unbroken(start - 1, end + 1):
                continue
            if "\u3000" in found[0] and not self.options.full_width_spaces:
                continue
            _, begin = prose.block_at(start)
            is_label = start - begin < _LABEL and prose.text[begin] in _NUMBERING
            if is_label or compiled(_KATAKANA).match(prose.text, start - 1):
                continue
            if prose.is_allowed(self.options.allow, start - 1, end + 1):
                continue
            span = found.span()
            yield self.finding(
                span,
                ja="全角文字の間に空白があります。詰めてください",
                en="A space stands between two Japanese characters; remove it",
                fix=replace(span, "", ja="空白を消す", en="Remove the space", safe=True),
            )

    def _joins_letters(self, text: str, start: int, end: int) -> bool:
        """Whether the spaces stand between two letters, or behind a comma or full stop: a number is a label."""
        if not text[end].isalpha():
            return False
        before = text[start - 1]
        return (before.isalpha() and compiled(JA).match(before) is not None) or (
            self.options.after_stops and before in _STOPS
        )
