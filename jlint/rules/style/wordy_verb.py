"""「確認を行う」 for 「確認する」."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule
from jlint.rules.helpers.own_sentences import own_sentences

if TYPE_CHECKING:
    from jlint.document.token import Token

_ACTS = ("を行", "をおこな", "を、行", "を,行", "を，行")
_OF_THE_NOUN = frozenset({"形容詞", "連体詞", "助動詞", "動詞", "名詞", "接頭辞", "接尾辞", "形状詞"})


class WordyVerb(Rule):
    """「確認を行う」のように、一語で言える動作を二語で言っている。

    「確認する」と書けば短くなり、何をするのかがすぐ分かる。「詳しい確認を行う」のように名詞に飾りが付くもの、
    「非同期処理を行う」のような複合語、「テストを行う」のようなカタカナ語は指摘しない。
    """

    id = "wordy-verb"
    category = "style"
    severity = None
    english = """An action is said in two words where one would do: 「確認を行う」 for 「確認する」.

    The shorter verb says at once what is done. Nouns with an adjective of their own (「詳しい確認を行う」),
    compounds and loan words in katakana are left alone.
    """
    examples = (
        Bad("出発の前に舟の⟦点検を行い⟧ます。\n"),
        Bad("水位の⟦観測を、行え⟧ば分かる。\n"),
        Good("出発の前に舟を点検します。\n"),
        Good("念入りな点検を行います。\n"),
        Good("夏祭りを行う。\n"),
        Good("橋の耐震補強を行う。\n"),
        Good("テストを行う。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for sentence in own_sentences(document):
            if not any(act in sentence.text for act in _ACTS):
                continue
            tokens = sentence.tokens
            ends = {token.end: index for index, token in enumerate(tokens)}
            for match in _act().finditer(sentence.text):
                noun = _verbal_noun(tokens, ends.get(match.end("noun")))
                if noun is not None:
                    yield self.finding(
                        sentence.source_span(noun.start, match.end()),
                        ja=f"「{noun.surface}を行う」は「{noun.surface}する」と言えます。短くしてください",
                        en=f"{noun.surface}を行う is wordy. Write {noun.surface}する",
                    )


@cache
def _act() -> re.Pattern[str]:
    return lazy_pattern("(?P<noun>[一-鿿])を[、,，]?(?:行[わいうえおっ]|おこな[わいうえおっ])")


def _verbal_noun(tokens: Sequence[Token], index: int | None) -> Token | None:
    """The token at `index`, if it is a noun that takes する and nothing belongs to it without a particle."""
    if index is None:
        return None
    token = tokens[index]
    before = tokens[index - 1] if index else None
    is_verbal = token.pos3 == "サ変可能" and len(token.surface) > 1
    return token if is_verbal and not (before and before.pos1 in _OF_THE_NOUN) else None
