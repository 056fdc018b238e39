"""Compounds with more or less 送り仮名: 取り組み, 取組み and 取組."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from jlint.compiled import compiled
from jlint.document.token import Token
from jlint.rules.helpers.notation.prose import Prose
from jlint.rules.helpers.notation.variant_group import VariantGroup, in_order
from jlint.rules.helpers.notation.ways import Use

_VERB_KANA = "いきぎしちにびみりえけげせてねべめれ"
_COMPOUND = f"[{_VERB_KANA}](?=([一-鿿])([ぁ-ん]?))(?:(?<=([一-鿿])(.))|(?<=([一-鿿])([ぁ-ん].)))"
"""A kanji, the kana of a verb in a continuing form, and another kanji, perhaps with kana of its own.

It begins at the kana after the first kanji, because there are fewer of those than of kanji.
"""
_KANJI_ONLY, _KANJI_BEFORE, _KANJI_BEHIND = "[一-鿿]+", "[一-鿿々]\\Z", "[一-鿿々]"
_TWO_KANJI = f"(?<![一-鿿])([一-鿿]{{2}})([{_VERB_KANA}])"


def okurigana_variants(prose: Prose, *, verbs: bool) -> Iterator[VariantGroup]:
    """The compounds that the text writes in more than one way. `verbs`: verbs count as writings of their nouns."""
    by_word: dict[str, set[str]] = defaultdict(set)
    found = set(compiled(_COMPOUND).findall(prose.text))
    for second, end, first, kana, other, more in found:
        parts = (first or other, kana or more, second, end if end in _VERB_KANA else "")
        full = "".join(parts)
        word = _noun(full)
        if word:
            by_word[word].add(full)
            by_word[word] |= {less for less in _with_less_kana(*parts) if less in prose.text and _noun(less) == word}
    for writings in by_word.values():
        if len(writings) > 1:
            yield from _group(prose, writings, verbs=verbs)


def trailing_variants(prose: Prose) -> Iterator[VariantGroup]:
    """The nouns of two kanji that the text writes with and without kana behind them: 手続き and 手続.

    Official spelling has many of them without kana in compounds (支払期日) and with it elsewhere.
    """
    for bare, kana in sorted(set(compiled(_TWO_KANJI).findall(prose.text))):
        word = _noun(bare + kana)
        if word and _noun(bare) == word:
            yield from _group(prose, {bare, bare + kana}, verbs=False)


def _with_less_kana(first: str, middle: str, second: str, end: str) -> set[str]:
    return {first + second, first + second + end, first + middle + second} - {first + middle + second + end}


def _group(prose: Prose, writings: set[str], *, verbs: bool) -> Iterator[VariantGroup]:
    uses: list[Use] = []
    right: str | None = None
    for writing in writings:
        for start in prose.places(writing):
            _, token, _ = prose.tokens_at(start)
            if token is None or token.surface != writing or not prose.is_unbroken(start, start + len(writing)):
                continue
            if not verbs and _is_in_compound(prose.text, start, writing, writings):
                continue
            if token.pos1 == "名詞" or (verbs and _is_stem(token)):
                uses.append(Use(writing, writing, prose.span(start, start + len(writing))))
                right = writing if token.pos1 == "動詞" else right
    ways = {use.way: use.way for use in uses}
    if len(ways) > 1:
        yield VariantGroup(in_order(uses), ways, right)


def _is_in_compound(text: str, start: int, writing: str, writings: set[str]) -> bool:
    """Whether a writing without kana is a part of a longer word in kanji: 取付部, 申込書, 読込専用.

    Official spelling, and custom, write such words without kana wherever the noun alone has it. Where the text has the
    same longer word with kana too, as 締め切り日 beside 締切日, that is mixed.
    """
    if not compiled(_KANJI_ONLY).fullmatch(writing):
        return False
    end = start + len(writing)
    tail = text[end : end + 1]
    if compiled(_KANJI_BEHIND).match(tail) and any(other + tail in text for other in writings if other != writing):
        return False
    return bool(compiled(_KANJI_BEHIND).match(text, end) or compiled(_KANJI_BEFORE).search(text, start - 1, start))


def _is_stem(token: Token) -> bool:
    return token.pos1 == "動詞" and token.cform.startswith("連用形")


@lru_cache(maxsize=20_000)
def _noun(writing: str) -> str | None:
    """The headword of `writing` if that is one noun, else None."""
    from jlint.document.token import tokenize

    tokens = tokenize(writing)
    return tokens[0].lemma if len(tokens) == 1 and tokens[0].pos1 == "名詞" else None
