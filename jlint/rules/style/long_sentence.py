"""Sentences that are too long to be read at one go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from jlint.document import Document, Sentence
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, doc
from jlint.rules.helpers.allow import AllowOptions, allowed
from jlint.rules.helpers.own_sentences import own_sentences
from jlint.rules.helpers.style.counted import without_latin, without_objects, without_quotations

_LATIN_END = re.compile(r'"[^"]*"|\([^()]*\)|(?P<stop>(?<![\s.][A-Za-z])[.!?][")\]]*\s+(?=\S))')
"""Not the stop of an initial or of e.g., nor one inside a quotation or brackets."""
_LONG = "川の水位は昨日の朝から上がり続け、昼には橋げたに届き、"


class LongSentence(Rule):
    """一文が長い。

    主語と述語が離れ、読み手は前に戻って読み直すことになる。二文に分ける。URL、コード、英語、かぎ括弧の引用は
    文の長さに数えない。引用のブロックと、全体が一つのリンクである文は見ない。
    """

    id = "long-sentence"
    category = "style"
    severity = None
    english = """A sentence is long.

    Subject and predicate stand far apart and readers have to go back. Make it two sentences. URLs, code, English and
    quotations inside it don't count towards its length; block quotations and sentences that are a link from end to
    end are left alone.
    """
    examples = (
        Bad(f"⟦{_LONG}夜には堤を越えた。⟧橋は落ちた。\n", options={"max": 30}),
        Bad("⟦𠮷野家𠮷⟧\n", options={"max": 5, "count": "utf-16"}),
        Good(f"{_LONG}夜には堤を越えた。\n"),
        Good("次は `" + "x" * 40 + "` を実行する。\n", options={"max": 10}),
        Good("「" + "長い題名" * 5 + "」を読む。\n", options={"max": 10}),
        Bad(f"⟦{_LONG}夜が来た. {_LONG}夜が明けた.⟧\n", options={"max": 50}),
        Bad(f"川は青い. ⟦{_LONG}夜が来た.⟧ 橋は長い.\n", options={"max": 25, "latin-ends": True}),
        Good(f"{_LONG}夜が来た. {_LONG}夜が明けた.\n", options={"max": 50, "latin-ends": True}),
        Good(f"> {_LONG}夜には堤を越えた。\n", options={"max": 30}),
        Good(f"[{_LONG}夜には堤を越えた。](https://example.com/)\n", options={"max": 30}),
        Good(f"川（{_LONG}）は静かだ。\n", options={"max": 10, "allow": ["/（.*）/"]}),
    )

    class Options(AllowOptions):
        max: Annotated[int, doc("一文の文字数の上限", "How many characters a sentence may have", ge=1)] = 100
        count_latin: Annotated[bool, doc("英語の部分も数える", "Count English too")] = False
        count_quotations: Annotated[
            bool, doc("「」『』の中も数える", "Count what stands between quotation marks too")
        ] = False
        latin_ends: Annotated[
            bool,
            doc(
                "「. 」「! 」「? 」（半角と空白）でも文が終わる",
                "A sentence also ends in a half-width mark and a space, as in English",
            ),
        ] = False
        count_urls: Annotated[bool, doc("URL も数える", "Count URLs too")] = False
        count: Annotated[
            Literal["code-points", "utf-16"],
            doc(
                "数え方: code-points 文字、utf-16 JavaScript の length と同じ",
                "What is counted: code-points, or utf-16 units as JavaScript's length does",
            ),
        ] = "code-points"
        allow: Annotated[
            tuple[str, ...],
            doc(
                "長さに数えない部分。/…/ と書くと正規表現",
                "Passages that don't count. /…/ is a regular expression",
            ),
        ] = ()

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        for sentence in self._sentences(document):
            if not self._may_be_long(sentence):
                continue
            length = self._length(sentence, document)
            if length > self.options.max:
                yield self.finding(
                    sentence.span,
                    ja=f"一文が{length}文字あります。{self.options.max}文字までの文に分けてください",
                    en=f"This sentence has {length} characters. Part it into sentences of {self.options.max} at most",
                )

    def _sentences(self, document: Document) -> Iterator[Sentence]:
        for sentence in own_sentences(document):
            if not (self.options.latin_ends and 2 * len(sentence.text) > self.options.max):
                yield sentence
                continue
            start = 0
            ends = [match.end() for match in _LATIN_END.finditer(sentence.text) if match["stop"]]
            for end in [*ends, len(sentence.text)]:
                text = sentence.text[start:end]
                yield Sentence(sentence.block, sentence.start + start, sentence.start + start + len(text.rstrip()))
                start = end

    def _may_be_long(self, sentence: Sentence) -> bool:
        length = sentence.end - sentence.start
        return self.options.count_urls or 2 * length > self.options.max

    def _length(self, sentence: Sentence, document: Document) -> int:
        options = self.options
        text = allowed(options.allow).cut_from(sentence.text)
        if not options.count_quotations:
            text = without_quotations(text)
        if not options.count_latin:
            text = without_latin(text)
        urls = _characters_of_urls(sentence, document) if options.count_urls else 0
        text = without_objects(text)
        return urls + (len(text) if options.count == "code-points" else len(text.encode("utf-16-le")) // 2)


def _characters_of_urls(sentence: Sentence, document: Document) -> int:
    return sum(
        span.end - span.start
        for offset, character in enumerate(sentence.text)
        if character == "\ufffc" and "://" in (span := sentence.source_span(offset, offset + 1)).of(document.text)
    )
