"""Spaces on either side of Japanese brackets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from jlint.compiled import compiled
from jlint.document import Document
from jlint.finding import Edit, Finding, Fix, Text
from jlint.rules.contract.base import Bad, Good, Rule, Span, doc, replace
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.notation.prose import EDGE, JA, SPACES, Found, prose_of
from jlint.span import LINE_END

_OPENING = "「『（【［〔〈《"
_CLOSING = "」』）】］〕〉》"
_SPACED = rf"{SPACES}(?=(?P<after>[{_OPENING}]|(?P<closing>[{_CLOSING}])|(?P<ja>{JA}|[、。])|\S))"
_HALF_SPACED = rf"{SPACES}(?=(?P<after>\((?=[^()\0]*\))|{JA}))"
_HALF_CLOSED = rf"(?<={JA})(?=\([^()\0]*\))|(?<=\))(?={JA})"


class SpaceAroundBracket(Rule):
    """かっこの内側か外側に空白がある。

    全角のかっこは字面に余白を含むので、空白を足すと間が抜ける。詰める。半角の丸かっこの外側は、空ける・空けないを
    オプションで決める。
    """

    id = "space-around-bracket"
    category = "notation"
    severity = None
    english = """A space stands inside or outside a Japanese bracket.

    Full-width brackets bring their own white space, and one more leaves a hole. Remove it. An option says whether
    half-width parentheses are to be set off.
    """
    examples = (
        Bad("港は⟦ ⟧「新しい町」と呼ばれる。\n", fixed="港は「新しい町」と呼ばれる。\n"),
        Bad("港は「⟦　⟧新しい町」と呼ばれる。\n"),
        Bad("港⟦(⟧改修中⟦)⟧の地図。\n", fixed="港 (改修中) の地図。\n", options={"half-width": "space"}),
        Bad("港⟦ ⟧(改修中)の地図。\n", options={"half-width": "none"}),
        Bad("港**⟦(⟧改修中)  \nの地図**。\n", options={"half-width": "space"}, dialect="kramdown"),
        Good("港は「新しい町」と呼ばれる。\n"),
        Good("港 (改修中) と Page(s) の地図。\n"),
        Good("本当？ 「町」は港の API （試作）です。\n"),
    )

    class Options(AllowOptions):
        half_width: Annotated[
            Literal["any", "space", "none"],
            doc(
                "和文に付く半角の丸かっこの外側: any 問わない、space 空ける、none 空けない。",
                "Outside half-width parentheses next to Japanese: any, a space, or none.",
            ),
        ] = "any"

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        prose = prose_of(document)
        for found in prose.find(_SPACED, " ", "\u3000"):
            if _is_beside_full_bracket(found):
                yield from self._surplus(found)
        if self.options.half_width == "none":
            for found in prose.find(_HALF_SPACED, "("):
                if _is_beside_half_bracket(found):
                    yield from self._surplus(found)
        if self.options.half_width == "space":
            for found in prose.find(_HALF_CLOSED, "("):
                yield from self._missing(found)

    def _surplus(self, found: Found) -> Iterator[Finding]:
        start, end = found.match.span()
        if found.prose.is_allowed(self.options.allow, start - 1, end + 1):
            return
        span = found.span()
        yield self.finding(
            span,
            ja="かっこの前後に空白があります。詰めてください",
            en="A space stands next to a bracket; remove it",
            fix=replace(span, "", ja="空白を消す", en="Remove the space", safe=True),
        )

    def _missing(self, found: Found) -> Iterator[Finding]:
        middle = found.match.start()
        opens = found.prose.text[middle] == "("
        if found.prose.is_allowed(self.options.allow, middle - 1, middle + 1):
            return
        before, after = found.prose.span(middle - 1, middle), found.prose.span(middle, middle + 1)
        between = Span(before.end, after.start)
        if LINE_END.search(between.of(found.prose.document.text)):
            return
        fix = Fix(Text("空白を入れる", "Put a space"), (Edit(between, " "),), safe=True)
        yield self.finding(
            after if opens else before,
            ja="半角のかっこの外側に空白がありません。空けてください",
            en="No space stands outside a half-width bracket; put one",
            fix=None if between.start < between.end else fix,
        )


def _before(found: Found) -> str:
    return found.prose.text[found.match.start() - 1]


def _is_beside_full_bracket(found: Found) -> bool:
    before = _before(found)
    if before in _OPENING:
        return found["after"] != EDGE
    if before in EDGE + "\n":
        return False
    if found["closing"]:
        return True
    if before in _CLOSING:
        return bool(found["ja"])
    return found["after"] in _OPENING and _is_japanese(before)


def _is_beside_half_bracket(found: Found) -> bool:
    before = _before(found)
    return _is_japanese(before) if found["after"] == "(" else before == ")"


def _is_japanese(char: str) -> bool:
    return char in "、。" or compiled(JA).match(char) is not None
