"""Paragraphs whose last sentence has no full stop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Annotated

from jlint.compiled import lazy_pattern
from jlint.document import Document, Sentence
from jlint.document.block import OBJECT, Block, BlockKind
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, doc, replace
from jlint.rules.helpers.own_sentences import is_in_link, own_sentences

if TYPE_CHECKING:
    from jlint.document.token import Token

_CLOSING = "」』）)】］]〉》”’\"'"
_ENDING = "。．.！？!?…‥"
_ALWAYS_ENDING = "！？!?」』）)"
_FIRST_EMOJI = 0x2600
_FINITE = ("終止形", "意志推量形", "命令形")


class MissingFullStop(Rule):
    """段落の最後の文に句点がない。

    書きかけに見え、次の段落との切れ目も分かりにくい。句点を補う。述語の終止形で終わる文だけを見る（体言で終わる
    図の題や、途中で切れた文は別）。見出しの代わりの太字の行、かぎ括弧で終わる文、箇条書きと表は見ない。
    """

    id = "missing-full-stop"
    category = "style"
    severity = None
    english = """The last sentence of a paragraph has no full stop.

    It looks unfinished. Add the mark. Only sentences that end in a finite predicate are looked at: captions end in
    nouns, and text that is cut off is another matter. Bold lines that stand for headings, sentences that end in a
    quotation, lists and tables are left alone.
    """
    examples = (
        Bad("橋は落ちた。舟で渡るしかありませ⟦ん⟧\n", fixed="橋は落ちた。舟で渡るしかありません。\n"),
        Bad("橋の⟦図面⟧\n", options={"fragments": True}, fixed="橋の図面。\n"),
        Bad("よい橋だ。⟦🌉⟧\n", options={"emoji": False}),
        Bad("次を実行する⟦:⟧\n\n    ls\n", options={"allow": []}),
        Good("橋の図面\n"),
        Good("彼は言った。「もう渡れない」\n"),
        Good("**橋を渡る**\n\n橋は長い。\n"),
        Good("次を実行する:\n\n    ls\n"),
        Good("よい橋だ。🌉\n"),
        Good("- 橋を渡る\n"),
        Good("English only\n"),
        Good("橋は長い[^1]。\n\n[^1]: 図面にある\n"),
        Bad("橋は長い[^1]。\n\n[^1]: 図面に⟦ある⟧\n", options={"footnotes": True}),
        Bad("橋は長い⟦…⟧\n", options={"any-end": True}),
        Bad("橋の名は ⟦ABC⟧\n", options={"any-end": True}),
        Good("舟は出ますか？\n", options={"any-end": True}),
        Good(
            "**橋の図面**: A\n\n橋の**図面**\n\n詳しくは[図面を見ます](a.md)\n",
            options={"fragments": True, "any-end": True, "markup": False},
        ),
    )

    class Options(RuleOptions):
        mark: Annotated[str, doc("句点", "The full stop", min_length=1, max_length=1)] = "。"
        allow: Annotated[tuple[str, ...], doc("ほかに文を終えてよい文字", "What else may end a sentence")] = ("：", ":")
        emoji: Annotated[bool, doc("絵文字で終わってよい", "An emoji may end a sentence")] = True
        fragments: Annotated[
            bool,
            doc("終止形で終わらない段落も指摘する", "Tell paragraphs that don't end in a finite predicate too"),
        ] = False
        any_end: Annotated[
            bool,
            doc(
                "英数字や記号で終わる段落も指摘する（「。」「！」「？」と閉じかっこのほか、どの字でも）",
                "Tell paragraphs that end in a Latin letter, digit or any mark but 。！？ and closing brackets too",
            ),
        ] = False
        markup: Annotated[
            bool,
            doc("太字やリンクで終わる段落も見る", "Look at paragraphs that end in a link, bold text or the like too"),
        ] = True
        footnotes: Annotated[bool, doc("脚注も見る", "Look at footnotes too")] = False

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        last: dict[Block, Sentence] = {}
        for sentence in own_sentences(document):
            block = sentence.block
            if block.kind is BlockKind.PARAGRAPH and not block.bold and self._is_asked_about(block):
                last[block] = sentence
        for sentence in last.values():
            place = self._bare_end(sentence)
            if place is None or not (self.options.markup or _ends_plainly(sentence, document)):
                continue
            span = sentence.source_span(place, len(sentence.text))
            is_word = sentence.text[-1].isalnum()
            yield self.finding(
                span,
                ja=f"文が「{self.options.mark}」で終わっていません。「{self.options.mark}」を補ってください",
                en=f"This sentence doesn't end with {self.options.mark} Add the mark",
                fix=replace(
                    span,
                    span.of(document.text) + self.options.mark,
                    ja=f"「{self.options.mark}」を補う",
                    en=f"Add {self.options.mark}",
                    safe=False,
                )
                if is_word
                else None,
            )

    def _is_asked_about(self, block: Block) -> bool:
        return self.options.footnotes or not block.footnote

    def _bare_end(self, sentence: Sentence) -> int | None:
        """Where the last word begins, if a full stop is missing behind it."""
        text = sentence.text
        end = text[-1]
        if end == self.options.mark or text.endswith(self.options.allow):
            return None
        if end == OBJECT or text.isascii():
            return None
        if self.options.any_end:
            return None if end in _ALWAYS_ENDING else self._any_end(sentence)
        if end in _ENDING or end in _CLOSING:
            return None
        if not (end.isalnum() or end in "ー〜：:"):
            is_punctuation = ord(end) < _FIRST_EMOJI
            return None if self.options.emoji or is_punctuation else len(text) - 1
        if end.isascii() and end.isalnum():
            return None
        token = sentence.tokens[-1]
        return token.start if self.options.fragments or end in "：:" or _is_finite(token) else None

    def _any_end(self, sentence: Sentence) -> int | None:
        """Where the last word begins, or the mark after it."""
        if self.options.emoji and ord(sentence.text[-1]) >= _FIRST_EMOJI:
            return None
        return sentence.tokens[-1].start if sentence.text[-1].isalnum() else len(sentence.text) - 1


def _ends_plainly(sentence: Sentence, document: Document) -> bool:
    """Whether the block ends in neither markup nor the text of a link, and has Japanese behind the last markup."""
    last = sentence.source_span(len(sentence.text) - 1, len(sentence.text))
    if document.text[last.end : sentence.block.span.end].strip() or is_in_link(document, last):
        return False
    end = after = last.end
    for place in range(sentence.end - 1, -1, -1):
        span = sentence.block.source_span(place, place + 1)
        if span.end != after:
            break
        after = span.start
    return _japanese().search(document.text, after, end) is not None


@cache
def _japanese() -> re.Pattern[str]:
    return lazy_pattern("[ぁ-ゖァ-ヺ一-鿿]")


def _is_finite(token: Token) -> bool:
    return token.cform.startswith(_FINITE) or token.pos2 == "終助詞"
