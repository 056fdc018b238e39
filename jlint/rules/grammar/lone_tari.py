"""「〜たり」 without its partner."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jlint.document import Document, Sentence
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity
from jlint.rules.helpers.own_sentences import own_sentences

if TYPE_CHECKING:
    from jlint.document.token import Token

_FORMS = ("たり", "だり")
_COMMAS = "、，,"


class LoneTari(Rule):
    """「〜たり、」と並べ始めたのに、次が「〜たり」になっていない。

    並べる動作には、どれにも「たり」を付ける（走ったり、泳いだりする）。一つだけなら「〜たりする」と受ける。
    """

    id = "lone-tari"
    category = "grammar"
    severity = Severity.INFO
    needs = "たり だり"
    english = """「〜たり、」 begins a list of actions, and the next one lacks its 「たり」.

    Each action of such a list takes 「たり」, also the last: 「走ったり、泳いだりする」. With only one,
    「する」 follows at once: 「走ったりする」.
    """
    examples = (
        Bad("休日は山に登っ⟦たり⟧、川で泳ぐ。\n"),
        Bad("本を読ん⟦だり⟧、手紙を書く時間がない。\n"),
        Good("休日は山に登ったり、川で泳いだりする。\n"),
        Good("休日は山に登ったり川で泳いだり、好きに過ごす。\n"),
        Good("人前で泣いたりするのは苦手で、つい笑う。\n"),
        Good("行ったり来たり、せわしない。\n"),
        Good("二人はふたり、一人はひとりだ。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for sentence in own_sentences(document):
            text = sentence.text
            if "たり" not in text and "だり" not in text:
                continue
            if not any(form + comma in text for form in _FORMS for comma in _COMMAS):
                continue
            token = _alone(sentence)
            if token is not None:
                yield self.finding(
                    sentence.source_span(token.start, token.end),
                    ja=f"「{token.surface}」を受ける二つ目の「たり」がありません。並べる動作にはどれにも「たり」を付けてください",
                    en="No second 「たり」 answers this one. Give each action of the list its 「たり」",
                )


def _alone(sentence: Sentence) -> Token | None:
    """The only 「たり」 of the sentence, where a comma and later a verb follow it."""
    tokens = sentence.tokens
    places = [index for index, token in enumerate(tokens) if token.surface in _FORMS and token.pos2 == "副助詞"]
    if len(places) != 1:
        return None
    after = tokens[places[0] + 1 :]
    if not after or after[0].surface not in _COMMAS or not any(token.pos1 == "動詞" for token in after):
        return None
    return tokens[places[0]]
