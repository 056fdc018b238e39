"""Fillers: what people say while they think, such as あのー."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.compiled import compiled
from jlint.document import Document
from jlint.document.block import Sentence
from jlint.document.token import Token
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, doc

_SET_OFF = "(?:^|[、。「（])[あいうえおんアウエンそっとまマ][のんとっッうぅおぉォえエぁトー〜]{0,5}(?:[、。…ー〜]|$)"
"""A word set off on both sides, made of the letters of the dictionary's fillers."""
_NANKA = "(?:^|(?<=[、。「]))なんか(?![、]?(?:は|の|に|も|が|を))"
_THINKING = "(?:^|(?<=[、。「]))(?:えー?っ?と|ええと|うーん?と)ー?(?=、)"


class FillerWord(Rule):
    """「あのー」「えーと」「なんか」のような、言葉をつなぐための言葉（フィラー）がある。

    話すときに間を埋める言葉で、読む文章では意味を持たない。消す。会話を写した文章では切っておく。
    """

    id = "filler-word"
    category = "style"
    severity = None
    english = """A filler such as 「あのー」 or 「えーと」, by which people gain time when they speak.

    It means nothing in a text to be read. Remove it. Leave this rule off for dialogue.
    """
    examples = (
        Bad("⟦えーと⟧、次は費用の話です。\n"),
        Bad("⟦なんか⟧、費用が足りないようです。\n"),
        Good("次は費用の話です。\n"),
        Good("あの橋は古い。君なんかに何が分かる。\n"),
        Good("うるう秒を足す。引く手あまたの腕前だ。\n"),
        Good("えーと、次は費用の話です。\n", options={"allow": ["えーと"]}),
    )

    class Options(RuleOptions):
        allow: Annotated[tuple[str, ...], doc("使ってよい言葉。", "Words that may be used.")] = ()

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        for sentence in document.sentences:
            for start, end in self._places(sentence):
                word = sentence.text[start:end]
                if word not in self.options.allow:
                    yield self.finding(
                        sentence.source_span(start, end),
                        ja=f"「{word}」は話すときのつなぎの言葉です。消してください",
                        en=f"{word} is a filler of spoken language. Remove it",
                    )

    def _places(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        if "なんか" in sentence.text:
            for match in compiled(_NANKA).finditer(sentence.text):
                yield match.span()
        if not compiled(_SET_OFF).search(sentence.text):
            return
        done = 0
        for match in compiled(_THINKING).finditer(sentence.text):
            yield match.span()
            done = match.end()
        for token in sentence.tokens:
            if (
                token.pos1 == "感動詞"
                and token.pos2 == "フィラー"
                and token.start >= done
                and _is_alone(token, sentence)
            ):
                yield token.start, token.end


def _is_alone(token: Token, sentence: Sentence) -> bool:
    """Whether the word is set off: elsewhere the dictionary takes pieces of other words for fillers."""
    before, after = sentence.text[: token.start], sentence.text[token.end : token.end + 1]
    return (not before or before[-1] in "、。「（") and after in ("、", "。", "…", "ー", "〜", "")
