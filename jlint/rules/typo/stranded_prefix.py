"""A prefix before a word that it can't be joined to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding
from jlint.letters import is_hiragana
from jlint.rules.contract.base import Bad, Good, Rule, Severity

if TYPE_CHECKING:
    from jlint.document.token import Token

_HINT = lazy_pattern("[不未おご](?:(?<=[不未])(?=[ぁ-ゖ])|(?<=[おご])(?= ?[a-z]{3}))")
_NEGATING = frozenset("不未")
_POLITE = frozenset("おご")
_NEVER_NEGATED = frozenset(["副詞", "接続詞", "連体詞"])


class StrandedPrefix(Rule):
    """接頭辞のあとに、付くはずの語がない。

    「不」や「お」のあとに、付くことのできない語が続いている。生成された文章で、続きの語が化けたり抜けたりしたあとに残る。
    抜けた語を補うか、接頭辞を消す。
    """

    id = "stranded-prefix"
    category = "typo"
    severity = Severity.WARNING
    needs = "不 未 お ご"
    english = """A prefix stands before a word that it can't be joined to.

    What 「不」 or 「お」 belonged to is gone, as happens in generated text. Put the word back, or drop the prefix.
    """
    examples = (
        Bad("その合図は⟦不⟧もはや要らない。\n"),
        Bad("受付で⟦お⟧ branchを払う。\n"),
        Good("不ぞろいの皿も、お皿も、不の字も、似て非なるものである。\n"),
        Good("未だに不確かな話を、おSMSで送るなど御免だ。ごりゅごcastを聴く。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if not _HINT.search(document.proofread_text.text):
            return
        for sentence in document.proofread_sentences:
            if not _HINT.search(sentence.text):
                continue
            tokens = sentence.tokens
            for before, prefix, word in zip((None, *tokens), tokens, tokens[1:], strict=False):
                if not _is_stranded(prefix, word) or _is_in_a_word(before, prefix):
                    continue
                span = sentence.source_span(prefix.start, prefix.end)
                if not document.in_own_word(span):
                    yield self.finding(
                        span,
                        ja=f"「{prefix.surface}」に付くはずの語がありません。語を補うか、「{prefix.surface}」を消してください",
                        en=f"What {prefix.surface} belongs to is missing. Put it back, or drop {prefix.surface}",
                    )


def _is_stranded(prefix: Token, word: Token) -> bool:
    if prefix.pos1 != "接頭辞":
        return False
    if prefix.surface in _NEGATING:
        return word.pos1 in _NEVER_NEGATED
    return prefix.surface in _POLITE and word.surface.isascii() and word.surface.islower()


def _is_in_a_word(before: Token | None, prefix: Token) -> bool:
    """Whether it rather belongs to a word in kana that the dictionary lacks: ごりゅごcast."""
    if before is None or before.end < prefix.start or not is_hiragana(before.surface[-1]):
        return False
    return before.pos1 not in ("助詞", "助動詞", "動詞", "接続詞", "副詞")
