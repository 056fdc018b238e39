"""The common part of the rules about slips in typing and in kana-kanji conversion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from jlint.document import Document
from jlint.document.word_search import WordSearch
from jlint.finding import Finding, Fix
from jlint.letters import is_katakana
from jlint.rules.contract.base import Rule, RuleOptions, Span, doc, replace
from jlint.rules.helpers.typo.confused_kanji import problem_of
from jlint.rules.helpers.typo.misspellings import is_listed
from jlint.rules.helpers.typo.old_style import is_in_old_kana
from jlint.spelling.doubling import doublings
from jlint.spelling.slips import FoundSlip, Kind, slips

if TYPE_CHECKING:
    from jlint.document.block import Sentence

Certainty = Literal["strict", "normal", "eager"]


_AROUND = 2
"""Characters on either side of a slip that identify it."""
_ENOUGH_SENTENCES = 3
"""A document that has a form in so many sentences means it: machines repeat a slip once or twice."""


class SlipOptions(RuleOptions):
    certainty: Annotated[
        Certainty,
        doc(
            "どのくらい確かなら指摘するか。strict はほぼ確実なものだけ、eager は疑わしいものまで。",
            "How sure a slip must be to be told: strict only what is practically certain, eager what is doubtful too.",
        ),
    ] = "normal"


class SlipRule(Rule):
    """A rule that reports the slips of one kind."""

    kind: ClassVar[Kind]
    told_with = ("confused-kanji",)
    Options = SlipOptions
    options: SlipOptions

    def check(self, document: Document) -> Iterator[Finding]:
        for sentence, slip, span, fix in _slips(document, self.kind, self.options.certainty):
            problem = problem_of(sentence, slip.first, slip.last)
            choices = _choices(sentence, slip)
            yield self.finding(span, ja=self.ja(slip), en=self.en(slip), fix=fix, problem=problem, choices=choices)

    def ja(self, slip: FoundSlip) -> str:
        """The message in Japanese."""
        raise NotImplementedError

    def en(self, slip: FoundSlip) -> str:
        """The message in English."""
        raise NotImplementedError


def _slips(document: Document, kind: Kind, certainty: Certainty) -> Iterator[tuple[Sentence, FoundSlip, Span, Fix]]:
    for sentence, slip in _all_slips(document, kind is Kind.WRONG_KANJI):
        if slip.kind is not kind or not slip.is_reported(certainty):
            continue
        shown = sentence.source_span(slip.first, slip.last)
        edited = _edited(sentence, slip.start, slip.end)
        is_in_one_piece = shown.end - shown.start == slip.last - slip.first
        if not is_in_one_piece or document.in_own_word(edited) or _is_usage(document, sentence, slip):
            continue
        if any(found.start <= slip.last and slip.first <= found.end for found in doublings(sentence.text)):
            continue  # reported by the rules about doubling
        if document.usage.covers(sentence.text, slip.start, slip.end, rule=kind.value, right=slip.right):
            continue
        if kind is not Kind.WRONG_KANJI and is_listed(sentence.text, slip.first, slip.last):
            continue  # reported by known-misspelling, unless quoted
        yield sentence, slip, shown, _fix(slip.wrong, slip.right, edited)


def _edited(sentence: Sentence, start: int, end: int) -> Span:
    """Where a repair is made, perhaps between two characters."""
    if end > start:
        return sentence.source_span(start, end)
    at = sentence.source_span(start, start + 1).start
    return Span(at, at)


def _choices(sentence: Sentence, slip: FoundSlip) -> Iterator[Fix]:
    for start, end, right in slip.others:
        span = _edited(sentence, start, end)
        if span.end - span.start == end - start:
            yield _fix(sentence.text[start:end], right, span)


@lru_cache(maxsize=2)
def _all_slips(document: Document, with_kanji: bool) -> list[tuple[Sentence, FoundSlip]]:
    """The slips of every kind, or without those of kanji, computed once for all rules of a document."""
    if is_in_old_kana(document):
        return []
    return [
        (sentence, slip)
        for sentence in document.proofread_sentences
        for slip in slips(sentence.text, with_kanji=with_kanji)
    ]


def _is_usage(document: Document, sentence: Sentence, slip: FoundSlip) -> bool:
    """Whether several sentences of the document have the same words, and not more often as repaired: that is meant."""
    start, end = _words_around(sentence.text, slip)
    words = sentence.text[start:end]
    if len(_sentences_by_words(document, slip.kind is Kind.WRONG_KANJI).get(words, [])) < _ENOUGH_SENTENCES:
        return False
    repaired = sentence.text[start : slip.start] + slip.right + sentence.text[slip.end : end]
    return document.text.count(words) >= document.text.count(repaired)


def _words_around(text: str, slip: FoundSlip) -> tuple[int, int]:
    """Where the words that identify a slip start and end."""
    first, last = slip.start, slip.end
    if slip.kind is not Kind.MISSPELT_KATAKANA:
        return max(0, first - _AROUND), min(len(text), last + _AROUND)
    while first and is_katakana(text[first - 1]):
        first -= 1
    while last < len(text) and is_katakana(text[last]):
        last += 1
    return first, last


@lru_cache(maxsize=2)
def _sentences_by_words(document: Document, with_kanji: bool) -> dict[str, list[str]]:
    """For the words that identify each slip, some of the sentences that contain them, as many as are asked for."""
    found = _all_slips(document, with_kanji)
    places = ((sentence.text, *_words_around(sentence.text, slip)) for sentence, slip in found)
    search = WordSearch(list({text[start:end] for text, start, end in places}))
    sentences: dict[str, list[str]] = defaultdict(list)
    for text in dict.fromkeys(sentence.text for sentence in document.proofread_sentences):
        for words in {words for words, _ in search.places(text)}:
            if len(sentences[words]) < _ENOUGH_SENTENCES:
                sentences[words].append(text)
    return sentences


def _fix(wrong: str, right: str, span: Span) -> Fix:
    if not right:
        return replace(span, "", ja=f"「{wrong}」を消す", en=f"Drop {wrong}", safe=False)
    if not wrong:
        return replace(span, right, ja=f"「{right}」を補う", en=f"Add {right}", safe=False)
    return replace(span, right, ja=f"「{right}」に直す", en=f"Use {right}", safe=False)
