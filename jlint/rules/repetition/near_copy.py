"""Sentences and paragraphs that are nearly one said before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.finding import Finding, Related, Text
from jlint.rules.base import Bad, Good, Rule, Severity, doc
from jlint.rules.repetition._allow import AllowOptions, allowed
from jlint.rules.repetition._near_copies import near_copies
from jlint.rules.repetition._repeats import repeats

_ONE = "窯の火を落としてから三日のあいだ、器は灰の中でゆっくりと冷え、色を深めていきます。"
_NEARLY = "窯の火を落としてから三日のあいだ、器は灰の中でゆっくりと冷えて、色をさらに深めていきます。"
_BETWEEN = (
    "土は裏の山から運びます。水は沢からくみます。薪は前の年の冬に割ります。窯の前で夜を明かすのは若い職人の役目です。"
)


class NearCopy(Rule):
    """前に書いた文とほとんど同じ文がある。

    言い回しを少し変えただけの文は、くり返しと同じように読まれる。どちらかを消すか、二度目に言うべき新しいことを書く。
    名前や数を入れ替えた対の文、打ち消した文、すぐ近くで重ねた文は指摘しない。
    """

    id = "near-copy"
    category = "repetition"
    severity = Severity.WARNING
    english = """A sentence is nearly the same as one said before.

    With a word or two changed it still reads as a repetition. Remove one of the two, or say what is new the second
    time. Parallel sentences with another name or figure, denials and sentences close to each other are left alone.
    """
    examples = (
        Bad(f"⟨{_ONE}⟩\n\n{_BETWEEN}\n\n⟦{_NEARLY}⟧\n"),
        Bad(f"⟨{_ONE}⟩\n\n{_BETWEEN}\n\n⟦そして、{_ONE}⟧\n", options={"similarity": 95}),
        Good(f"{_ONE}\n\n{_BETWEEN}\n\n{_NEARLY}\n", options={"similarity": 98}),
        Good(f"{_ONE}\n\n{_BETWEEN}\n\n{_ONE.replace('三日', '五日')}\n"),
        Good(f"{_ONE}\n\n{_BETWEEN}\n\n{_ONE.replace('深めていきます', '深めてはいきません')}\n"),
        Good(f"{_ONE}{_NEARLY}\n"),
    )

    class Options(AllowOptions):
        similarity: Annotated[
            int,
            doc(
                "何パーセント以上似ていたら指摘するか", "From how many per cent of likeness on to speak", ge=50, le=100
            ),
        ] = 90
        characters: Annotated[
            int, doc("これより短い文は比べない（句読点は数えない）", "Leave shorter sentences alone, in letters", ge=10)
        ] = 30

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        known = repeats(document)
        is_allowed = allowed(self.options.allow)
        for copy in near_copies(document, self.options.similarity, self.options.characters):
            if is_allowed(known.said[copy.first].sentence.text):
                continue
            place = known.span(copy.source, copy.source_end)
            line = document.lines.line_of(place.start)
            yield self.finding(
                known.span(copy.first, copy.last),
                ja=f"{line}行に書いたこととほとんど同じです（{copy.likeness:.0f}%）。どちらかを消すか、書き分けてください",
                en=f"Nearly the same as what line {line} says ({copy.likeness:.0f}%). Remove one or say what is new",
                related=[Related(place, Text("似た文はここです", "The similar sentence"))],
            )
