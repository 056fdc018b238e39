"""Brackets that are opened and never closed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import Block, Document
from jlint.finding import Finding, Fix
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, Span, doc, replace
from jlint.rules.helpers.link_block import is_link
from jlint.rules.helpers.notation.pairs import Pairing, Unpaired, pairing
from jlint.rules.helpers.quotations import block_at, is_in_any_link

_NAMES = {
    "「": "かぎ括弧",
    "『": "二重かぎ括弧",
    "（": "丸括弧",
    "【": "隅付き括弧",
    "〈": "山括弧",
    "《": "二重山括弧",
}

_MOST = 200
"""More unclosed brackets than this in one file are no slips, and reported together."""


_STOPS = "。．！？!? \u3000\r\n"
_CUT_SHORT = lazy_pattern(r"[^。！？]{0,60}(?:\.{3}|…)")
"""A title that another site has cut: [港の倉庫（三年前に...](…)."""


class UnclosedBracket(Rule):
    """開き括弧に対応する閉じ括弧がない。

    どこまでが括弧の中か分からず、文が途切れた跡であることも多い。閉じ括弧を補うか、開き括弧を消す。本文の段落と
    題名を見る。数段落にわたる発言のように、後の段落で閉じるものや、段落ごとに開き直すものは指摘しない。
    """

    id = "unclosed-bracket"
    category = "notation"
    severity = Severity.WARNING
    needs = "「 『 （ 【 〈 《"
    english = """A bracket is opened and never closed.

    Nobody can tell how far it reaches, and often the sentence breaks off there. Add the closing bracket or remove the
    opening one. Paragraphs and the title are looked at. One that a later paragraph closes, as in a long speech, is
    left alone, and so is one that each paragraph of a speech opens again.
    """
    examples = (
        Bad("市は⟦「⟧港の再開発を急ぐと発表した。\n"),
        Bad("倉庫⟦（⟧三年前に閉鎖を使う。\n"),
        Bad("---\ntitle: 港の再開発⟦（⟧来春着工\n---\n\n工事は春に始まります。\n"),
        Good("全角の丸括弧は「（」から始まる。\n"),
        Good("- [途中で切れた「題名](https://example.com/a)\n"),
        Good("市は「港の『再開発』を急ぐ」と発表した。\n"),
        Good("「港は変わった。\n\n昔の倉庫はもうない」と彼は言う。\n"),
        Good("「港は変わった。\n\n「昔の倉庫はもうない。\n\n「それでいい」と彼は言う。\n"),
        Good("(1)倉庫 a)壁 b)屋根 :-( と書く。\n"),
        Good("記号は `「` だけを使う。\n"),
        Good("- [港の倉庫（三年前に...](https://example.com/)\n"),
        Bad('倉庫⟦{⟧三年前に閉鎖と⟦"⟧壁を使う⟦』⟧。\n', options={"brackets": ["{}", '""', "『』"], "unopened": True}),
        Bad("倉庫⟦（⟧閉鎖)を使う。\n", options={"same-width": True}),
        Bad("⟦「⟧港は変わった。\n\n昔の倉庫はもうない」と彼は言う。\n", options={"blocks": 0}),
        Good(
            "15\" の画面で it's と <町> と a < b を見る。\n", options={"brackets": ["<>", '""', "''"], "unopened": True}
        ),
    )

    class Options(RuleOptions):
        brackets: Annotated[
            tuple[str, ...],
            doc(
                "見るかっこや引用符の組。ほかに ()、[]、{}、<>、\"\"、'' なども書ける。",
                "The pairs that are looked at. (), [], {}, <>, \"\", '' and others may be added.",
            ),
        ] = ("「」", "『』", "（）", "【】", "〈〉", "《》")
        blocks: Annotated[
            int,
            doc(
                "何段落先で閉じていれば、閉じているとみなすか。0 なら同じ段落の中だけ。",
                "How many blocks further on the closing bracket may stand; 0: only in the same one.",
                ge=0,
            ),
        ] = 8
        unopened: Annotated[
            bool,
            doc("開き括弧のない閉じ括弧も指摘する。", "Whether closing brackets that nothing opens are reported too."),
        ] = False
        same_width: Annotated[
            bool, doc("（ と ) のように幅の違うものは組とみなさない。", "Whether （ and ) are no pair.")
        ] = False

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        pairs = pairing(self.options.brackets, self.options.same_width)
        spans = [*self._in_title(document, pairs), *self._in_prose(document, pairs)]
        if len(spans) > _MOST:
            yield self.finding(
                spans[0],
                ja=f"閉じられていない括弧が{len(spans):,}個あります。文章ではないものなら、コードにしてください",
                en=f"{len(spans):,} brackets are never closed. If this is no prose, make it code",
            )
            return
        for span in spans:
            bracket = span.of(document.text)
            yield self.finding(
                span,
                ja=f"{_NAMES.get(bracket, bracket)}が閉じられていません。閉じ括弧を補うか、開き括弧を消してください",
                en=f"{bracket} is never closed. Add the closing bracket or remove this one",
                choices=_choices(document, span, pairs),
            )
        if self.options.unopened:
            yield from self._unopened(document, pairs)

    def _in_title(self, document: Document, pairs: Pairing) -> Iterator[Span]:
        field = document.front_matter.fields.get("title") if document.front_matter else None
        if field is None or not isinstance(field.value, str):
            return
        written = field.value_span.of(document.text)
        for offset, _ in pairs.unpaired(written).opening:
            yield Span(field.value_span.start + offset, field.value_span.start + offset + 1)

    def _in_prose(self, document: Document, pairs: Pairing) -> Iterator[Span]:
        blocks = [block for block in document.prose if not is_link(block, document.text)]
        found = [pairs.unpaired(block.text) for block in blocks]
        closing = [(index, bracket) for index, unpaired in enumerate(found) for _, bracket in unpaired.closing]
        far = self.options.blocks
        spoken = _opened_again(blocks, found) if far else frozenset()
        for index, (block, unpaired) in enumerate(zip(blocks, found, strict=True)):
            for offset, bracket in unpaired.opening:
                if offset == 0 and index in spoken:
                    continue
                first = bisect_left(closing, (index + 1, ""))
                near = closing[first : first + far + 1] if far else []
                span = block.source_span(offset, offset + 1)
                is_cut = _CUT_SHORT.match(block.text, offset + 1) and is_in_any_link(document, span)
                if not is_cut and not any(later <= index + far and closer == bracket for later, closer in near):
                    yield span

    def _unopened(self, document: Document, pairs: Pairing) -> Iterator[Finding]:
        places = list(self._closing_nothing(document, pairs))
        if len(places) > _MOST:
            yield self.finding(
                places[0][0],
                ja=f"開き括弧のない閉じ括弧が{len(places):,}個あります。文章ではないものなら、コードにしてください",
                en=f"{len(places):,} brackets close nothing. If this is no prose, make it code",
            )
            return
        for span, opener in places:
            yield self.finding(
                span,
                ja=f"閉じ括弧「{span.of(document.text)}」に対応する開き括弧がありません。補うか、消してください",
                en=f"{span.of(document.text)} closes nothing. Add {opener} or remove it",
            )

    def _closing_nothing(self, document: Document, pairs: Pairing) -> Iterator[tuple[Span, str]]:
        """The closing brackets without an opening one, each with the opening bracket that it lacks."""
        opened = 0
        for block in document.prose:
            unpaired = pairs.unpaired(block.text)
            for offset, opener in unpaired.closing:
                if opened and self.options.blocks:
                    opened -= 1
                    continue
                yield block.source_span(offset, offset + 1), opener
            opened += len(unpaired.opening)


def _choices(document: Document, span: Span, pairs: Pairing) -> Iterator[Fix]:
    """To take the bracket away, or to close it at the end of its sentence, before what ends that."""
    bracket = span.of(document.text)
    yield replace(span, "", ja=f"{bracket} を消す", en=f"Drop {bracket}", safe=False)
    block, closer = block_at(document, span), pairs.closer_of(bracket)
    if block is None or closer is None:
        return
    at = next((each.span.end for each in block.sentences if each.span.start <= span.start < each.span.end), None)
    if at is not None:
        while at > span.end and document.text[at - 1] in _STOPS:
            at -= 1
        title = f"文の終わりに {closer} を補う", f"Add {closer} at the end of the sentence"
        yield replace(Span(at, at), closer, ja=title[0], en=title[1], safe=False)


def _opened_again(blocks: Sequence[Block], found: Sequence[Unpaired]) -> frozenset[int]:
    """The blocks that begin with a bracket which the next block opens again, in a row that ends with its closing."""
    again: list[int] = []
    for index in range(len(blocks) - 2, -1, -1):
        opener, following = blocks[index].text[:1], blocks[index + 1]
        is_open = bool(found[index].opening) and found[index].opening[0][0] == 0
        is_same = opener == following.text[:1] and following.kind is blocks[index].kind
        is_row = is_same and (not found[index + 1].opening or (bool(again) and again[-1] == index + 1))
        if is_open and is_row:
            again.append(index)
    return frozenset(again)
