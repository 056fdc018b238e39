"""Sentences with many 読点."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document, Sentence
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, doc
from jlint.rules.helpers.own_sentences import own_sentences
from jlint.rules.helpers.style.commas import clause_commas
from jlint.rules.helpers.style.counted import without_quotations

_ENDS = "。．！？!?"


class TooManyCommas(Rule):
    """一文に読点（、）が多い。

    いくつもの事柄が一文に詰まっている。文を分けるか、箇条書きにする。名詞を並べる読点と、かぎ括弧の引用の中の
    読点は数えない。
    """

    id = "too-many-commas"
    category = "style"
    severity = None
    english = """A sentence has many commas (読点).

    It says several things at once. Part it, or make a list of it. Commas between listed nouns and those inside
    quotations don't count.
    """
    examples = (
        Bad("⟦朝に起きて、窓を開け、湯を沸かし、茶を淹れて、庭を見た。⟧\n"),
        Bad("⟦りんご、みかん、ぶどう、梨、桃を買った。⟧\n", options={"count-lists": True}),
        Bad("⟦朝に起きて，窓を開け，湯を沸かし，茶を淹れて，庭を見た．⟧\n", options={"comma": "，"}),
        Bad("⟦彼は「来て、見て、勝って、帰って、寝た」と言う。⟧\n", options={"count-quotations": True}),
        Good("「来て、見て、勝つ。帰って、寝て、起きた」と言う。\n", options={"count-quotations": True}),
        Good("朝に起きて、窓を開け、湯を沸かした。\n"),
        Good("りんご、みかん、ぶどう、梨、桃を買った。\n"),
        Good("`a`（左）、`b`（右）、`c`（上）、`d`（下）、`e`（中）を押す。\n"),
        Good("彼は「来て、見て、勝って、帰って、寝た」と言う。\n"),
    )

    class Options(RuleOptions):
        max: Annotated[int, doc("一文の読点の上限", "How many commas a sentence may have", ge=0)] = 3
        comma: Annotated[str, doc("読点として数える文字", "The character that counts as a comma", min_length=1)] = "、"
        ends: Annotated[
            str, doc("文を終える文字。空ならふつうの句点や「！？」", "Marks that end a sentence; empty: the usual ones")
        ] = ""
        count_quotations: Annotated[
            bool, doc("かぎ括弧の引用の中の読点も数える", "Count commas inside quotations too")
        ] = False
        count_lists: Annotated[bool, doc("名詞を並べる読点も数える", "Count commas between listed nouns too")] = False

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        for sentence in own_sentences(document, self.options.ends or None):
            if sentence.text.count(self.options.comma) <= self.options.max:
                continue
            count = self._commas(sentence)
            if count > self.options.max:
                yield self.finding(
                    sentence.span,
                    ja=f"一文に読点「{self.options.comma}」が{count}個あります。"
                    f"{self.options.max}個までになるように文を分けてください",
                    en=f"This sentence has {count} commas. Part it into sentences of {self.options.max} at most",
                )

    def _commas(self, sentence: Sentence) -> int:
        comma = self.options.comma
        if self.options.count_lists:
            return sentence.text.count(comma)
        quotations = self.options.count_quotations
        if not quotations and without_quotations(sentence.text).count(comma) <= self.options.max:
            return 0
        commas = list(clause_commas(sentence.tokens, comma, in_quotations=quotations))
        if not quotations:
            return len(commas)
        # a sentence that ends inside a quotation is counted by itself
        ends = [at for at, mark in enumerate(sentence.text) if mark in (self.options.ends or _ENDS)]
        return max(Counter(bisect_left(ends, comma_at) for comma_at in commas).values(), default=0)
