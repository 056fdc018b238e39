"""Texts in which させていただく stands too often."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding, Related, Text
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, doc
from jlint.rules.helpers.own_sentences import own_sentences

_PHRASE = lazy_pattern("さ?せて(?:いただ|頂)[いきくけこ]")
_SHOWN = 20


class OverusedSaseteItadaku(Rule):
    """「させていただく」が多い。

    許しを得て、恩を受けてすることでなければ「いたします」「します」で足りる。続くと回りくどく、責任をぼかしているようにも
    読める。いくつかを言い切る形にする。指摘は一つの文章に一つで、どこに出てくるかを示す。引用とリンクの題名は数えない。
    """

    id = "overused-sasete-itadaku"
    category = "style"
    severity = None
    english = """「させていただく」 stands too often.

    Unless something is done by somebody's leave and favour, 「いたします」 or 「します」 is enough. One after the
    other, they read roundabout, and as if nobody were responsible. Put some plainly. There is one finding a text, which
    shows where they stand. Quotations and the titles of other pages aren't counted.
    """
    examples = (
        Bad(
            "本日は休業⟦させていただき⟧ます。明日も休ま⟨せていただき⟩ます。返金は後日に⟨させていただく⟩予定です。\n",
            options={"per-thousand": 10, "least": 3},
        ),
        Good("本日は休業させていただきます。明日も休ませていただきます。返金は後日にさせていただく予定です。\n"),
        Good(
            "本日は休業いたします。\n\n> 休業させていただきます。休ませていただきます。\n",
            options={"per-thousand": 1, "least": 2},
        ),
    )

    class Options(RuleOptions):
        per_thousand: Annotated[
            float,
            doc("本文1,000文字あたり、これ以上あれば指摘する", "Told from this many for 1,000 characters", gt=0),
        ] = 1.5
        least: Annotated[int, doc("これより少なければ指摘しない", "Fewer than this are never told", ge=1)] = 4

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        if "せて" not in document.text:
            return
        sentences = list(own_sentences(document))
        places = [
            sentence.source_span(*match.span())
            for sentence in sentences
            if "せて" in sentence.text
            for match in _PHRASE.finditer(sentence.text)
        ]
        characters = sum(len(sentence.text) for sentence in sentences)
        if len(places) < self.options.least or len(places) * 1000 < self.options.per_thousand * characters:
            return
        density = 1000 * len(places) / characters
        yield self.finding(
            places[0],
            ja=f"「させていただく」が{len(places)}個（1,000文字に{density:.1f}個）あります。"
            "「いたします」「します」で足りるところは言い切ってください",
            en=f"させていただく stands {len(places)} times, {density:.1f} for 1,000 characters. "
            "Write いたします or します where that is enough",
            related=[Related(place, Text("ここにもある", "another one")) for place in places[1:_SHOWN]],
        )
