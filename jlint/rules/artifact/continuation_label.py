"""Labels that announce a continuation, left where the parts of a generated text were joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from jlint.compiled import lazy_pattern
from jlint.document import Block, BlockKind, Document
from jlint.finding import Finding, Related, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity
from jlint.rules.helpers.artifact.instructions import is_instructions
from jlint.rules.helpers.artifact.shown import stands

_HINTS = (
    *("続", "つづき", "承前", "再開", "省略", "割愛", "以下略", "以下、略", "区切", "後半", "残り", "ここまで"),
    *("ontinu", "ONTINU", "ont.", "ont'd", "ont’d"),
)
_SENTENCE_ENDS = ("。", "！", "？")
_SHORTEST = 4
_LONGEST = 160
_OPEN, _CLOSE = r"[（(【［\[〔〈《「『〖｛{<＜]", r"[）)】］\]〕〉》」』〗｝}>＞]"
_LABEL = r"(?:の?(?:続き|つづき)|続|承前|[Cc]ontinu(?:ed|ation)|CONTINUED|[Cc]ont(?:\.|['’]d\.?))[ ]?[0-9０-９①-⑨]{0,2}"


class ContinuationLabel(Rule):
    """「（続き）」のような継ぎ足しの印が残っている。

    長い文章を何度かに分けて生成させると、前にあった見出しに「（続き）」を付けたものや、印だけの行が混じる。前の同じ見出しの
    節とまとめるか、印を消す。終わりにある「（以下省略）」は、書くのを省いた跡とみて、続きがあるかを確かめる。前に同じ見出しがなければ、連載などで書く「（続き）」とみて指摘しない。罫線（---）のすぐ後の
    見出しも、スライドのものとみて指摘しない。
    """

    id = "continuation-label"
    category = "artifact"
    severity = Severity.WARNING
    needs = "続 つづき 承前 再開 省略 割愛 以下略 以下、略 区切 後半 残り ここまで ontinu ONTINU ont. ont'd ont’d"
    english = """A label such as (continued) was left where parts of a text were joined.

    A long text that is generated in several goes repeats a heading with such a label, or has a line that is nothing
    but the label. Merge the section with the earlier one of the same heading, or remove the label. （以下省略） at the
    end tells that the rest was not written out: see what is missing. Where no earlier
    heading is the same, as in a serial, it is left alone, and so is a heading right behind a rule (---), as on slides.
    """
    examples = (
        Bad("## ⟨倉庫の歴史⟩\n\n古い話です。\n\n## ⟦倉庫の歴史（続き）⟧\n\nまだ続く話です。\n"),
        Bad("**⟨倉庫の歴史⟩**\n\n古い話です。\n\n**⟦倉庫の歴史 (continued)⟧**\n\nまだ続く話です。\n"),
        Bad("古い話です。\n\n⟦（ここから続き）⟧\n\nまだ続く話です。\n"),
        Bad("古い話です。\n\n⟦[CONTINUED]⟧\n\nまだ続く話です。\n"),
        Bad("## ⟨倉庫の歴史⟩\n\n古い話です。\n\n## ⟦【続き】倉庫の歴史⟧\n\nまだ続く話です。\n"),
        Bad("## ⟨倉庫の歴史⟩\n\n古い話です。\n\n## ⟦倉庫の歴史 ― 続き⟧\n\nまだ続く話です。\n"),
        Bad("古い話です。\n\n⟦〔次の回答に続く〕⟧\n\nまだ続く話です。\n"),
        Bad("古い話です。\n\n⟦（続きを書きます）⟧\n\nまだ続く話です。\n"),
        Bad("古い話です。\n\n⟦（以下省略）⟧\n"),
        Good("# 倉庫の歴史\n\n古い話\n\n---\n\n# 倉庫の歴史（続き）\n\n新しい話\n"),
        Good("## 倉庫の歴史（続き）\n\n先週の記事で書き切れなかった話です。\n"),
        Good("## 倉庫の歴史\n\n古い話です。\n\n## 倉庫の未来（続き）\n\n別の話です。\n"),
        Good("（前回の続き）\n\n古い話です。\n\n（続く）\n"),
        Good("手続きの続きは窓口で行います。\n"),
        Good("古い話です。\n\n> 昔の話です。\n\n（以下省略）\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if not any(hint in document.text for hint in _HINTS) or is_instructions(document.path):
            return
        headings: dict[str, Block] = {}
        before: Block | None = None
        for block in document.blocks:
            text = block.text.strip()
            if text and not block.quoted and (block.bold or block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)):
                left_out = block is document.prose[-1] and _left_out().search(text)
                if left_out:
                    yield from self._at_end(block, left_out[0], document)
                elif len(text) < 40 and _alone().fullmatch(text):
                    yield self.finding(
                        block.source_span(0, len(block.text)),
                        ja=f"継ぎ足しの印「{text}」が残っています。この行を消し、前後の文章を確かめてください",
                        en=f"The label {text} was left in. Remove this line and check the text around it",
                    )
                elif block.bold or block.kind is BlockKind.HEADING:
                    if before is None or before.kind is not BlockKind.BREAK:
                        yield from self._in_heading(block, text, headings)
                    headings.setdefault(_normal(text), block)
            before = block

    def _at_end(self, block: Block, found: str, document: Document) -> Iterator[Finding]:
        start = block.text.rindex(found)
        span = block.source_span(start, start + len(found))
        line = document.text[: span.start].rstrip(" \t")
        on_own_line = line.endswith(("\n", "\r")) and block.text[:start].rstrip().endswith(_SENTENCE_ENDS)
        stands_alone = on_own_line if start else stands(block, "closing", document)
        if stands_alone and not any(each.quoted for each in document.prose):
            yield self.finding(
                span,
                ja=f"「{found}」で終わっています。省かれた部分を書くか、この行を消してください",
                en=f"The text ends with {found}. Write what was left out, or remove this line",
            )

    def _in_heading(self, block: Block, text: str, headings: dict[str, Block]) -> Iterator[Finding]:
        if len(text) > _LONGEST or not any(hint in text for hint in _HINTS):
            return
        match = _labelled().fullmatch(text) or _labelled_in_front().fullmatch(text)
        earlier = headings.get(_normal(match["heading"])) if match else None
        if match is None or earlier is None or len(match["heading"]) < _SHORTEST:
            return
        label = match["label"].strip()
        yield self.finding(
            block.source_span(0, len(block.text)),
            ja=f"見出しに継ぎ足しの印「{label}」が残っています。前にある同じ見出しの節とまとめてください",
            en=f"The label {label} was left in a heading. Merge the section with the one of the same heading",
            related=[Related(earlier.source_span(0, len(earlier.text)), Text("同じ見出しです", "The same heading"))],
        )


def _normal(heading: str) -> str:
    return "".join(heading.split()).rstrip("：:")


@cache
def _labelled() -> re.Pattern[str]:
    return lazy_pattern(
        rf"(?P<heading>.+?)(?P<label>\s*{_OPEN}\s*{_LABEL}\s*{_CLOSE}|\s*[-–—―─：:/／|｜]\s*{_LABEL})[：:]?"
    )


@cache
def _labelled_in_front() -> re.Pattern[str]:
    return lazy_pattern(rf"(?P<label>{_OPEN}\s*{_LABEL}\s*{_CLOSE}|{_LABEL}\s*[-–—―─：:/／|｜])\s*(?P<heading>.+)")


@cache
def _alone() -> re.Pattern[str]:
    part = "(?:出力|回答|返信|返答|応答|メッセージ|投稿|セクション|パート|部分|レスポンス)"
    answer = "(?:出力|回答|返答|返信|応答|メッセージ|レスポンス)"
    noun = "(?:執筆|作成|生成|出力|記述|記載|提示|お送り|お届け)"
    written = f"(?:(?:書き|{noun}し|{noun}いたし)ます|(?:書いて|{noun}して)(?:いき|まいり)ます)"
    return lazy_pattern(
        rf"""
        {_OPEN}\s*(?:
            (?:(?:ここから|以下、?)?(?:(?:記事|本文|文章|原稿|前の?{part}|前半)の?)?(?:続き|つづき)(?:は?ここから|を?再開|です)?)
          | 途中から(?:再開|続き)
          | 前回の?{answer}の(?:続き|つづき)
          | (?:ここから|以下、?|では、?|それでは、?)?(?:(?:記事|本文|文章|原稿|前の?{part}|前半)の)?
            続きを{written}
          | (?:ここから|以下、?|では、?|それでは、?|次に、?)?(?:記事の|本文の)?(?:後半|残り)(?:の部分)?を
            {written}
          | (?=[^（）()]*(?:続|つづ|残り|後半))[^（）()]{{0,24}}(?:次回?|別|後続)の?{answer}[でにへ][^（）()]{{0,12}}
          | (?:次|後|以降|別)の?{part}(?:に|へ)(?:続く|続きます|つづく)
          | (?:文字数|字数|トークン|出力)(?:数|量)?の?(?:制限|上限|都合)[^（）()]{{0,12}}
            (?:続(?:く|きます|きは.{{1,8}})|区切(?:り|ります|る)|ここまで[^（）()]{{0,8}})
          | continu(?:ed|ation|ing)(?:[ ](?:from|of|in|on|with|below|here)[a-z ]{{0,40}})?[.…]*
          | continue[ ]from[ ](?:here|where|the|previous)[a-z ]{{0,40}}
        )\s*{_CLOSE}
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _left_out() -> re.Pattern[str]:
    limit = "(?:紙幅|字数|文字数|長さ|分量)の(?:都合|制限|関係)(?:により|で|上|から)"
    reason = f"(?:{limit}|長(?:い|くなる)(?:ため|ので)|同様の?(?:ため|なので))"
    left_out = "(?:省略|割愛)(?:し(?:ます|た)|いたします)?|略(?:します)?|(?:同様|同じよう)に続(?:く|きます)"
    return lazy_pattern(
        rf"(?:…{{1,2}}|\.{{3}})?{_OPEN}[…\s]*以下(?:は|、)?(?:{reason}、?)?(?:{left_out})[。…]*\s*{_CLOSE}\Z"
    )
