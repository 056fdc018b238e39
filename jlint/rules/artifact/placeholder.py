"""Placeholders for a figure or a passage that was never filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.document.block import Block, BlockKind, Sentence
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, Span, doc
from jlint.rules.helpers.artifact.instructions import is_instructions
from jlint.rules.helpers.artifact.shown import beside, is_shown
from jlint.span import SpanIndex

_UNIT = "(?:[%％]|[万億兆]|円|ドル|ユーロ|人|社|件|名|倍|個|回|台|店舗|時間|分|ポイント)"
_LETTERS = rf"(?<![A-Za-zＡ-Ｚ0-9０-９.\-])(?:X{{2,}}|Ｘ{{2,}}|x{{3,}})(?={_UNIT})"
_CIRCLES = rf"(?:(?<![〇○◯])[〇○◯]{{2,}}+|(?<!●)●{{2,}}+|(?<!△)△{{2,}}+)(?={_UNIT})"
_TO_FILL_IN = (
    r"[\[［【（(](?:※\s?)?(?:ここに|ここへ)[^\]］】）)「」]{1,30}(?:を|が)?"
    r"(?:挿入|掲載|配置|追加|記載|記入|入力|追記|入れる|入る|書く|貼る|貼り付け|埋め込む|埋め込み)(?:する|します|してください|予定)?[\]］】）)]"
    r"|[\[［【](?:要確認|要追記|要出典確認|後で(?:追記|確認|記入)|(?:会社|企業|商品|サービス|著者|担当者)名(?:を(?:記入|入力|挿入))?)[\]］】]"
    r"|(?<!\[)\[(?:INSERT|Insert|YOUR|Your) [A-Za-z ]{2,40}\]|Lorem ipsum dolor|ダミーテキスト(?:です。|が入ります)"
)
_PICTURE = "(?:画像|写真|図表?|イラスト|動画|グラフ)"
_THING = rf"(?:{_PICTURE}|図表|図解|挿絵|スクリーンショット|スクショ|地図|バナー|アイキャッチ|(?:参考)?リンク|URL)"
_INSERTED = "(?:挿入|配置|掲載)(?:する|してください|して下さい|予定)?|(?:入れる|入る|貼る)(?:予定)?"
_INSIDE = r"[^\[\]［］【】（）()「」『』。\n]"
_PLACE = rf"""(?x)
      [\[［【（(〔〈《] \s* (?:
          {_INSIDE}{{0,16}}{_THING} を? 挿入(?:する|してください|して下さい|予定)? (?:\s?[：:]{_INSIDE}{{1,40}})?
        | {_PICTURE} [0-9０-９]? \s? [：:] {_INSIDE}{{1,40}} 挿入(?:する|してください|して下さい|予定)?
        | ここ[にへ]、?{_INSIDE}{{0,16}}{_THING}(?:を?(?:{_INSERTED})|が入(?:る|ります))
      ) \s* [\]］】）)〕〉》]
    | (?P<shown>[\[［【] \s* {_PICTURE} \s? [：:] (?:(?!/){_INSIDE}){{2,60}} [\]］】])
    | (?:TODO[：:]|[※→])? \s? (?:ここ|この(?:部分|位置))[にへ]、?{_INSIDE}{{0,12}}{_THING}を?(?:{_INSERTED})[。！]?
    | ※ \s? ここ[にへ]、?{_INSIDE}{{0,12}}{_THING}が入(?:る|ります)[。！]?
    """
"""A place for a picture or a link. It was left over if it is all there is in its paragraph."""
_HINTS = (
    *("XX", "ＸＸ", "xxx", "〇〇", "○○", "◯◯", "●●", "△△", "ここに", "ここへ"),
    *("要確認", "要追記", "要出典", "後で", "名]", "名］", "名】", "名を", "[I", "[Y", "Lorem", "ダミー"),
    *("挿入", "この部分", "この位置"),
    *(f"{bracket}{kind}" for bracket in "[［【" for kind in ("画像", "写真", "図", "イラスト", "動画", "グラフ")),
)
_PICTURE_MARKUP = lazy_pattern(r"!\[|<(?:img|figure|picture|svg|iframe|video)\b")
_LONGEST_PLACE = 80
_SHOWN = 40
"""Characters of a sentence that are looked for in code."""
_SAID_IN_GENERAL = "「[^「」]*」|『[^『』]*』|[（(](?:例|たとえば|例えば)[^（）()]*[）)]|(?:たとえば|例えば|仮に).*"


class Placeholder(Rule):
    """後で埋めるはずだった仮の数字や文（「XXX万円」「ここに事例を挿入」など）が残っている。

    数字を確かめて入れるか、その文を消す。「（図を挿入）」のような画像やリンクの場所取りは、それだけの段落を指摘
    する。かぎ括弧や（例：…）の中、引用、表の中の伏せ字は、書き方の例とみて指摘しない。
    """

    id = "placeholder"
    category = "artifact"
    severity = Severity.WARNING
    needs = (
        "XX ＸＸ xxx 〇〇 ○○ ◯◯ ●● △△ ここに ここへ 要確認 要追記 要出典 後で 名] 名］ 名】 名を [I [Y Lorem ダミー "
        "挿入 この部分 この位置 [画像 [写真 [図 [イラスト [動画 [グラフ ［画像 ［写真 ［図 ［イラスト ［動画 ［グラフ "
        "【画像 【写真 【図 【イラスト 【動画 【グラフ"
    )
    english = """A stand-in for a figure or a passage was never filled in.

    Such as XXX before a unit of money, or a bracket that says what to insert. Look the figure up and put it in, or drop
    the sentence. A place for a picture or a link ([画像: …]) is reported if it is all there is in its paragraph. In
    quotation marks, in a quotation or in a bracket that gives an example a stand-in is left alone, and so are circles
    in a table, which show how to fill it in.
    """
    examples = (
        Bad("人件費を年に約⟦XXX⟧万円減らしました。\n"),
        Bad("導入した店の⟦XX⟧%が効果を認めています。\n"),
        Bad("三つの事例を見ます。\n\n⟦［ここに事例を挿入］⟧\n"),
        Bad("売上は⟦〇〇⟧億円でした。\n"),
        Bad("店は港にあります。\n\n⟦［画像：店の入口］⟧\n\n⟦ここに地図を挿入⟧\n"),
        Bad("協力: ⟦[会社名]⟧\n\n⟦【要確認】⟧この数字は去年のものです。\n"),
        Good("二〇XX年の町を描きます。20XX年の話です。\n"),
        Good("「年にXXX万円減らす」のように数字で書きます。\n"),
        Good("目標は数字で示します（例：導入率XX%）。\n"),
        Good("売上は〇〇億円でした。\n", options={"circles": False}),
        Good("目標は「売上〇〇億円」と書く。たとえば〇〇円の品なら、〇〇さんが選ぶ。\n"),
        Good("MAXX社とIMAX人気の話です。\n"),
        Good("（ここに注意が要ります）\n"),
        Good("[[Your Garden]] という本を読みました。\n"),
        Good("ここに画像を挿入します。［画像を挿入］を押します。\n"),
        Good("| 項目 | 書き方 |\n|---|---|\n| 会の名 | ○○町第○○回の集い |\n| 会費 | ○○円 |\n"),
        Good("```\n<p>Lorem ipsum dolor sit</p>\n```\n\nLorem ipsum dolor sit\n"),
        Good("○○町の○○店舗を、○○さんが開く。\n\n> Lorem ipsum dolor sit amet\n"),
    )

    class Options(RuleOptions):
        circles: Annotated[
            bool,
            doc(
                "「〇〇億円」のような、単位の前の丸や三角の伏せ字も指摘する",
                "Also marks circles and triangles before a unit",
            ),
        ] = True

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        if is_instructions(document.path):
            return
        for sentence in document.prose_text.sentences_with(_HINTS):
            if sentence.block.quoted:
                continue
            if _is_place(sentence.block, document) and not is_shown(sentence, document):
                yield self._finding(
                    sentence.block.text.strip(), sentence.block.source_span(0, len(sentence.block.text))
                )
            else:
                yield from self._in_sentence(sentence, _kept_free(circles=self.options.circles), document)

    def _in_sentence(self, sentence: Sentence, pattern: re.Pattern[str], document: Document) -> Iterator[Finding]:
        found = list(pattern.finditer(sentence.text))
        if found and _is_sample(sentence):
            found = [each for each in found if not _circle().match(each[0])]
        general = SpanIndex(Span(*example.span()) for example in _general().finditer(sentence.text))
        for kept_free in found:
            if general.overlaps(Span(kept_free.start(), kept_free.start() + 1)):
                continue
            if sentence.text[kept_free.start() : kept_free.start() + _SHOWN] in _in_code(document):
                continue  # the text shows what that code looks like
            yield self._finding(kept_free[0], sentence.source_span(*kept_free.span()))

    def _finding(self, found: str, span: Span) -> Finding:
        return self.finding(
            span,
            ja=f"「{found}」が仮のまま残っています。確かめて埋めるか、その文を消してください",
            en=f"{found} was never filled in. Look it up and put it in, or drop the sentence",
        )


def _is_place(block: Block, document: Document) -> bool:
    """Whether the block is a paragraph that is nothing but a place for a picture or a link, and no caption."""
    text = block.text.strip()
    if block.kind is not BlockKind.PARAGRAPH or len(text) > _LONGEST_PLACE:
        return False
    match = _place().fullmatch(text)
    return match is not None and not (match["shown"] and _has_picture_beside(block, document))


def _has_picture_beside(block: Block, document: Document) -> bool:
    neighbours = (beside(block, -1, document), beside(block, 1, document))
    return any(_PICTURE_MARKUP.search(each.span.of(document.text)) for each in neighbours if each is not None)


@lru_cache(maxsize=1)
def _in_code(document: Document) -> frozenset[str]:
    """How the lines of code begin, and the texts of elements in them."""
    code = (block.span.of(document.text) for block in document.blocks if block.kind is BlockKind.CODE)
    return frozenset(piece.strip()[:_SHOWN] for each in code for piece in re.split("[<>\n]", each))


def _is_sample(sentence: Sentence) -> bool:
    """Whether circles stand for any name: in a cell that shows how to fill in a table, or where a name has them too."""
    text = sentence.text
    return sentence.block.kind is BlockKind.CELL or len(_circle().findall(text)) > len(re.findall(_CIRCLES, text))


@cache
def _circle() -> re.Pattern[str]:
    return lazy_pattern("[〇○◯●△]{2,}")


@cache
def _kept_free(*, circles: bool) -> re.Pattern[str]:
    return lazy_pattern(f"{_LETTERS}|{_TO_FILL_IN}|{_CIRCLES}" if circles else f"{_LETTERS}|{_TO_FILL_IN}")


@cache
def _place() -> re.Pattern[str]:
    return lazy_pattern(_PLACE)


@cache
def _general() -> re.Pattern[str]:
    return lazy_pattern(_SAID_IN_GENERAL)
