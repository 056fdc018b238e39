"""A word of another language that generated text has slipped into."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity
from jlint.rules.helpers.typo.foreign_words import Kind, foreign_words

_NAMES = {
    Kind.VIETNAMESE: Text("ベトナム語の", "Vietnamese"),
    Kind.ACCENTED: Text("ほかの言語の", "Another language"),
    Kind.ENGLISH: Text("英語の", "English"),
    Kind.STUCK: Text("英字の", "Latin letters"),
}


class ForeignWord(Rule):
    """日本語の文に、ほかの言語の語が混じっている。

    生成された文章では、一語だけがベトナム語や英語などに化けることがある。日本語に直す。ベトナム語の文字、記号の付いた英字の
    語、日本語に混ぜて使われることのない英語（`vast な`）、語の途中の英字（`寄ertする`）を指摘する。その言語が
    話題の文書、大文字で始まる名前、外来語（café）、技術の用語（`commit する`）は指摘しない。
    """

    id = "foreign-word"
    category = "typo"
    severity = Severity.WARNING
    english = """A word of another language stands in a Japanese sentence.

    Generated text sometimes slips into Vietnamese, English or another language for a word. Put the Japanese word in.
    What is reported: Vietnamese letters, words with accents, English words that nobody mixes into Japanese as terms,
    and Latin letters inside a word (「寄ertする」). Documents about the language, names, which begin with a capital,
    loanwords (café) and technical terms are left alone.
    """
    examples = (
        Bad("列車は⟦đột⟧ ⟦ngột⟧ 止まった。\n"),
        Bad("地域の発展に寄⟦ært⟧する。\n"),
        Bad("倉庫に ⟦vast⟧ な記録が残る。\n"),
        Bad("町の帳簿を ⟦scrutinize⟧ しようとした。\n"),
        Bad("祭りを実⟦yap⟧する。\n"),
        Good("作曲家のĐặng Thái Sơnを聴いた。\n"),
        Good("ベトナム語の「đột ngột」は急にという意味である。\n"),
        Good("cafés の naïve な résumé と Ångström。\n"),
        Good("São Pauloでcaféに入り、変更をcommitしてgitの履歴を見た。\n"),
        Good("英語の vast という語は、広大なという意味である。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for kind, span, word in foreign_words(document):
            name = _NAMES[kind]
            yield self.finding(
                span,
                ja=f"{name.ja}「{word}」が混じっています。日本語に直してください",
                en=f"{name.en} ({word}) in a Japanese sentence. Put the Japanese word in",
            )
