"""Paragraphs that begin in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding, Related, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity
from jlint.rules.helpers.artifact.broken_opening import broken_openings, opening_span
from jlint.rules.helpers.artifact.sequel import Sequel

_CUTS = {
    Sequel.GOES_ON: Text("この文の続きのようです", "It seems to go on with this sentence"),
    Sequel.OVERLAPS: Text("途切れたこの文と一部が重なっています", "A part of it is the end of this broken sentence"),
}
_CUT = Text("すぐ前のこの文も途切れています", "The sentence right before it breaks off too")


class StartsMidSentence(Rule):
    """段落が文の途中から始まっている。

    「を…」「していますし、…」のように、文の頭には立てない語で始まる段落は、前の部分が失われたか、別の場所に
    離れてしまっている。前の文とつなぐか、文の頭を補う。コード、表、引用、箇条書きのすぐ後の段落は、それらを
    挟んで文が続くことがあるので指摘しない。リンクや、名前だけの行のすぐ後も同じ。
    """

    id = "starts-mid-sentence"
    category = "artifact"
    severity = Severity.ERROR
    english = """A paragraph begins in the middle of a sentence.

    It opens with a particle, an auxiliary or the rest of a word, which can't open a sentence: what stood before it is
    lost or stands elsewhere. Join it to the sentence it belongs to, or write the beginning. A paragraph right behind
    code, a table, a quotation, a list, a link or a name on a line of its own may go on with the sentence before those,
    and is left alone.
    """
    examples = (
        Bad("倉庫は三年前に閉鎖された。\n\n⟦をめぐって、⟧市議会では議論が続いた。\n"),
        Bad("---END---\n\n⟦していますし、⟧工事も春に始まる。\n"),
        Bad("倉庫は閉鎖された。⟨市は、この建物の管⟩\n\n⟦理を民間に任せると発表した。⟧\n"),
        Good("ですが、工事は春に始まる。\n\nでは、費用はどうか。\n\nにもかかわらず、計画は進む。\n"),
        Good("次のように書くと\n\n```\nx = 1\n```\n\nとなり、\n\n```\ny = 2\n```\n\nを加えると動く。\n"),
        Good("平均の式\n\n$ m = \\frac{a + b}{2} $\n\nを使うと、重さが分かる。\n"),
        Good("今年の当番には\n\n倉庫係 山田\n\nが選ばれた。\n"),
        Bad("畑は三つある。⟨係は、今年の当番⟩\n\n⟦が選ばれた。⟧\n"),
        Good("今年の当番\n\nが選ばれた。\n"),
        Good("[町の図書館の案内。](https://example.com/)\n\nを読んで、席を予約した。\n"),
        Good("席が取れた。\n\n……。今も信じられない。\n"),
        Good("- 軍手\n- 長靴\n\nを用意する。\n"),
        Good("なので、工事は春に始まる。\n\nだからこそ、議論が要る。\n"),
        Good("もちろん、費用も決まっていない。\n\nはじめに、費用を見る。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for step, cut in broken_openings(document):
            yield self.finding(
                opening_span(step, at_comma=True),
                ja="段落が文の途中から始まっています。前の文とつなぐか、文の頭を補ってください",
                en="The paragraph begins in the middle of a sentence. Join it to its beginning, or write one",
                related=[Related(cut.span, _CUTS.get(cut.sequel, _CUT))] if cut else (),
            )
