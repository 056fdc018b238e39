"""Sentences with many Latin commas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import Document, Sentence
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Span, doc
from jlint.rules.helpers.own_sentences import own_sentences


class TooManyLatinCommas(Rule):
    """一文にカンマ（,）が多い。

    いくつもの事柄が一文に詰まっている。文を分けるか、箇条書きにする。数の桁を区切るカンマとコードの中のカンマは
    数えない。読点（、）は too-many-commas が見る。
    """

    id = "too-many-latin-commas"
    category = "style"
    severity = None
    english = """A sentence has many Latin commas.

    It says several things at once. Part it, or make a list of it. Commas inside numbers and code don't count. The
    Japanese 「、」 is what too-many-commas looks at.
    """
    examples = (
        Bad("All is well. ⟦At noon, we ate, we drank, we sang, we danced, and we slept.⟧\n"),
        Bad("⟦朝に起きて,窓を開け,湯を沸かした。⟧\n", options={"max": 1}),
        Good("At noon, we ate, we drank, we sang, and we slept.\n"),
        Good("人口は 1,200,300 人から 1,400,500 人、1,600,700 人へと増えた。\n"),
        Good("呼び出しは `f(1, 2, 3, 4, 5, 6)` と書く。\n"),
    )

    class Options(RuleOptions):
        max: Annotated[int, doc("一文のカンマの上限", "How many commas a sentence may have", ge=0)] = 4

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        for sentence in own_sentences(document):
            if sentence.text.count(",") <= self.options.max:
                continue
            for piece in _latin_sentences(sentence):
                text = piece.of(sentence.text)
                count = len(_comma().findall(text))
                if count > self.options.max:
                    yield self.finding(
                        sentence.source_span(*piece),
                        ja=f"一文にカンマ「,」が{count}個あります。{self.options.max}個までになるように文を分けてください",
                        en=f"This sentence has {count} commas. Part it into sentences of {self.options.max} at most",
                    )


def _latin_sentences(sentence: Sentence) -> Iterator[Span]:
    """The sentence, split at full stops before white space."""
    start = 0
    for stop in _stop().finditer(sentence.text):
        if stop.start() > start:
            yield Span(start, stop.start() + 1)
        start = stop.end()
    if start < len(sentence.text):
        yield Span(start, len(sentence.text))


@cache
def _stop() -> re.Pattern[str]:
    return lazy_pattern(r"\.\s+")


@cache
def _comma() -> re.Pattern[str]:
    return lazy_pattern(r"(?<![0-9]),|,(?![0-9])")
