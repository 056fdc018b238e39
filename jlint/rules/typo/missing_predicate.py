"""A copula behind a particle that leads to a predicate: the predicate was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.document.token import Token
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity
from jlint.rules.helpers.quotations import is_in_others_words
from jlint.rules.helpers.typo.old_style import is_in_old_style

_FOUND = lazy_pattern(
    "(?<!ところ)が(?:で(?:した|す|ある|あっ)|だった)(?!っ|[かねよわさ、？?]|そう)|を(?:でした|だった)(?!っ|[かねよわさ、？?])"
)
"""Not what is asked or stressed in talk, 「誰がですか」, nor what is added to a sentence before, 「この本をです。」."""
_NOMINAL = frozenset({"名詞", "代名詞", "接尾辞"})


class MissingPredicate(Rule):
    """「が」「を」のあとに、述語がないまま「です」「でした」などが続く。

    「この町の魅力は景色がでした」のように、語を書き落としたか、書き直すときに消しすぎている。抜けた語を補うか、
    助詞を消す。問い返し（誰がですか）、会話や引用、「いかがでしょう」「さすがです」は指摘しない。
    """

    id = "missing-predicate"
    category = "typo"
    severity = Severity.WARNING
    english = """A copula follows 「が」 or 「を」, where a predicate should.

    A word was left out, or too much was deleted in rewriting. Add the word or drop the particle. Questions in return,
    speech and quotations are left alone, and so are words that end in such a particle, as 「いかが」 does.
    """
    examples = (
        Bad("この町の魅力は景色⟦がでした⟧。\n"),
        Bad("駅から近いこと⟦がです⟧。\n"),
        Bad("窓口に並ぶ人⟦がである⟧ことを確かめる。\n"),
        Bad("最後に選んだのは青い皿⟦をでした⟧。\n"),
        Good("この町の魅力は景色でした。駅から近いのが自慢です。\n"),
        Good("お味はいかがでしたか。さすがでした。ところがである、雨が降った。\n"),
        Good("「君がです。」と弟は笑った。誰がですか。何をですか。\n"),
        Good("雨ですが、私はさがです。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for sentence in document.sentences:
            if "がで" not in sentence.text and "がだ" not in sentence.text and "をで" not in sentence.text:
                continue
            for match in _FOUND.finditer(sentence.text):
                span = sentence.source_span(*match.span())
                if (
                    not _follows_noun(sentence.tokens, match.start())
                    or is_in_others_words(document, span)
                    or document.in_own_word(span)
                    or is_in_old_style(document)
                ):
                    continue
                yield self.finding(
                    span,
                    ja=f"「{match[0][0]}」のあとに述語がありません。抜けた語を補うか、助詞を消してください",
                    en=f"A predicate is missing behind {match[0][0]}. Add it, or drop the particle",
                )


def _follows_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a particle begins at the offset, behind a noun: さすが and いかが are words of their own."""
    for before, token in pairwise(tokens):
        if token.start == at:
            return (
                token.pos1 == "助詞"
                and token.surface in ("が", "を")
                and (before.pos1 in _NOMINAL or before.pos2 == "準体助詞")
            )
    return False
