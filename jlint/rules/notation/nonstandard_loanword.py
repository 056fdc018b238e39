"""Loanwords that are usually written in another way."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, replace
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.notation.loanwords import respelt
from jlint.rules.helpers.notation.prose import prose_of

_KATAKANA = "[ァ-ヴー]{2,}"


class NonstandardLoanword(Rule):
    """カタカナ語が、慣用と違う形で書かれている（ヴァイオリン、アベレイジ、イタリヤ）。

    内閣告示「外来語の表記」に沿って、ヴはバ行、長音は「ー」、イ列の次の「ヤ」は「ア」、慣用の定まった語（プラスチック、
    デジタル）はその形で書く。語形は辞書（UniDic）の見出しと、data/loanwords.tsv の一覧による。語尾の長音は
    missing-long-vowel が見る。社内の決まりで使う形は allow に足す。
    """

    id = "nonstandard-loanword"
    category = "notation"
    severity = None
    english = """A loanword is written in another way than is usual (「ヴァイオリン」, 「アベレイジ」, 「イタリヤ」).

    The government's rules for loanwords write 「バ」 for 「ヴァ」, 「ー」 for long vowels, 「ア」 behind 「イ」, and
    words that have settled as they have (「プラスチック」). The writings are those of UniDic's headwords and of
    data/loanwords.tsv. Long vowels at the end are seen by missing-long-vowel. What a house writes goes into `allow`.
    """
    examples = (
        Bad("⟦ヴァイオリン⟧を弾く。\n", fixed="バイオリンを弾く。\n"),
        Bad("年の⟦アベレイジ⟧を出す。\n", fixed="年のアベレージを出す。\n"),
        Bad("⟦イタリヤ⟧の⟦プラスティック⟧の皿。\n", fixed="イタリアのプラスチックの皿。\n"),
        Bad("絵の⟦イミテイション⟧を買う。\n", fixed="絵のイミテーションを買う。\n"),
        Bad("机の⟦ディスプレイ⟧ケースを見る。\n"),
        Good("バイオリンのパーティーで、イタリアのペイントとメインの皿を見る。\n"),
        Good("イテレータとコンピュータのゲートウェイ、フィックスしたプラットフォーム。\n"),
        Good("ヴェルサイユとジェイムズの話を読む。\n"),
        Good("ヴァイオリンを弾く。\n", options={"allow": ["ヴァイオリン"]}),
    )
    Options = AllowOptions
    options: AllowOptions

    def check(self, document: Document) -> Iterator[Finding]:
        prose = prose_of(document)
        for found in prose.find(_KATAKANA):
            for start, end, better in respelt(found[0]):
                first, last = found.match.start() + start, found.match.start() + end
                if not prose.is_unbroken(first, last) or prose.is_allowed(self.options.allow, first, last):
                    continue
                span, word = prose.span(first, last), found[0][start:end]
                yield self.finding(
                    span,
                    ja=f"「{word}」は「{better}」と書くのがふつうです。直してください",
                    en=f"{word} is usually written {better}. Correct it",
                    fix=replace(span, better, ja=f"「{better}」にする", en=f"Write {better}", safe=False),
                )
