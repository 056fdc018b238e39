"""Single sentences that were said before, further up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.finding import Finding, Related, Text
from jlint.rules.base import Bad, Good, Rule, Severity, doc
from jlint.rules.repetition._allow import AllowOptions, allowed
from jlint.rules.repetition._repeats import repeats

_SENTENCE = "この橋が架かってから、両岸の村は一つの町のように暮らしています。"


class SentenceSaidBefore(Rule):
    """前に書いた文が、離れたところにそのままもう一度ある。

    言い回しまで同じ文は、消し忘れか、書いたことを忘れた跡に見える。どちらかを消すか、二度目は言い換える。
    目次、表、引用、コード、案内のリンク、短い決まり文句は指摘しない。続いた文のくり返しは repeated-passage などが
    まとめて指摘する。
    """

    id = "sentence-said-before"
    category = "repetition"
    severity = Severity.WARNING
    english = """A sentence stands again, word for word, where it was said before further up.

    To the reader it looks forgotten. Remove one of the two or rephrase the second. Tables of contents, tables,
    quotations, code, pointers to other pages and short set phrases are left alone; several sentences in a row are told
    as one passage by repeated-passage and short-repeated-passage.
    """
    examples = (
        Bad(f"⟨{_SENTENCE}⟩橋の長さは八十間です。\n\n祭りの夜は灯がともります。\n\n⟦{_SENTENCE}⟧\n"),
        Bad(f"1. ⟨{_SENTENCE}⟩\n\n祭りの夜は灯がともります。\n\n⟦…{_SENTENCE}⟧ただし冬は通れません。\n"),
        Good("橋を渡ってみてください。\n\n祭りの夜は灯がともります。\n\n橋を渡ってみてください。\n"),
        Good(f"{_SENTENCE}\n\n祭りの夜は灯がともります。\n\n> {_SENTENCE}\n\n町史にはこうある。\n"),
        Good(
            "- [橋が架かるまでに何があったのでしょうか？](#a)\n- [祭りの夜に灯をともすのはだれでしょうか？](#b)\n\n"
            "## 橋が架かるまでに何があったのでしょうか？\n\n渡し舟がありました。\n\n"
            "## 祭りの夜に灯をともすのはだれでしょうか？\n\n子どもたちです。\n"
        ),
        Good(f"{_SENTENCE}\n\n祭りの夜は灯がともります。\n\n{_SENTENCE}\n", options={"allow": ["/^この橋/"]}),
    )

    class Options(AllowOptions):
        characters: Annotated[
            int,
            doc(
                "これより短い文は何度書かれても指摘しない（句読点も数える）",
                "Shorter sentences may come again (punctuation counts)",
                ge=10,
            ),
        ] = 20

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        known = repeats(document)
        is_allowed = allowed(self.options.allow)
        for repeat in known.found:
            if repeat.is_run or repeat.is_at_once:
                continue
            sentence = known.said[repeat.first].sentence
            if sentence.end - sentence.start < self.options.characters or is_allowed(sentence.text):
                continue
            source = repeat.stretches[0].sources[0]
            place = known.span(source, source)
            line = document.lines.line_of(place.start)
            yield self.finding(
                known.span(repeat.first, repeat.last),
                ja=f"この文は{line}行にもあります。どちらかを消すか、言い換えてください",
                en=f"This sentence already stands in line {line}. Remove one of them or rephrase this one",
                related=[Related(place, Text("最初はここです", "First said here"))],
            )
