"""Loanwords in -er, -or, -ar and -y without their long vowel."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from jlint.compiled import compiled
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, replace
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.notation.katakana_variants import ENGLISH_ENDINGS, LONGEST
from jlint.rules.helpers.notation.prose import prose_of

_KATAKANA = "[ァ-ヴー]{3,}"
_SHORTEST = 3


class MissingLongVowel(Rule):
    """カタカナ語の語尾に長音記号（ー）がない（コンピュータ）。

    内閣告示「外来語の表記」も JTF の手引きも、-er、-or、-ar、-y で終わる語の末尾を長音で書く。語形は辞書（UniDic）の
    見出しによる。社内の決まりで付けない語は allow に足す。
    """

    id = "missing-long-vowel"
    category = "notation"
    severity = None
    english = """A loanword in -er, -or, -ar or -y lacks its final long vowel.

    Both the government's rules for loanwords and the JTF guide write it. Which words have one is taken from the
    headwords of UniDic. Words that a house writes without it go into `allow`.
    """
    examples = (
        Bad("⟦フィルタ⟧を掃除する。\n", fixed="フィルターを掃除する。\n"),
        Bad("⟦コンピュータ⟧システムを買う。\n"),
        Good("フィルターを掃除し、フィルタリングする。\n"),
        Good("データをブラウザで見る。\n"),
        Good("コンピュータを買う。\n", options={"allow": ["コンピュータ"]}),
    )
    Options = AllowOptions
    options: AllowOptions

    def check(self, document: Document) -> Iterator[Finding]:
        prose = prose_of(document)
        if not any(_short_words(run) for run in set(compiled(_KATAKANA).findall(prose.text))):
            return
        for found in prose.find(_KATAKANA):
            for start, end in _short_words(found[0]):
                offset = found.match.start()
                if not prose.is_unbroken(offset + start, offset + end):
                    continue
                if prose.is_allowed(self.options.allow, offset + start, offset + end):
                    continue
                span = prose.span(offset + start, offset + end)
                word = found[0][start:end]
                yield self.finding(
                    span,
                    ja=f"「{word}」は語尾に長音を付けて「{word}ー」と書いてください",
                    en=f"{word} lacks its final long vowel; write {word}ー",
                    fix=replace(span, f"{word}ー", ja=f"「{word}ー」にする", en=f"Write {word}ー", safe=False),
                )


@lru_cache(maxsize=20_000)
def _short_words(run: str) -> tuple[tuple[int, int], ...]:
    """Where a run of katakana has words that the dictionary has with a long vowel at their end."""
    from jlint.document.token import tokenize

    if len(run) > LONGEST:
        return ()
    return tuple(
        (token.start, token.end)
        for token in tokenize(run)
        if len(token.surface) >= _SHORTEST and _lacks_long_vowel(token.surface, *token.lemma.partition("-")[::2])
    )


def _lacks_long_vowel(surface: str, headword: str, origin: str) -> bool:
    return headword == surface + "ー" and origin.endswith(ENGLISH_ENDINGS)
