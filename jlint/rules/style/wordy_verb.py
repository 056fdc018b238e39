"""「確認を行う」 for 「確認する」."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Annotated, Literal

from jlint.compiled import lazy_pattern
from jlint.document import Document, Sentence
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, doc
from jlint.rules.helpers.allow import AllowOptions, allowed
from jlint.rules.helpers.own_sentences import own_sentences

if TYPE_CHECKING:
    from jlint.document.token import Token

_OF_THE_NOUN = frozenset({"形容詞", "連体詞", "助動詞", "動詞", "名詞", "接頭辞", "接尾辞", "形状詞"})
_VERBS = {"行う": "行[わいうえおっ]|おこな[わいうえおっ]", "実行する": "実行"}
_HINTS = ("行", "おこな")

Verb = Literal["行う", "実行する"]


class WordyVerb(Rule):
    """「確認を行う」のように、一語で言える動作を二語で言っている。

    「確認する」と書けば短くなり、何をするのかがすぐ分かる。「詳しい確認を行う」のように名詞に飾りが付くもの、
    「非同期処理を行う」のような複合語、「テストを行う」のようなカタカナ語は、`any-noun` にしなければ指摘しない。
    """

    id = "wordy-verb"
    category = "style"
    severity = None
    english = """An action is said in two words where one would do: 「確認を行う」 for 「確認する」.

    The shorter verb says at once what is done. Nouns with an adjective of their own (「詳しい確認を行う」),
    compounds and loan words in katakana are left alone unless `any-noun` asks for them.
    """
    examples = (
        Bad("出発の前に舟の⟦点検を行い⟧ます。\n"),
        Bad("水位の⟦観測を、行え⟧ば分かる。\n"),
        Bad("橋の耐震⟦補強を行う⟧。念入りな⟦点検を行う⟧。⟦テストを行う⟧。\n", options={"any-noun": True}),
        Bad("⟦点検を実行⟧する。\n", options={"verbs": ["実行する"]}),
        Bad("> ⟦点検を行う⟧。\n", options={"quotations": True}),
        Good("出発の前に舟を点検します。\n"),
        Good("念入りな点検を行います。\n"),
        Good("夏祭りを行う。\n"),
        Good("橋の耐震補強を行う。\n"),
        Good("テストを行う。\n"),
        Good("コマンドを実行する。点検を実行する。\n"),
        Good("> 点検を行う。\n"),
        Good("調査を行う。\n", options={"allow": ["調査"]}),
        Good("祭りを行う。サーバーを行う。\n", options={"any-noun": True}),
    )

    class Options(AllowOptions):
        verbs: Annotated[
            tuple[Verb, ...],
            doc("見る動詞: 行う、実行する。", "The verbs that are looked at: 「行う」, 「実行する」."),
        ] = ("行う",)
        any_noun: Annotated[
            bool,
            doc(
                "名詞に飾りが付くもの、複合語、カタカナやひらがなで終わる語も指摘する。",
                "Report nouns with an adjective, compounds and nouns in kana too.",
            ),
        ] = False
        quotations: Annotated[
            bool, doc("引用の中、リンクの文字も見る。", "Look into quotations and the text of links too.")
        ] = False

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        if not self.options.verbs:
            return
        allow, act = allowed(self.options.allow), _act(self.options.verbs, any_noun=self.options.any_noun)
        for sentence in self._sentences(document):
            if not any(hint in sentence.text for hint in _HINTS):
                continue
            for match in act.finditer(sentence.text):
                noun = _verbal_noun(sentence.tokens, match.end("noun"), any_noun=self.options.any_noun)
                if noun is None or allow.covers(sentence.text, noun.start, match.end()):
                    continue
                verb = "実行する" if match["verb"] == "実行" else "行う"
                yield self.finding(
                    sentence.source_span(noun.start, match.end()),
                    ja=f"「{noun.surface}を{verb}」は「{noun.surface}する」と言えます。短くしてください",
                    en=f"{noun.surface}を{verb} is wordy. Write {noun.surface}する",
                )

    def _sentences(self, document: Document) -> Iterable[Sentence]:
        if self.options.quotations:
            return (sentence for block in document.prose for sentence in block.sentences)
        return own_sentences(document)


@cache
def _act(verbs: Sequence[Verb], *, any_noun: bool) -> re.Pattern[str]:
    noun = "[一-鿿ァ-ヶーぁ-んA-Za-z]" if any_noun else "[一-鿿]"
    return lazy_pattern(f"(?P<noun>{noun})を[、，,]?(?P<verb>{'|'.join(_VERBS[verb] for verb in verbs)})")


def _verbal_noun(tokens: Sequence[Token], end: int, *, any_noun: bool) -> Token | None:
    """The noun that ends at `end`, if it takes する and, unless `any_noun`, has nothing that belongs to it."""
    index = next((index for index, token in enumerate(tokens) if token.end == end), None)
    if index is None:
        return None
    token = tokens[index]
    before = tokens[index - 1] if index else None
    if token.pos3 != "サ変可能" or len(token.surface) < len("点検"):
        return None
    return token if any_noun or not (before and before.pos1 in _OF_THE_NOUN) else None
