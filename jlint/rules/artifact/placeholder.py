"""Places kept free for a figure or a passage that was never filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.document.sentence import Sentence
from jlint.finding import Finding
from jlint.rules.base import Bad, Good, Rule, RuleOptions, Severity, doc

_UNIT = "(?:[%％]|[万億兆]|円|ドル|ユーロ|人|社|件|名|倍|個|回|台|店舗|時間|分|ポイント)"
_LETTERS = rf"(?<![A-Za-zＡ-Ｚ0-9０-９.\-])(?:X{{2,}}|Ｘ{{2,}}|x{{3,}})(?={_UNIT})"
_CIRCLES = rf"(?:[〇○◯]{{2,}}|●{{2,}}|△{{2,}})(?={_UNIT})"
_TO_FILL_IN = (
    r"[\[［【（(](?:ここに|ここへ)[^\]］】）)「」]{1,30}(?:を|が)?"
    r"(?:挿入|記載|記入|入力|追記|入れる|入る|書く|貼る|貼り付け)(?:する|します|してください|予定)?[\]］】）)]"
)
_HINT = re.compile("XX|ＸＸ|xxx|〇〇|○○|◯◯|●●|△△|ここ[にへ]")
_FIGURE = re.compile(f"{_LETTERS}|{_TO_FILL_IN}")
_FIGURE_OR_CIRCLES = re.compile(f"{_LETTERS}|{_TO_FILL_IN}|{_CIRCLES}")
_SAID_IN_GENERAL = re.compile("「[^「」]*」|『[^『』]*』|[（(](?:例|たとえば|例えば)[^（）()]*[）)]")


class Placeholder(Rule):
    """後で埋めるはずだった仮の数字や文（「XXX万円」「ここに事例を挿入」など）が残っている。

    数字を確かめて入れるか、その文を消す。かぎ括弧や（例：…）の中は、書き方の例とみて指摘しない。
    """

    id = "placeholder"
    category = "artifact"
    severity = Severity.WARNING
    english = """A stand-in for a figure or a passage was never filled in.

    Such as XXX before a unit of money, or a bracket that says what to insert. Look the figure up and put it in, or drop
    the sentence. In quotation marks or in a bracket that gives an example it is left alone.
    """
    examples = (
        Bad("人件費を年に約⟦XXX⟧万円減らしました。\n"),
        Bad("導入した店の⟦XX⟧%が効果を認めています。\n"),
        Bad("三つの事例を見ます。\n\n⟦［ここに事例を挿入］⟧\n"),
        Bad("売上は⟦〇〇⟧億円でした。\n", options={"circles": True}),
        Good("二〇XX年の町を描きます。20XX年の話です。\n"),
        Good("「年にXXX万円減らす」のように数字で書きます。\n"),
        Good("目標は数字で示します（例：導入率XX%）。\n"),
        Good("売上は〇〇億円でした。\n"),
        Good("MAXX社とIMAX人気の話です。\n"),
        Good("（ここに注意が要ります）\n"),
    )

    class Options(RuleOptions):
        circles: Annotated[
            bool,
            doc(
                "〇〇億円のような丸や三角の伏せ字も指摘する（伏せ字として正しい文章も多い）",
                "Also marks circles and triangles before a unit, which many texts use on purpose",
            ),
        ] = False

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        if not _HINT.search(document.text):
            return
        pattern = _FIGURE_OR_CIRCLES if self.options.circles else _FIGURE
        for sentence in document.sentences:
            if _HINT.search(sentence.text):
                yield from self._in_sentence(sentence, pattern)

    def _in_sentence(self, sentence: Sentence, pattern: re.Pattern[str]) -> Iterator[Finding]:
        general = [example.span() for example in _SAID_IN_GENERAL.finditer(sentence.text)]
        for kept_free in pattern.finditer(sentence.text):
            if any(start <= kept_free.start() < end for start, end in general):
                continue
            yield self.finding(
                sentence.source_span(*kept_free.span()),
                ja=f"「{kept_free[0]}」が仮のまま残っています。確かめて埋めるか、その文を消してください",
                en=f"{kept_free[0]} was never filled in. Look it up and put it in, or drop the sentence",
            )
