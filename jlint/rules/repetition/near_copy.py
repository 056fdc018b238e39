"""Sentences and paragraphs that nearly repeat an earlier one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.finding import Finding, Related, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity, doc
from jlint.rules.helpers.repetition.allow import AllowOptions, allowed
from jlint.rules.helpers.repetition.compared_sentences import ComparedSentence
from jlint.rules.helpers.repetition.deliberate import deliberate
from jlint.rules.helpers.repetition.near_copies import SHORTEST, SIMILARITY, near_copies
from jlint.rules.helpers.repetition.problems import problem_of
from jlint.rules.helpers.repetition.repeats import repeats

_LONGEST_QUESTION = 40
"""Letters up to which a question may be taken up again, as by the section that answers it."""
_ONE = "窯の火を落としてから三日のあいだ、器は灰の中でゆっくりと冷え、色を深めていきます。"
_NEARLY = "窯の火を落としてから三日のあいだ、器は灰の中でゆっくりと冷えて、色をさらに深めていきます。"
_BETWEEN = (
    "土は裏の山から運びます。水は沢からくみます。薪は前の年の冬に割ります。窯の前で夜を明かすのは若い職人の役目です。"
)


class NearCopy(Rule):
    """前に書いた文とほとんど同じ文がある。

    言い回しを少し変えただけの文は、くり返しと同じように読まれる。どちらかを消すか、二度目に言うべき新しいことを書く。
    名前や数を入れ替えた対の文、一方が否定の文、すぐ近くに並べた文、受け直した短い問いは指摘しない。
    sentence-said-before が指摘しないような文も指摘しない。
    """

    id = "near-copy"
    category = "repetition"
    severity = Severity.WARNING
    told_with = ("repeated-passage", "short-repeated-passage", "repeated-sentence", "sentence-said-before")
    english = """A sentence is nearly the same as one said before.

    With a word or two changed it still reads as a repetition. Remove one of the two, or say what is new the second
    time. Parallel sentences with another name or figure, denials, sentences close to each other and short
    questions that are taken up again are left alone, as is what sentence-said-before leaves alone.
    """
    examples = (
        Bad(f"⟨{_ONE}⟩\n\n{_BETWEEN}\n\n⟦{_NEARLY}⟧\n"),
        Bad(f"⟨{_ONE}⟩\n\n{_BETWEEN}\n\n⟦そして、{_ONE}⟧\n", options={"similarity": 95}),
        Good(f"{_ONE}\n\n{_BETWEEN}\n\n{_NEARLY}\n", options={"similarity": 98}),
        Good(f"{_ONE}\n\n{_BETWEEN}\n\n{_ONE.replace('三日', '五日')}\n"),
        Good(f"{_ONE}\n\n{_BETWEEN}\n\n{_ONE.replace('深めていきます', '深めてはいきません')}\n"),
        Good(f"{_ONE}{_NEARLY}\n"),
        Good(
            f"では、雪国の窯元の職人は、冬のあいだ何を支えに暮らすのでしょうか。\n\n{_BETWEEN}\n\n"
            "では、雪国の窯元の職人は、冬のあいだいったい何を支えに暮らすのでしょうか。\n"
        ),
    )

    class Options(AllowOptions):
        similarity: Annotated[
            int,
            doc(
                "何パーセント以上似ていたら指摘するか。",
                "From how many per cent of likeness on to speak",
                ge=50,
                le=100,
            ),
        ] = SIMILARITY
        characters: Annotated[
            int,
            doc("これより短い文は比べない（句読点は数えない）。", "Leave shorter sentences alone, in letters", ge=10),
        ] = SHORTEST

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        known = repeats(document)
        is_allowed = allowed(self.options.allow)
        near = known.near(self.options.similarity, self.options.characters)
        for copy in near_copies(near, known.is_reported):
            sentences = known.sentences[copy.first]
            if is_allowed(sentences.sentence.text) or (copy.first == copy.last and _is_short_question(sentences)):
                continue
            if deliberate(document).is_single(copy.first, copy.source):
                continue
            place = known.span(copy.source, copy.source_end)
            line = document.lines.line_of(place.start)
            yield self.finding(
                known.span(copy.first, copy.last),
                ja=f"{line}行目の文とほとんど同じです（一致率{copy.likeness:.0f}%）。"
                "どちらかを消すか、違いが分かるように書き直してください",
                en=f"Nearly the same as what line {line} says ({copy.likeness:.0f}%). Remove one or say what is new",
                related=[Related(place, Text("似た文はここです", "The similar sentence"))],
                problem=problem_of(document, copy.first),
            )


def _is_short_question(sentences: ComparedSentence) -> bool:
    return len(sentences.key) <= _LONGEST_QUESTION and sentences.sentence.text.endswith(("か。", "？", "?"))
