"""Paragraphs whose last sentence has no full stop."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from jlint.document import Document, Sentence
from jlint.document.block import OBJECT, Block, BlockKind
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, doc, replace
from jlint.rules.helpers.own_sentences import own_sentences

if TYPE_CHECKING:
    from jlint.document.token import Token

_CLOSING = "」』）)】］]〉》”’\"'"
_ENDING = "。．.！？!?…‥"
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
    )

    class Options(RuleOptions):
        mark: Annotated[str, doc("句点", "The full stop", min_length=1, max_length=1)] = "。"
        allow: Annotated[tuple[str, ...], doc("ほかに文を終えてよい文字", "What else may end a sentence")] = ("：", ":")
        emoji: Annotated[bool, doc("絵文字で終わってよい", "An emoji may end a sentence")] = True
        fragments: Annotated[
            bool,
            doc("終止形で終わらない段落も指摘する", "Tell paragraphs that don't end in a finite predicate too"),
        ] = False
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
            if place is None:
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
        if end in _ENDING or end in _CLOSING or end == self.options.mark or text.endswith(self.options.allow):
            return None
        if end == OBJECT or text.isascii():
            return None
        if not (end.isalnum() or end in "ー〜：:"):
            is_punctuation = ord(end) < 0x2600
            return None if self.options.emoji or is_punctuation else len(text) - 1
        if end.isascii() and end.isalnum():
            return None
        token = sentence.tokens[-1]
        return token.start if self.options.fragments or end in "：:" or _is_finite(token) else None


def _is_finite(token: Token) -> bool:
    return token.cform.startswith(_FINITE) or token.pos2 == "終助詞"
