"""Impossible figures and dates."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from functools import cache

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.document.block import Sentence
from jlint.finding import Finding, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span
from jlint.rules.helpers.artifact.quoted import is_quoted

_PERCENT = ("%", "％", "パーセント")
_LESS = ("減", "カット", "短縮", "低下")
_SIGNED = ("利益", "損益", "収支", "赤字", "黒字", "収益", "所得", "キャッシュフロー", "マイナス成長")
_LEAP_YEAR = 2000
_ASCII = str.maketrans("０１２３４５６７８９％．", "0123456789%.")


class ImpossibleFigure(Rule):
    """「300%の削減」や「2月30日」のような、ありえない数字がある。

    100%を超えて減らすことはできず、全体の100%を超える人もいない。3分の1に減ったことを「300%の削減」と書いた誤りが多い。
    もとの資料に当たって直す。利益や損益のように負にもなるものの減少と、かぎ括弧の中は指摘しない。
    """

    id = "impossible-figure"
    category = "artifact"
    severity = Severity.WARNING
    needs = "% ％ パーセント 月"
    english = """A figure or a date is impossible: a cut of 300 %, 120 % of the staff, the 30th of February.

    Nothing can be reduced by more than all of it, nor can more than all of a group do something. Often a third is
    meant. Look the source up. What can turn negative, such as profit, and what stands in quotation marks is left alone.
    """
    examples = (
        Bad("推論の費用を⟦300%の削減⟧にした。\n"),
        Bad("電力を⟦１５０％以上カット⟧できる。\n"),
        Bad("導入した店は⟦200%のコスト削減⟧を見込む。\n"),
        Bad("社員の満足度は高く、⟦120%の社員⟧が残ると答えた。\n"),
        Bad("工事は⟦2月30日⟧に終わる。開業は⟦2023年2月29日⟧だ。\n"),
        Good("費用を80%削減し、売上は300%の増加だった。費用を100%削減した。\n"),
        Good("営業利益は前年比250%減となった。\n"),
        Good("150%から50%に削減した。200%逓減残高法で償却する。\n"),
        Good("「費用を300%削減」という広告は誤りだ。\n"),
        Good("2024年2月29日に開業し、12月31日に閉まる。目標の120%の人が来た。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for sentence in document.prose_text.sentences_with(_PERCENT):
            yield from self._percentages(sentence, sentence.text.translate(_ASCII))
        for sentence in document.prose_text.sentences_with(("日",)):
            if "月" in sentence.text:
                yield from self._dates(sentence, sentence.text.translate(_ASCII))

    def _percentages(self, sentence: Sentence, text: str) -> Iterator[Finding]:
        if any(less in text for less in _LESS) and not any(signed in text for signed in _SIGNED):
            for match in _reduction().finditer(text):
                yield from self._unless_quoted(
                    sentence,
                    match,
                    Text("100%を超えて減ることはありません", "Nothing can fall by more than 100 %"),
                )
        for match in _share().finditer(text):
            yield from self._unless_quoted(
                sentence, match, Text("全体の100%を超えることはありません", "More than 100 % of a group can't be")
            )

    def _dates(self, sentence: Sentence, text: str) -> Iterator[Finding]:
        for match in _date().finditer(text):
            year, month, day = int(match["year"] or _LEAP_YEAR), int(match["month"]), int(match["day"])
            exists = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(max(1, year), month)[1]
            if not exists:
                yield from self._unless_quoted(
                    sentence, match, Text(f"「{match[0]}」という日はありません", f"There is no such date as {match[0]}")
                )

    def _unless_quoted(self, sentence: Sentence, match: re.Match[str], why: Text) -> Iterator[Finding]:
        if not is_quoted(sentence.text, match.start()):
            yield self.finding(
                _span(sentence, match),
                ja=f"{why.ja}。もとの資料を確かめてください",
                en=f"{why.en}. Look the source up",
            )


def _span(sentence: Sentence, match: re.Match[str]) -> Span:
    return sentence.source_span(*match.span())


_OVER_100 = r"(?<![\d.,])(?:10[1-9]|1[1-9]\d|[2-9]\d\d|\d{4,6})(?:\.\d+)?(?:%|パーセント)"


@cache
def _reduction() -> re.Pattern[str]:
    return lazy_pattern(
        rf"{_OVER_100}(?:以上|近く|超)?(?:[のもを]|という)?(?:大幅な)?(?:[一-龠ァ-ヴーA-Za-z]{{2,8}}の?)?"
        r"(?<!逓)(?:削減|減少|短縮|低下|低減|軽減|カット|ダウン)(?!率|目標)"
        rf"|{_OVER_100}(?:以上|近く|超)?の?減(?=[、。とで]|だっ|にな|とな|$)"
    )


@cache
def _share() -> re.Pattern[str]:
    return lazy_pattern(
        rf"(?<!目標の){_OVER_100}(?:以上|近く|超)?の(?:企業|社員|従業員|回答者|利用者|世帯|国民|学生|患者)"
    )


@cache
def _date() -> re.Pattern[str]:
    return lazy_pattern(r"(?<!\d)(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?![間本])")
