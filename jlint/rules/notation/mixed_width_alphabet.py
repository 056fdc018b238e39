"""Full-width and half-width Latin letters in one text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from string import ascii_letters
from typing import Annotated, Literal

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding, Related, Text
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Span, doc, replace

_HALF, _FULL = lazy_pattern("[A-Za-z]+"), lazy_pattern("[Ａ-Ｚａ-ｚ]+")
_TO_HALF = {ord(letter) + 0xFEE0: ord(letter) for letter in ascii_letters}
_TO_FULL = {half: full for full, half in _TO_HALF.items()}


class MixedWidthAlphabet(Rule):
    """一つの文書に、全角と半角の英字が混ざっている。

    同じ語でも検索では別の文字になる。多いほう（prefer を選べばその幅）にそろえる。
    """

    id = "mixed-width-alphabet"
    category = "notation"
    severity = None
    english = """Full-width and half-width Latin letters are mixed in one text.

    To a search they are different characters. Keep to the kind that is more frequent, or to the one `prefer` names.
    """
    examples = (
        Bad("⟨API⟩ を API と呼び、⟦ＵＲＬ⟧を渡す。\n", fixed="API を API と呼び、URLを渡す。\n"),
        Bad("⟦API⟧ と⟨ＵＲＬ⟩を渡す。\n", options={"prefer": "full"}, fixed="ＡＰＩ とＵＲＬを渡す。\n"),
        Good("API と URL を渡す。\n"),
        Good("ＡＰＩとＵＲＬを渡す。\n"),
        Good("ＡＰＩを`ls`で渡す。\n"),
    )

    class Options(RuleOptions):
        prefer: Annotated[
            Literal["majority", "half", "full"],
            doc(
                "そろえる先: majority 多いほう、half 半角、full 全角。",
                "Which to keep: majority the more frequent, half, full.",
            ),
        ] = "majority"

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        full = _places(document, _FULL)
        half = _places(document, _HALF) if full else []
        if not half:
            return
        to_half = self.options.prefer == "half" or (self.options.prefer == "majority" and len(half) >= len(full))
        kept, changed, table = (half, full, _TO_HALF) if to_half else (full, half, _TO_FULL)
        ja, en = ("半角", "half-width") if to_half else ("全角", "full-width")
        for span in changed:
            better = span.of(document.text).translate(table)
            yield self.finding(
                span,
                ja=f"全角と半角の英字が混ざっています。{ja}の「{better}」にしてください",
                en=f"Full-width and half-width letters are mixed. Write {better} in {en} letters",
                fix=replace(span, better, ja=f"「{better}」にする", en=f"Write {better}", safe=True),
                related=[Related(kept[0], Text("もう一つの書き方", "the other way"))],
            )


def _places(document: Document, letters: re.Pattern[str]) -> Sequence[Span]:
    return [
        block.source_span(*match.span())
        for block in document.prose
        if not block.quoted
        for match in letters.finditer(block.text)
    ]
