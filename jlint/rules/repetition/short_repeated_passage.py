"""A few sentences in a row that occur twice in the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity, doc
from jlint.rules.helpers.repetition.allow import AllowOptions
from jlint.rules.helpers.repetition.passages import passages

_TWO = "港の市場は朝の四時に開きます。競りの声が聞こえてくると、町もゆっくりと目を覚まします。"


class ShortRepeatedPassage(Rule):
    """続いたいくつかの文が、記事の中でもう一度くり返されている。

    節のつなぎ目や書き足しのときに残りやすい。片方を消すか、二度目は言い方を変えて前の話を受ける。
    長いものは repeated-passage が指摘する。短い行の並ぶ歌の文句と、sentence-said-before が指摘しないような文が半分を
    占めるものは指摘しない。
    """

    id = "short-repeated-passage"
    category = "repetition"
    severity = Severity.WARNING
    told_with = ("repeated-passage", "repeated-sentence", "sentence-said-before", "near-copy")
    english = """A few sentences in a row stand in the post a second time.

    They are easily left behind where sections were joined or added to. Remove one of the two, or refer back in other
    words. Longer ones are the business of repeated-passage. The short lines of a song, and passages half of which
    sentence-said-before leaves alone, are left alone.
    """
    examples = (
        Bad(f"⟨{_TWO}⟩\n\n朝食は港で食べられます。\n\n⟦{_TWO}⟧魚は昼までに売り切れます。\n"),
        Bad(
            "- ⟨港の市場は朝の四時に開きます。\n- 競りの声が聞こえてくると、町もゆっくりと目を覚まします。⟩\n\n"
            f"朝食は港で食べられます。\n\n⟦{_TWO}⟧\n"
        ),
        Good(f"{_TWO}\n\n朝食は港で食べられます。\n"),
        Good(
            "## 春の部\n\n- 開場: 午前四時\n- 料金: 無料\n- 駐車場: あり（三十台まで）\n\n"
            "## 秋の部\n\n- 開場: 午前四時\n- 料金: 無料\n- 駐車場: あり（三十台まで）\n"
        ),
        Good(
            "本文の一つ目です。\n\n## お問い合わせ\n\n見学のご相談を承っています。お気軽にご連絡ください。\n\n"
            "[お問い合わせはこちら](/contact/)\n\n---\n\n本文の続きです。\n\n## お問い合わせ\n\n"
            "見学のご相談を承っています。お気軽にご連絡ください。\n\n[お問い合わせはこちら](/contact/)\n"
        ),
    )

    class Options(AllowOptions):
        sentences: Annotated[
            int, doc("これだけの数の文がくり返されたら指摘する。", "Speak from this many sentences on", ge=2)
        ] = 2

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        for passage in passages(document, self.options.allow):
            if passage.sentences >= self.options.sentences and not passage.is_deliberate:
                ja, en = passage.message
                yield self.finding(passage.span, ja=ja, en=en, related=passage.related, problem=passage.problem)
