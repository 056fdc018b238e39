"""「〜たり」 without its partner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jlint.document import Document, Sentence
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity
from jlint.rules.helpers.own_sentences import own_sentences

if TYPE_CHECKING:
    from jlint.document.token import Token

_FORMS = ("たり", "だり")
_COMMAS = "、，,"
_NOMINALIZERS = ("の", "こと", "事")
_SUMMING_UP = frozenset({"為る", "出来る", "為さる", "致す", "成る"})
"""These take up the one action: 登ったりする."""


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
        Bad("休日は山に登っ⟦たり⟧川で泳ぐことが多い。\n"),
        Good("休日は山に登ったり、川で泳いだりする。\n"),
        Good("人前で泣いたりする人を見ることがある。山に登ったりと忙しいことがある。\n"),
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
            has_comma = any(form + comma in text for form in _FORMS for comma in _COMMAS)
            if not has_comma and not any(noun in text for noun in _NOMINALIZERS):
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
    if not after or not any(token.pos1 == "動詞" for token in after):
        return None
    return tokens[places[0]] if after[0].surface in _COMMAS or _ends_in_noun(after) else None


def _ends_in_noun(after: Sequence[Token]) -> bool:
    """Whether a second action follows at once, and の or こと makes a noun of both: 登ったり泳ぐことがある."""
    if after[0].pos1 not in ("名詞", "代名詞", "動詞") or after[0].lemma in _SUMMING_UP:
        return False
    is_verb_seen = False
    for token in after:
        if token.surface in _COMMAS:
            return False
        if token.pos1 == "動詞":
            is_verb_seen = True
        elif is_verb_seen and token.pos1 != "助動詞":
            return token.surface in _NOMINALIZERS and (token.pos1 == "名詞" or token.pos2 == "準体助詞")
    return False
