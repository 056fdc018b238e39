"""Spaces between two Japanese characters."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.compiled import compiled
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, replace
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.notation.prose import JA, SPACES, prose_of

_SPACE = rf"{SPACES}(?={JA})"
_BEFORE = rf"{JA}|[、。]"
_KATAKANA = "[ァ-ヶー][ \u3000]+[ァ-ヶー]"
_LABEL = 6
"""A block may begin with a number or a label of fewer characters, set off by a space."""
_NUMBERING = "第図表例注問答一二三四五六七八九十"


class SpaceBetweenFullWidth(Rule):
    """全角文字どうしの間に空白がある。

    和文は単語を空白で区切らない。消し忘れや、改行を消した跡であることが多い。詰める。カタカナ語の間の半角の空白、
    感嘆符と疑問符の後の空白、「第一章　概要」のような短い番号の後の空白は区切りなので見ない。
    """

    id = "space-between-full-width"
    category = "notation"
    severity = None
    english = """A space stands between two Japanese characters.

    Japanese doesn't part its words by spaces; most are left over from editing or from a line break. Remove it. Spaces
    between words in katakana, after exclamation and question marks and after a short number or label are left alone.
    """
    examples = (
        Bad("倉庫は⟦ ⟧港の北にある。\n", fixed="倉庫は港の北にある。\n"),
        Bad("市は工事を始めた。⟦　⟧完成は三年後だ。\n"),
        Good("インターフェース ブラウザの一覧です。\n"),
        Good("もう終わり？　次は来年です。\n"),
        Good("## 一　港の歴史\n"),
        Good("This is 大丈夫。\n"),
    )
    Options = AllowOptions
    options: AllowOptions

    def check(self, document: Document) -> Iterator[Finding]:
        prose = prose_of(document)
        for found in prose.find(_SPACE, " ", "\u3000"):
            start, end = found.match.span()
            if not compiled(_BEFORE).match(prose.text, start - 1):
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
