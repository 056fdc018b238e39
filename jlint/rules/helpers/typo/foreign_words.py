"""Words of other languages, in Latin letters, that stand in a Japanese sentence by mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from jlint.compiled import lazy_pattern
from jlint.letters import is_hiragana, is_kanji
from jlint.rules.data import FOLDER
from jlint.rules.helpers.typo.embedded import LANGUAGE, is_japanese_at

if TYPE_CHECKING:
    from jlint.document import Document
    from jlint.document.block import Block
    from jlint.rules.contract.base import Span

VIETNAMESE = frozenset("đơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
"""The small letters that of all languages only Vietnamese uses."""
_TRANSCRIBING = frozenset("āīūēōǎǐǒǔěǚǖǘǜṣṭḍṇṃṛḷśṅñḥ")
"""Letters that Japanese, Chinese and Sanskrit are transcribed with."""
_WORD = lazy_pattern("(?<![0-9A-Za-zÀ-ɏḀ-ỹ_./@#:'’-])[a-zß-ɏḀ-ỹ]{2,}(?![0-9A-Za-zÀ-ɏḀ-ỹ_./@:'’(=-])")
_HINT = lazy_pattern("[a-zß-ỹ](?:(?<=[ぁ-ゖァ-ヺー一-鿿々].)|(?<=[ぁ-ゖァ-ヺー一-鿿々] .))")
_AS_A_WORD = lazy_pattern(" ?(?:な(?!ら|の|ど)|し|す|さ[せれ])")
"""What follows an adjective or a verb. A noun may be the name of a program."""
_STUCK = lazy_pattern("(?<![一-鿿々ァ-ヺー])([一-鿿])([a-z]{2,9})(?=[しすさせてたらりるれっ])")
_PREFIXES = frozenset(
    "各全再未非不無即自相新旧元次前後本同別他毎当該初最終仮逆正副主親子孫多少高低大中小長短今昨明既要可反脱超準半被現"
    "実双両片諸某総汎単複生両先古若約計年月日時分秒回度個件名人何上下内外左右間式型性化的用中者的側版製系圏"
)
"""What stands before or after words of any kind. 実 is one of them too: see `_STEMS`."""
_STEMS = frozenset("実")
"""Prefixes that are more often the first part of a word; する follows no noun with one: 実yapする."""
_MOST = 4
"""A document with more such words is about a language, or quotes it."""


class Kind(Enum):
    """Why a word is one too many."""

    VIETNAMESE = "vietnamese"
    ACCENTED = "accented"
    ENGLISH = "english"
    STUCK = "stuck"


class ForeignWord(NamedTuple):
    """A word and its place in the document."""

    kind: Kind
    span: Span
    word: str


def foreign_words(document: Document) -> list[ForeignWord]:
    """The words, in order; none in a document that has so many that they are meant."""
    found = [] if "ベトナム" in document.text else list(_vietnamese(document))
    if len(found) > _MOST:
        found = []
    others = list(_others(document))
    if len({each.word for each in others}) <= _MOST:
        found += others
    return sorted((each for each in found if not document.in_own_word(each.span)), key=lambda each: each.span)


def _vietnamese(document: Document) -> Iterator[ForeignWord]:
    if VIETNAMESE.isdisjoint(document.characters):
        return
    for block in document.proofread:
        if VIETNAMESE.isdisjoint(block.text) or not any(is_kanji(char) or is_hiragana(char) for char in block.text):
            continue
        for match in _vietnamese_word().finditer(block.text):
            if not VIETNAMESE.isdisjoint(match[0]) and match[0].islower():
                yield from _unless_usage(document, block, Kind.VIETNAMESE, *match.span())


@cache
def _vietnamese_word() -> re.Pattern[str]:
    return lazy_pattern("[A-Za-zÀ-ɏḀ-ỹ]+")


def _others(document: Document) -> Iterator[ForeignWord]:
    for block in document.proofread:
        text = block.text
        if _HINT.search(text):
            found = [*_between_japanese(document, block), *_stuck(document, block)]
            if found and not LANGUAGE.search(text):
                yield from found


def _between_japanese(document: Document, block: Block) -> Iterator[ForeignWord]:
    for match in _WORD.finditer(block.text):
        word = match[0]
        kind = _kind(word)
        if not kind or not _is_between_japanese(block.text, *match.span()):
            continue
        is_english = kind is Kind.ENGLISH and (word.endswith("ly") or _AS_A_WORD.match(block.text, match.end()))
        if is_english or (kind is Kind.ACCENTED and _is_once(word, document.text)):
            yield from _unless_usage(document, block, kind, *match.span())


def _stuck(document: Document, block: Block) -> Iterator[ForeignWord]:
    for match in _STUCK.finditer(block.text):
        kanji, word = match[1], match[2]
        goes_on = block.text.startswith(("す", "し", "さ"), match.end())
        if (kanji not in _PREFIXES or (kanji in _STEMS and goes_on)) and _is_once(word, document.text):
            yield from _unless_usage(document, block, Kind.STUCK, *match.span(2))


def _unless_usage(document: Document, block: Block, kind: Kind, start: int, end: int) -> Iterator[ForeignWord]:
    """The word at a place of a block, unless the house writes so."""
    if not document.usage.covers(block.text, start, end, rule="foreign-word", right=None):
        yield ForeignWord(kind, block.source_span(start, end), block.text[start:end])


def _is_once(word: str, text: str) -> bool:
    """Whether the document has the word in one place only, or in sentences that are said again."""
    around = re.findall(rf"(.{{0,3}})(?<![A-Za-z]){word}(?![A-Za-z])(.{{0,3}})", text, re.IGNORECASE)
    return len(set(around)) <= 1


def _kind(word: str) -> Kind | None:
    if word.isascii():
        return Kind.ENGLISH if word in _words("english_words.txt") else None
    letters = set(word)
    is_meant = word in _words("accented_words.txt") or letters & _TRANSCRIBING or letters & VIETNAMESE
    return None if is_meant else Kind.ACCENTED


def _is_between_japanese(text: str, start: int, end: int) -> bool:
    start -= text[start - 1 : start] == " "
    end += text[end : end + 1] == " "
    return is_japanese_at(text, start - 1) and is_japanese_at(text, end)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset((FOLDER / name).read_text("utf-8").split())
