"""The word for those whom we serve."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, doc, replace


class CustomerWord(Rule):
    """客の呼び方が、社内の決まりと違う。

    記事ごとに「お客様」「お客さま」と書き分けると、読み手は別の相手のことかと迷う。決めた書き方にそろえる。
    """

    id = "house-customer-word"
    category = "notation"
    severity = Severity.WARNING
    needs = "お客様 お客さま お客さん"
    english = """Customers are called by another word than the house has chosen.

    Where posts differ, readers wonder whether somebody else is meant. Use the one word.
    """
    examples = (
        Bad("店では⟦お客様⟧を待たせない。\n", fixed="店ではお客さまを待たせない。\n"),
        Bad("⟦お客さま⟧の声を聞く。\n", fixed="お客様の声を聞く。\n", options={"word": "お客様"}),
        Good("店ではお客さまを待たせない。\n"),
        Good("`お客様` は変数の名前です。\n"),
    )

    class Options(RuleOptions):
        word: Annotated[str, doc("使う書き方", "The word to use", min_length=1)] = "お客さま"

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        wanted = self.options.word
        for sentence in document.sentences:
            for word in self.needs.split():
                start = -1 if word == wanted else sentence.text.find(word)
                while start >= 0:
                    end = start + len(word)
                    span = sentence.source_span(start, end)
                    yield self.finding(
                        span,
                        ja=f"「{word}」は「{wanted}」と書いてください",
                        en=f"Write {wanted} for {word}",
                        fix=replace(span, wanted, ja=f"「{wanted}」にする", en=f"Write {wanted}", safe=True),
                    )
                    start = sentence.text.find(word, end)
