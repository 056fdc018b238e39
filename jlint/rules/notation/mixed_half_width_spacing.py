"""Spaces between Japanese and half-width letters or digits in some places only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated, Literal

from msgspec import Struct

from jlint.compiled import compiled
from jlint.document import Document
from jlint.finding import Edit, Finding, Fix, Related, Text
from jlint.rules.contract.base import Bad, Good, Rule, Span, doc
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.notation.prose import Prose, prose_of
from jlint.rules.helpers.notation.ways import MAJORITY
from jlint.span import SpanIndex

_KINDS = {"letters": "[A-Za-z]", "numbers": "[0-9]"}
_PUNCTUATION = frozenset("、。，．")
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
        Good("① APIを選ぶ。古い② APIは捨て、α とAPIを比べた。\n"),
        Bad("第三章⟦　⟧AP⟨Iの⟩話\n", options={"letters": "none", "full-width-spaces": True}),
        Good("第三章　APIの話\n", options={"letters": "none"}),
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
        full_width_spaces: Annotated[
            bool, doc("全角の空白も空白とみなす。", "Whether a full-width space counts as a space.")
        ] = False
        in_links: Annotated[bool, doc("リンクの文字列も見る。", "Whether the text of links is looked at too.")] = True

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        prose = prose_of(document)
        spaces = " \u3000" if self.options.full_width_spaces else " "
        for kind, half in _KINDS.items():
            prefer = getattr(self.options, kind)
            if prefer != "any":
                yield from self._reported(prose, list(_borders(prose, half, _is_japanese, spaces)), prefer)
            if self.options.punctuation != "any":
                marks = list(_borders(prose, half, _PUNCTUATION.__contains__, spaces))
                yield from self._reported(prose, marks, self.options.punctuation)

    def _reported(self, prose: Prose, borders: list[_Border], prefer: str) -> Iterator[Finding]:
        spaced = [border for border in borders if border.start < border.end]
        closed = [border for border in borders if border.start == border.end]
        if prefer == MAJORITY:
            if not spaced or not closed:
                return
            prefer = _SPACED if len(spaced) > len(closed) else _CLOSED
        wrong, right = (closed, spaced) if prefer == _SPACED else (spaced, closed)
        if not wrong:
            return
        links = SpanIndex([] if self.options.in_links else (link.span for link in prose.document.links))
        model = next((border for border in right if border.is_whole(prose)), None)
        related = [Related(model.span(prose), Text("もう一つの書き方", "the other way"))] if model else []
        for border in wrong:
            if border.is_whole(prose) and not prose.is_allowed(self.options.allow, border.start - 1, border.end + 1):
                span = border.span(prose)
                if not links.overlaps(span):
                    yield self._finding(span, related, spaced=prefer == _SPACED)

    def _finding(self, span: Span, related: list[Related], *, spaced: bool) -> Finding:
        if spaced:
            middle = Span(span.start + 1, span.start + 1)
            return self.finding(
                span,
                ja="全角文字と半角の英数字の間に空白がありません。空けてください",
                en="No space stands between Japanese and half-width characters; put one",
                fix=Fix(Text("空白を入れる", "Put a space"), (Edit(middle, " "),), safe=True),
                related=related,
            )
        return self.finding(
            span,
            ja="全角文字と半角の英数字の間に空白があります。詰めてください",
            en="A space stands between Japanese and half-width characters; remove it",
            fix=Fix(Text("空白を消す", "Remove the space"), (Edit(span, ""),), safe=True),
            related=related,
        )


class _Border(Struct, frozen=True):
    """The spaces between a Japanese and a half-width character; where there are none, the place between them."""

    start: int
    end: int

    def is_whole(self, prose: Prose) -> bool:
        """Whether there is no markup."""
        return prose.is_unbroken(self.start - 1, self.end + 1)

    def span(self, prose: Prose) -> Span:
        """The spaces, or the two characters that meet."""
        return prose.span(self.start, self.end) if self.start < self.end else prose.span(self.start - 1, self.end + 1)


def _is_japanese(character: str) -> bool:
    """Whether it is kana or kanji, and not a number in a circle, a Greek letter or a full-width Latin one."""
    return ("\u3005" <= character < "\uff00" and character.isalnum()) or character >= "\U00020000"


def _borders(prose: Prose, half: str, is_full: Callable[[str], bool], spaces: str) -> Iterator[_Border]:
    """The borders on the left and on the right of half-width characters, next to a full-width character."""
    text = prose.text
    for match in compiled(f"{half}+").finditer(text):
        start, end = match.span()
        left, right = start, end
        while text[left - 1] in spaces:
            left -= 1
        while text[right] in spaces:
            right += 1
        if is_full(text[left - 1]):
            yield _Border(left, start)
        if is_full(text[right]):
            yield _Border(end, right)
