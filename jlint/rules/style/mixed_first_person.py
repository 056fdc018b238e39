"""More than one word for “I” in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import zip_longest
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.document.block import Sentence
from jlint.finding import Finding, Related, Text
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Span, doc
from jlint.rules.helpers.own_sentences import own_sentences
from jlint.rules.helpers.quotations import is_in_others_words
from jlint.rules.helpers.style.other_voices import is_line_of_play, legal_blocks

_WORDS = {"私": "私", "わたし": "私", "わたくし": "私", "僕": "僕", "ぼく": "僕", "俺": "俺", "おれ": "俺"}
_INFORMAL = ("僕", "俺", "ぼく", "おれ")
_PLURAL = frozenset({"達", "等", "共", "ども", "たち"})
"""What makes it “we”: the company of an author who writes 僕 may be 私たち."""
_SHOWN = 20
_TOLD = lazy_pattern(r"と(?:、|も)?(?:言|云|叫|答|呟|怒鳴|訊|尋|告げ|囁|いう|いっ|つぶや|ささや|どな)")
"""What ends speech that has no brackets."""


class MixedFirstPerson(Rule):
    """書き手が自分を「私」とも「僕」とも「俺」とも呼んでいる。

    別の人が話しているように読める。一つにそろえる。「」や引用の中、リンクの題名、「私たち」「僕ら」、「〜と言う」で終わる
    話、「僕」と括弧で挙げた人物は数えない。漢字と仮名の違い（私とわたし）は mixed-variant が見る。指摘は一つの文章に
    一つで、少ないほうがどこにあるかを示す。物語や、人によっては書き分けもあるので、既定では見ない。
    """

    id = "mixed-first-person"
    category = "style"
    severity = None
    english = """The author says 「私」 in one place and 「僕」 or 「俺」 in another.

    It reads as if somebody else were speaking. Keep to one. What stands in 「」 or in a quotation, the titles of other
    pages, 「私たち」, speech before 「と言う」 and somebody who is called 「僕」 aren't counted. Kanji and kana of one
    word are for mixed-variant. There is one finding a text, which shows where the rarer word stands. Stories have
    several speakers, and some authors vary on purpose, so it is off by default.
    """
    examples = (
        Bad("⟨僕⟩は港で育った。僕の家は古い。船は僕の友だちだ。⟦私⟧は今も海が好きだ。町も⟨私⟩を覚えている。\n"),
        Bad("⟨私⟩は港で育った。⟦俺⟧は海が好きだ。私の家は古い。\n", options={"least": 1}),
        Good("僕は港で育った。母は「私は海が好きだ」と言う。「私も」と妹も言う。僕の家は古い。\n"),
        Good("僕は港で育った。私立の学校に通い、公私を分けた。私的な話は僕も苦手だ。\n"),
        Good("僕は港で働く。私たちの会社は船を造る。私たちは海が好きだ。\n"),
        Good("私は港で育った。わたしの家は古い。\n"),
        Good("私は港で育った。おれの船に乗れと言われた。おれに任せろと彼は叫んだ。私は乗った。\n"),
        Good(
            "小説の主人公は「僕」である。私は港で読んだ。渡辺（僕）の声がいい。海辺に立つ僕が目に浮かぶ。私も海へ行く。\n"
        ),
    )

    class Options(RuleOptions):
        least: Annotated[
            int,
            doc("少ないほうの言葉が、これより少なければ指摘しない", "Fewer of the rarer word are not told", ge=1),
        ] = 2

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        if not any(word in document.text for word in _INFORMAL):
            return
        places: dict[str, list[Span]] = defaultdict(list)
        legal = legal_blocks(document)
        for sentence in own_sentences(document):
            block = sentence.block
            if id(block) not in legal and not is_line_of_play(block.text):
                for word, span in _in(sentence):
                    if f"「{span.of(document.text)}」" not in document.text and not is_in_others_words(document, span):
                        places[word].append(span)
        if len(places) > 1:
            usual, *others = sorted(places, key=lambda word: (-len(places[word]), places[word][0]))
            for rare in others:
                if len(places[rare]) >= self.options.least:
                    yield self._mixed(rare, usual, places)

    def _mixed(self, rare: str, usual: str, places: dict[str, list[Span]]) -> Finding:
        first, *more = places[rare]
        return self.finding(
            first,
            ja=f"自分を「{usual}」とも「{rare}」とも呼んでいます。一つにそろえてください",
            en=f"The author is {usual} in one place and {rare} in another. Keep to one",
            related=[
                Related(places[usual][0], Text(f"ここは「{usual}」", f"{usual} here")),
                *(Related(span, Text(f"ここも「{rare}」", f"{rare} again")) for span in more[:_SHOWN]),
            ],
        )


def _in(sentence: Sentence) -> Iterator[tuple[str, Span]]:
    """The words for one person in a sentence, each by the kanji that it is written with."""
    if not any(word in sentence.text for word in _WORDS):
        return
    tokens = sentence.tokens
    for token, after in zip_longest(tokens, tokens[1:]):
        word = _WORDS.get(token.surface)
        if (
            word
            and token.pos1 == "代名詞"
            and not _TOLD.search(sentence.text, token.end)
            and not (after is not None and after.lemma in _PLURAL)
        ):
            yield word, sentence.source_span(token.start, token.end)
