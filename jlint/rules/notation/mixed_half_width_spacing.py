"""Spaces between Japanese and half-width letters or digits, here and there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from jlint.document import Document
from jlint.finding import Edit, Finding, Fix, Text
from jlint.rules.allow import AllowOptions
from jlint.rules.base import Bad, Good, Rule, Span, doc
from jlint.rules.notation._prose import JA, Found, prose_of
from jlint.rules.notation._ways import Odd, Use, odd_ones

_KINDS = {"letters": "[A-Za-z]", "numbers": "[0-9]"}
_PUNCTUATION = "[、。，．]"
_SPACED = "space"
_CLOSED = "none"

Way = Literal["majority", "space", "none", "any"]


class MixedHalfWidthSpacing(Rule):
    """全角文字と半角の英数字の間に、空白のある箇所とない箇所が混ざっている。

    字面がそろわず、検索や置換でも漏れが出る。一つの文書では多いほうにそろえる。英字の前後と数字の前後は別々に数え、
    リンクや強調の境目は見ない。
    """

    id = "mixed-half-width-spacing"
    category = "notation"
    severity = None
    english = """Half-width letters or digits are set off from Japanese by a space in one place and not in another.

    The page looks uneven and a search misses half of the places. One document keeps to the commoner way. Letters and
    digits are judged apart; the borders of links and emphasis are not looked at.
    """
    examples = (
        Bad(
            "速⟨いA⟩PIを選び、古い⟦ ⟧APIを捨てた。\n",
            fixed="速いAPIを選び、古いAPIを捨てた。\n",
        ),
        Bad(
            "二台の⟨ ⟩PC と⟦新A⟧PI を買った。\n",
            fixed="二台の PC と新 API を買った。\n",
            options={"letters": "space"},
        ),
        Good("新しい API と古い API を2025年に比べた。\n"),
        Good("速いAPIと `code` と **REST** APIを選び、\nAPIを捨てた。\n"),
        Good("Eコマース と API の話です。\n", options={"letters": "space", "allow": ["Eコマース"]}),
    )

    class Options(AllowOptions):
        letters: Annotated[
            Way,
            doc(
                "英字の前後: majority 多いほう、space 空ける、none 空けない、any 問わない。",
                "Around letters: the commoner way, always a space, none, or any.",
            ),
        ] = "majority"
        numbers: Annotated[
            Way, doc("数字の前後。選び方は letters と同じ。", "Around digits; the same choices as for letters.")
        ] = "majority"
        punctuation: Annotated[
            Literal["space", "none", "any"],
            doc("半角の英数字と句読点の間。", "Between half-width letters or digits and Japanese punctuation."),
        ] = "any"
        in_links: Annotated[bool, doc("リンクの文字列も見る。", "Whether the text of links is looked at too.")] = True

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        for kind, half in _KINDS.items():
            prefer = getattr(self.options, kind)
            if prefer != "any":
                yield from self._told(odd_ones(self._uses(document, half, JA), prefer, (_CLOSED,)))
            if self.options.punctuation != "any":
                uses = self._uses(document, half, _PUNCTUATION)
                yield from self._told(odd_ones(uses, self.options.punctuation))

    def _uses(self, document: Document, half: str, full: str) -> list[Use]:
        pattern = rf"(?<={full})(?=( *){half})|(?<={half})(?=( *){full})"
        uses = (self._use(found) for found in prose_of(document).find(pattern))
        links = [] if self.options.in_links else [link.span for link in document.links]
        return [use for use in uses if use and not any(use.span.overlaps(link) for link in links)]

    def _use(self, found: Found) -> Use | None:
        """The space, or, where there is none, the two characters that meet."""
        middle = found.match.start()
        spaces = found[1] + found[2]
        start, end = middle - 1, middle + len(spaces) + 1
        prose = found.prose
        if not prose.is_unbroken(start, end) or prose.is_allowed(self.options.allow, start, end):
            return None
        if spaces:
            return Use(_SPACED, spaces, prose.span(middle, middle + len(spaces)))
        return Use(_CLOSED, "", prose.span(start, end))

    def _told(self, odd: Iterator[Odd]) -> Iterator[Finding]:
        for each in odd:
            span = each.use.span
            if each.right == _SPACED:
                middle = Span(span.start + 1, span.start + 1)
                yield self.finding(
                    span,
                    ja="全角文字と半角の英数字の間に空白がありません。空けてください",
                    en="No space stands between Japanese and half-width characters; put one",
                    fix=Fix(Text("空白を入れる", "Put a space"), (Edit(middle, " "),), safe=True),
                    related=each.related,
                )
            else:
                yield self.finding(
                    span,
                    ja="全角文字と半角の英数字の間に空白があります。詰めてください",
                    en="A space stands between Japanese and half-width characters; remove it",
                    fix=Fix(Text("空白を消す", "Remove the space"), (Edit(span, ""),), safe=True),
                    related=each.related,
                )
