"""「〜が、〜が、」 in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

from jlint.document import Document, Sentence
from jlint.finding import Finding, Related, Text
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, doc
from jlint.rules.helpers.own_sentences import own_sentences

if TYPE_CHECKING:
    from jlint.document.token import Token

_COMMAS = "、，,"


class RepeatedGa(Rule):
    """一文に逆接の「〜が、」が二度ある。

    話の向きが二度変わり、何が言いたいのか分からなくなる。文を分けるか、片方を「〜ので」「〜けれど」などにする。
    """

    id = "repeated-ga"
    category = "grammar"
    severity = None
    english = """A sentence turns twice with 「〜が、」 (but).

    Its line of thought gets lost. Part the sentence, or say one of the two in another way.
    """
    examples = (
        Bad("朝から雨だった⟨が⟩、昼には止んだ⟦が⟧、川はまだ濁っている。\n"),
        Bad("雨だった⟨が⟩，止んだ．寒かった⟦が⟧，出かけた．\n", options={"ends": "。"}),
        Good("朝から雨だったが、昼には止んだ。川は濁っていたが、渡れた。\n"),
        Good("雨が、風が、寒さが、旅人を苦しめた。\n"),
        Good("「雨だったが、止んだ」と書いたが、実は降っていた。\n"),
    )

    class Options(RuleOptions):
        ends: Annotated[
            str, doc("文を終える文字。空ならふつうの句点や「！？」", "Marks that end a sentence; empty: the usual ones")
        ] = ""

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        for sentence in own_sentences(document, self.options.ends or None):
            if sum(sentence.text.count("が" + comma) for comma in _COMMAS) < 2:
                continue
            turns = _turns(sentence)
            for first, token in pairwise(turns):
                yield self.finding(
                    sentence.source_span(token.start, token.end),
                    ja="逆接の「が」が一文に二度あります。文を分けてください",
                    en="This sentence turns with が a second time. Part it",
                    related=[
                        Related(
                            sentence.source_span(first.start, first.end),
                            Text("前の「が」", "the が before"),
                        )
                    ],
                )


def _turns(sentence: Sentence) -> list[Token]:
    """The 接続助詞 「が」 before a comma, outside brackets."""
    found: list[Token] = []
    depth = 0
    tokens = sentence.tokens
    for token, following in pairwise(tokens):
        if token.pos2 == "括弧開":
            depth += 1
        elif token.pos2 == "括弧閉":
            depth = max(0, depth - 1)
        elif token.surface == "が" and token.pos2 == "接続助詞" and following.surface in _COMMAS and not depth:
            found.append(token)
    return found
