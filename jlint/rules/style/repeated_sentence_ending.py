"""Many sentences in a row that end alike."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Annotated

from jlint.document import Document, Sentence
from jlint.document.block import BlockKind
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, Span, doc
from jlint.rules.helpers.own_sentences import own_sentences

_STOPS = "。．.！？!?"


class RepeatedSentenceEnding(Rule):
    """同じ言い方で終わる文が続いている（〜しています。〜しています。〜しています。）。

    単調に読める。文をつなげるか、語尾を変える。同じ段落の続いた文を見る。「です」「ます」だけの一致は数えない。
    """

    id = "repeated-sentence-ending"
    category = "style"
    severity = Severity.INFO
    english = """Several sentences in a row end in the same words.

    It reads flat. Join some, or end them in another way. Sentences of one paragraph are compared; that they all end in
    「です」 or 「ます」 is no matter.
    """
    examples = (
        Bad(
            "⟦舟が岸に着いています。網が干されています。市が立ち始めています。子どもが走っています。⟧\n",
        ),
        Bad("⟦雨だろう。風も吹くだろう。⟧寒い。\n", options={"run": 2, "letters": 3}),
        Good("舟が着いています。網が干されています。市が立ちます。子どもが走っています。\n"),
        Good("舟です。網です。市です。港です。\n"),
        Good("- 舟が着いています。\n- 網が干されています。\n- 市が立っています。\n- 人が走っています。\n"),
    )

    class Options(RuleOptions):
        run: Annotated[int, doc("何文続いたら指摘するか", "How many sentences in a row", ge=2)] = 4
        letters: Annotated[
            int, doc("語尾が何文字以上同じなら同じとみなすか", "How many last characters must agree", ge=2)
        ] = 4

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        for _, group in groupby(own_sentences(document), key=lambda sentence: sentence.block):
            sentences = list(group)
            if len(sentences) < self.options.run or sentences[0].block.kind is not BlockKind.PARAGRAPH:
                continue
            for ending, alike in groupby(sentences, key=self._ending):
                run = list(alike)
                if ending and len(run) >= self.options.run:
                    yield self._flat(ending, run)

    def _ending(self, sentence: Sentence) -> str:
        bare = sentence.text.rstrip(_STOPS)
        return bare[-self.options.letters :] if bare != sentence.text and len(bare) > self.options.letters else ""

    def _flat(self, ending: str, run: list[Sentence]) -> Finding:
        return self.finding(
            Span(run[0].span.start, run[-1].span.end),
            ja=f"「{ending}」で終わる文が{len(run)}文続いています。文をつなげるか、語尾を変えてください",
            en=f"{len(run)} sentences in a row end in {ending}. Join some, or end them in another way",
        )
