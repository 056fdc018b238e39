"""Maps doublings in sentences to places in the document, with fixes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.document.block import Sentence
from jlint.finding import Fix
from jlint.rules.contract.base import Span, replace
from jlint.rules.helpers.quotations import is_in_others_words
from jlint.rules.helpers.typo.idioms import broken_idioms
from jlint.rules.helpers.typo.others_text import is_others_text
from jlint.rules.helpers.typo.own_names import is_own_name
from jlint.spelling.doubling import Doubling, Kind, doublings

_CONJUNCTION = lazy_pattern(
    "((?:また|さらに|そのため|このため|したがって|このように|そのほか|例えば|たとえば|具体的には|ただし|つまり|次に|加えて"
    "|特に|まず|一方で|同様に|その結果|これにより|それにより)、)"
)
"""What begins a sentence and is not said twice for stress, as しかし、しかし is."""
_OTHER_WORD = {"また、": ("とな", "は", "も", "ぐ", "が", "た", "い", "ぎ")}
"""What makes another word of the second one: また、またとない機会."""

_SAID_AGAIN = ("です", "だよ", "だ、", "ね", "！")
"""ただし、ただしですよ: for stress."""


_BARE = lazy_pattern("[一-鿿々]+|[ァ-ヺー]{2,}")
"""What may be a term: a noun without particles or endings."""
_NOUN = lazy_pattern("[一-鿿々]+|[ァ-ヺー]+")
_RELATION = lazy_pattern(
    "間(?![一-鿿]*に)|界面|相互|相転移|相分離|転移|抽出|平衡|反応|衝突|結合|分離|接触|感染|伝播|混合"
)
"""What is between two of a kind."""
_KATAKANA = lazy_pattern("[ァ-ヺー]+")
_TERM, _NAME = 2, 3
"""In how many places a word stands doubled if it is a term, and one with a letter doubled if it is a name."""
_NOUNS = lazy_pattern("[一-鿿々]+(?:の[一-鿿々]+)*")
_OF_LAW = lazy_pattern("第[0-9０-９一二三四五六七八九十百]+(?:条|項|号)")
_OF_A_NAME = lazy_pattern("[ぁ-ゖァ-ヺー一-鿿々]+")
_LONGEST_NAME = 4
_BEHIND_NAMES, _BEHIND_CLEAR_NAMES, _CLEAR_NAME = ("は", "が", "を", "さん", "くん", "ちゃん"), ("に", "で", "も"), 3
_LAWS = 2
"""A paragraph that names so many provisions is one of a law."""


class Doubled(NamedTuple):
    """Both copies in the source, the text of one, and the fix that drops the second."""

    span: Span
    copy: str
    fix: Fix


def doubled(document: Document, kind: Kind, *, safe: bool) -> Iterator[Doubled]:
    """The slips of one kind in the document's sentences.

    Copies with markup between or inside them are left alone: `**設定**設定` may well be meant.
    """
    for sentence, doubling in _all_doublings(document):
        span = sentence.source_span(doubling.start, doubling.end)
        if doubling.kind is not kind or span.end - span.start != 2 * doubling.length:
            continue
        if document.in_own_word(span) or _is_in_broken_idiom(sentence.text, doubling):
            continue
        if _may_be_two_items(sentence, doubling) or _is_usage(document, sentence.text, doubling):
            continue
        if is_others_text(document, span) or _is_of_a_pair(sentence.text, doubling):
            continue
        if _is_own_word(document, sentence.text, doubling):
            continue
        is_safe = safe and not is_in_others_words(document, span)
        copy = sentence.text[doubling.start : doubling.middle]
        surplus = Span(span.start + doubling.length, span.end)
        fix = replace(surplus, "", ja=f"「{copy}」を一つ消す", en=f"Drop one {copy}", safe=is_safe)
        yield Doubled(span, copy, fix)


@lru_cache(maxsize=2)
def _all_doublings(document: Document) -> tuple[tuple[Sentence, Doubling], ...]:
    """Those of every kind, gathered once for all rules of a document."""
    return tuple(
        (sentence, doubling) for sentence in document.proofread_sentences for doubling in doublings(sentence.text)
    )


def _may_be_two_items(sentence: Sentence, doubling: Doubling) -> bool:
    """Whether the copies may be items of a list in a law, run together: 価格の決定価格の決定の申立て."""
    copy = sentence.text[doubling.start : doubling.middle]
    return _NOUNS.fullmatch(copy) is not None and len(_OF_LAW.findall(sentence.block.text)) >= _LAWS


def _is_of_a_pair(text: str, doubling: Doubling) -> bool:
    """Whether a thing and one of its like are named before what is between them: 液液相転移, 酸素酸素間距離."""
    if doubling.kind is Kind.PARTICLE or not _NOUN.fullmatch(text, doubling.start, doubling.middle):
        return False
    return _RELATION.match(text, doubling.end) is not None


def doubled_conjunctions(document: Document) -> Iterator[Doubled]:
    """Sentences that begin with a conjunction twice: また、また."""
    for sentence in document.proofread_sentences:
        match = _CONJUNCTION.match(sentence.text)
        if match is None:
            continue
        copy, word = match[1], match[1][:-1]
        start = len(copy)
        end = start + len(word)
        if not sentence.text.startswith(word, start) or sentence.text.startswith(_SAID_AGAIN, end):
            continue
        if sentence.text.startswith(_OTHER_WORD.get(copy, ()), end):
            continue
        span = sentence.source_span(0, end)
        is_one_piece = span.end - span.start == end and not document.in_own_word(span)
        if is_others_text(document, span):
            continue
        if is_one_piece and not document.usage.covers(sentence.text, 0, end, rule="doubled-word", right=word):
            has_comma = document.text.startswith("、", span.end)
            surplus = Span(span.start + start, span.end + has_comma)
            fix = replace(surplus, "", ja=f"「{word}」を一つ消す", en=f"Drop one {word}", safe=False)
            yield Doubled(span, word, fix)


def _is_own_word(document: Document, text: str, doubling: Doubling) -> bool:
    """Whether the document writes the word so again and again, so that it is a term or a name: コンパイラコンパイラ.

    Sentences that are equal count once: a slip is copied with its passage.
    """
    if is_own_name(document, text, doubling.start, doubling.end, is_particle=doubling.kind is Kind.PARTICLE):
        return True
    if doubling.kind is Kind.PARTICLE:
        return _ends_a_name(document, text, doubling)
    copy = text[doubling.start : doubling.middle]
    if doubling.kind is Kind.WORD:
        row, least, is_noun = copy * 2, _TERM, _BARE.fullmatch(copy)
    else:  # endings are doubled again and again by generators: ですす
        row, least = text[max(0, doubling.start - 1) : doubling.end + 1], _NAME
        is_noun = _KATAKANA.fullmatch(copy)
    if not is_noun:
        return False
    sentences = {sentence.text for sentence in document.proofread_sentences if row in sentence.text}
    return sum(each.count(row) for each in sentences) >= least


def _ends_a_name(document: Document, text: str, doubling: Doubling) -> bool:
    """Whether the first particle ends a name that stands elsewhere before other particles: こんの|の靴, こんのは."""
    copy = text[doubling.start : doubling.middle]
    for start in range(max(0, doubling.start - _LONGEST_NAME), doubling.start):
        name = text[start : doubling.middle]
        behind = _BEHIND_NAMES if len(name) < _CLEAR_NAME else (*_BEHIND_NAMES, *_BEHIND_CLEAR_NAMES)
        times = sum(document.text.count(name + each) for each in behind if each != copy)
        if _OF_A_NAME.fullmatch(name) and times >= _TERM:
            return True
    return False


def _is_usage(document: Document, text: str, doubling: Doubling) -> bool:
    """Whether the house writes so."""
    start, middle, end = doubling.start, doubling.middle, doubling.end
    return document.usage.covers(text, start, end, rule=f"doubled-{doubling.kind.value}", right=text[start:middle])


def _is_in_broken_idiom(text: str, doubling: Doubling) -> bool:
    """Whether an idiom needs another kanji rather than one less: 玉石混混."""
    first = max(0, doubling.start - 4)
    around = broken_idioms(text[first : doubling.end + 4])
    return any(first + each.start < doubling.end and doubling.start < first + each.end for each in around)
