"""Sentences that are too long to be read at one go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from jlint.document import Document, Sentence
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, doc
from jlint.rules.helpers.allow import AllowOptions, allowed
from jlint.rules.helpers.own_sentences import own_sentences
from jlint.rules.helpers.style.counted import without_latin, without_objects, without_quotations

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
        for sentence in own_sentences(document):
            if not self._may_be_long(sentence):
                continue
            length = self._length(sentence, document)
            if length > self.options.max:
                yield self.finding(
                    sentence.span,
                    ja=f"一文が{length}文字あります。{self.options.max}文字までの文に分けてください",
                    en=f"This sentence has {length} characters. Part it into sentences of {self.options.max} at most",
                )

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
