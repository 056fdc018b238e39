"""Spaces between Japanese and inline code, emphasis or links."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Struct

from jlint.compiled import compiled, lazy_pattern
from jlint.document import Block, Document
from jlint.finding import Edit, Finding, Fix, Text
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Span, doc
from jlint.rules.helpers.notation.prose import JA

_CODE = lazy_pattern(r"(?<!`)(`+)(?!`)[^\n]*?[^`\n]\1(?!`)")
_STRONG = lazy_pattern(r"(?<![*_\\])(\*\*|__)(?![\s*_])[^*_\n]*?(?<![\s*_])\1(?![*_])")
_EMPHASIS = lazy_pattern(r"(?<![*_\\])([*_])(?![\s*_])[^*_\n]*?(?<![\s*_])\1(?![*_])")
_LINK_MARKS = "[]()*_<>"

Sides = Literal["any", "both", "none", "before", "after"]

_NAMES = {"code": "インラインコード", "strong": "強い強調", "emphasis": "強調", "link": "リンク"}


class _Markup(Struct, frozen=True):
    kind: str
    span: Span
    text: str
    """What a reader sees of it, as far as its edges are concerned."""


class SpaceAroundMarkup(Rule):
    """和文とインラインコード、強調、リンクの間の空白が、決めたとおりになっていない。

    空ける・空けないは媒体ごとの約束なので、オプションで決めたものだけを見る。強調とリンクは、端の文字が全角なら、空白が
    なくても指摘しない。
    """

    id = "space-around-markup"
    category = "notation"
    severity = None
    english = """The spaces between Japanese and inline code, emphasis or links aren't as agreed.

    Whether there is one is a matter of house style, so only what the options ask for is looked at. Emphasis and links
    that begin or end with a Japanese character need no space there.
    """
    examples = (
        Bad("値は⟦`⟧code⟦`⟧です。\n", fixed="値は `code` です。\n", options={"code": "both"}),
        Bad("値は⟦ ⟧**API**⟦ ⟧です。\n", fixed="値は**API**です。\n", options={"strong": "none"}),
        Bad("値は *API*⟦ ⟧です。\n", options={"emphasis": "before"}),
        Bad("値は⟦[⟧API](a.md) です。\n", options={"link": "both"}),
        Good("値は `code`、次は **英語** と*和文*です。\n", options={"code": "both", "emphasis": "both"}),
        Good("`code` is good, **so** is this.\n", options={"code": "none", "strong": "none"}),
        Good("値は`code`や `code` です。\n"),
    )

    class Options(RuleOptions):
        code: Annotated[
            Sides,
            doc(
                "インラインコードの前後: any 問わない、both 両側を空ける、none 空けない、before 前だけ、after 後だけ。",
                "Around inline code: any, a space on both sides, on none, only before or only after.",
            ),
        ] = "any"
        emphasis: Annotated[Sides, doc("強調（*…*）の前後。", "Around emphasis (*…*).")] = "any"
        strong: Annotated[Sides, doc("強い強調（**…**）の前後。", "Around strong emphasis (**…**).")] = "any"
        link: Annotated[Sides, doc("リンクの前後。", "Around links.")] = "any"

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        wanted = {kind: getattr(self.options, kind) for kind in _NAMES}
        kinds = {kind for kind, sides in wanted.items() if sides != "any"}
        if not kinds:
            return
        for block in document.prose:
            for markup in _markup_of(block, document, kinds):
                sides = wanted[markup.kind]
                yield from self._side(document.text, block.span, markup, sides in ("both", "before"), before=True)
                yield from self._side(document.text, block.span, markup, sides in ("both", "after"), before=False)

    def _side(self, text: str, block: Span, markup: _Markup, spaced: bool, *, before: bool) -> Iterator[Finding]:
        around = text[block.start : markup.span.start] if before else text[markup.span.end : block.end]
        bare = around.rstrip(" ") if before else around.lstrip(" ")
        neighbour = bare[-1:] if before else bare[:1]
        if not compiled(JA).match(neighbour):
            return
        name = _NAMES[markup.kind]
        gap = len(around) - len(bare)
        side = ("前", "before") if before else ("後", "after")
        place = markup.span.start if before else markup.span.end
        if gap and not spaced:
            span = Span(place - gap, place) if before else Span(place, place + gap)
            yield self.finding(
                span,
                ja=f"{name}の{side[0]}に空白があります。詰めてください",
                en=f"A space stands {side[1]} {markup.kind}; remove it",
                fix=Fix(Text("空白を消す", "Remove the space"), (Edit(span, ""),), safe=True),
            )
        edge = markup.text[:1] if before else markup.text[-1:]
        if not gap and spaced and not compiled(JA).match(edge):
            yield self.finding(
                Span(place, place + 1) if before else Span(place - 1, place),
                ja=f"{name}の{side[0]}に空白がありません。空けてください",
                en=f"No space stands {side[1]} {markup.kind}; put one",
                fix=Fix(Text("空白を入れる", "Put a space"), (Edit(Span(place, place), " "),), safe=True),
            )


def _markup_of(block: Block, document: Document, kinds: set[str]) -> Iterator[_Markup]:
    source = block.span.of(document.text)
    if "link" in kinds and "](" in source:
        first = bisect_left(document.links, block.span.start, key=lambda link: link.span.start)
        for link in document.links[first:]:
            if link.span.end > block.span.end:
                break
            if link.span.of(document.text).startswith("["):
                label = link.span.of(document.text).partition("](")[0]
                yield _Markup("link", link.span, label.strip(_LINK_MARKS))
    if "`" in source:
        for code in _CODE.finditer(source):
            if "code" in kinds:
                yield _Markup("code", _moved(code.span(), block.span.start), "`")
        source = _CODE.sub(lambda code: "`" * len(code[0]), source)
    for kind, pattern in (("strong", _STRONG), ("emphasis", _EMPHASIS)):
        if kind in kinds:
            for found in pattern.finditer(source):
                yield _Markup(kind, _moved(found.span(), block.span.start), found[0].strip("*_"))


def _moved(span: tuple[int, int], by: int) -> Span:
    return Span(span[0] + by, span[1] + by)
