"""A few sentences in a row that occur twice in the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity, doc
from jlint.rules.helpers.artifact.cut import cuts
from jlint.rules.helpers.artifact.leftover_lines import leftover_lines
from jlint.rules.helpers.repetition.allow import AllowOptions
from jlint.rules.helpers.repetition.passages import LONG_CHARACTERS, LONG_SENTENCES, Passage, passages

_MANY, _NO_FORMULA = 3, 5
"""How many short passages are no chance, and how many sentences no formula."""
_TWO = "港の市場は朝の四時に開きます。競りの声が聞こえてくると、町もゆっくりと目を覚まします。"


class ShortRepeatedPassage(Rule):
    """続いたいくつかの文が、記事の中でもう一度くり返されている。

    節のつなぎ目や書き足しのときに残りやすい。片方を消すか、二度目は言い方を変えて前の話を受ける。
    長いものは repeated-passage が指摘する。手引きの並んだ手順や、日記の決まった書き出しは、人がそう書いたものなので、
    五つより少ない文は、すぐ前の文章のくり返しでなければ、ほかにも継ぎ合わせたしるし（道具の残した行、長いくり返し、
    三つ以上の短いくり返し、途切れた文）のある文書でだけ指摘する。短い行の並ぶ歌の文句と、sentence-said-before が
    指摘しないような文が半分を占めるものは指摘しない。
    """

    id = "short-repeated-passage"
    category = "repetition"
    severity = Severity.WARNING
    told_with = ("repeated-passage", "repeated-sentence", "sentence-said-before", "near-copy")
    english = """A few sentences in a row stand in the post a second time.

    They are easily left behind where sections were joined or added to. Remove one of the two, or refer back in other
    words. Longer ones are the business of repeated-passage. Parallel steps of a manual and the openings of a diary are
    meant so: of fewer than five sentences that do not stand right behind the first, the rule speaks only in documents
    with another sign of having been put together, which is a line that a tool left, a long repetition, three short ones
    or more, or a sentence that breaks off. The short lines of a song, and passages half of which sentence-said-before
    leaves alone, are left alone.
    """
    examples = (
        Bad(f"⟨{_TWO}⟩\n\n朝食は港で食べられます。\n\n---END---\n\n⟦{_TWO}⟧魚は昼までに売り切れます。\n"),
        Bad(f"⟨{_TWO}⟩\n\n朝食は港で食べられます。漁師が勧めるのは、旬の魚を\n\n⟦{_TWO}⟧\n"),
        Bad(f"朝食は港で食べられます。\n\n⟨{_TWO}⟩\n\n⟦{_TWO}⟧\n"),
        Good(f"{_TWO}\n\n朝食は港で食べられます。\n\n{_TWO}魚は昼までに売り切れます。\n"),
        Bad(
            "- ⟨港の市場は朝の四時に開きます。\n- 競りの声が聞こえてくると、町もゆっくりと目を覚まします。⟩\n\n"
            f"朝食は港で食べられます。\n\n---END---\n\n⟦{_TWO}⟧\n"
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
        found = [
            passage
            for passage in passages(document, self.options.allow)
            if passage.sentences >= self.options.sentences and not passage.is_deliberate
        ]
        is_put_together = bool(found) and _is_put_together(document, len(found))
        for passage in found:
            if is_put_together or passage.sentences >= _NO_FORMULA or _follows_at_once(document, passage):
                ja, en = passage.message
                yield self.finding(passage.span, ja=ja, en=en, related=passage.related, problem=passage.problem)


def _follows_at_once(document: Document, passage: Passage) -> bool:
    """Whether nothing stands between the passage and the one that it repeats."""
    return any(not document.text[each.span.end : passage.span.start].strip() for each in passage.related)


def _is_put_together(document: Document, short_ones: int) -> bool:
    """Whether the document shows in another way too that pieces of text were joined in it."""
    if short_ones >= _MANY or leftover_lines(document) or cuts(document):
        return True
    return any(
        passage.sentences >= LONG_SENTENCES or passage.characters >= LONG_CHARACTERS
        for passage in passages(document, ())
        if not passage.is_reference
    )
