"""Whether a sentence is in the polite style (です・ます) or the plain one (だ・である)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.document import Sentence

Style = Literal["polite", "plain"]
Forms = Literal["all", "copula", "ends", "dearu"]

_STOPS = "。．."
_PARTICLES = "かねよなわさぞがけどしのに"
_POLITE = ("です", "ます", "でした", "ました", "ません", "でしょう", "ましょう", "ください", "下さい", "なさい", "ませ")
_COPULA = ("である", "であった", "だった", "であろう", "だろう", "ではない", "でない", "だ")
_DEARU = (("です", "ます"), ("である", "であろう"))
"""The forms of `dearu`: polite ones and plain ones."""
_ENDS = (
    ("です", "ですね", "ます", "ました", "ません", "ください", "下さい", "ございます"),
    ("である", "だ", "た", "られる", "ならない", "いただきたい"),
)
"""The forms of `ends`, which have nothing but a full stop behind them."""
_ASKING = "かねよ"
_CLOSING = "」』）)"
_FINITE_LETTERS = frozenset("うくぐすつぬぶむるいただ")
_MOST_CACHED = 20_000


class Ending(Struct, frozen=True):
    """The last word of a sentence or clause, its place in the sentence's text, and its style."""

    start: int
    end: int
    style: Style


_known: dict[tuple[str, str, bool], Ending | None] = {}


def rough_style(text: str) -> Style | None:
    """The style that the last letters of a sentence suggest, without a look-up in the dictionary."""
    bare = text.rstrip(_STOPS)
    if bare.endswith(_POLITE) or bare.rstrip(_PARTICLES).endswith(_POLITE):
        return "polite"
    is_plain = bare.endswith(_COPULA) or bare[-1:] in _FINITE_LETTERS
    return "plain" if is_plain or bare.rstrip(_PARTICLES)[-1:] in _FINITE_LETTERS else None


def ending(sentence: Sentence, forms: Forms, *, needs_stop: bool) -> Ending | None:
    """How the sentence ends, None where it is a question, a quotation or has no finite predicate.

    With `needs_stop`, only text that a full stop closes is a sentence.
    """
    key = (sentence.text, forms, needs_stop)
    try:
        return _known[key]
    except KeyError:
        if len(_known) >= _MOST_CACHED:
            _known.clear()
        found = _known[key] = _ending(sentence, forms, needs_stop)
        return found


def _ending(sentence: Sentence, forms: Forms, needs_stop: bool) -> Ending | None:
    text = sentence.text
    bare = text.rstrip(_STOPS)
    if forms == "dearu":
        return _of_forms(text.rstrip(_CLOSING).rstrip(_STOPS).rstrip(_CLOSING).rstrip(_ASKING), _DEARU)
    if needs_stop and len(bare) == len(text):
        return None
    if forms == "ends":
        found = _of_forms(bare, _ENDS)
        is_word = found and (found.style == "polite" or found.end - found.start > 1)
        return found if found and (is_word or _is_auxiliary(sentence, found.end)) else None
    stem = bare.rstrip(_PARTICLES)
    for suffix in _POLITE:
        if bare.endswith(suffix) or stem.endswith(suffix):
            start = (stem if stem.endswith(suffix) else bare).rindex(suffix)
            return Ending(start, len(bare), "polite")
    copula = next((suffix for suffix in _COPULA if stem.endswith(suffix)), "")
    if copula and (copula != "だ" or _is_copula(sentence, len(stem))):
        return Ending(len(stem) - len(copula), len(bare), "plain")
    return _plain(sentence, bare) if forms == "all" and bare[-1:] in _FINITE_LETTERS else None


def _of_forms(bare: str, forms: tuple[tuple[str, ...], tuple[str, ...]]) -> Ending | None:
    """The ending of a text without its full stop, if it is one of the forms."""
    polite, plain = forms
    if suffix := next((each for each in polite if bare.endswith(each)), ""):
        return Ending(len(bare) - len(suffix), len(bare), "polite")
    if bare.endswith(("でした", "ました")):
        return None
    suffix = next((each for each in plain if bare.endswith(each)), "")
    return Ending(len(bare) - len(suffix), len(bare), "plain") if suffix else None


def _is_auxiliary(sentence: Sentence, end: int) -> bool:
    """Whether だ or た at `end` is an auxiliary verb: また ends in た too."""
    return any(token.end == end and token.lemma in ("だ", "た") for token in sentence.tokens)


def _is_copula(sentence: Sentence, end: int) -> bool:
    """Whether だ is the copula: 進んだ ends in the same way."""
    return any(token.end == end and token.lemma == "だ" for token in sentence.tokens)


def _plain(sentence: Sentence, bare: str) -> Ending | None:
    tokens = [token for token in sentence.tokens if token.end <= len(bare)]
    last = tokens[-1] if tokens else None
    if last is None or not last.cform.startswith(("終止形", "連体形")):
        return None
    return Ending(last.start, last.end, "plain")


def clause_endings(text: str, forms: Forms = "copula") -> Iterator[Ending]:
    """The clauses inside a sentence that end in a style of their own: 〜ですが、 〜であるが、.

    Of the forms `dearu`, every one counts wherever it stands.
    """
    for match in (_any_dearu() if forms == "dearu" else _clause()).finditer(text):
        yield Ending(match.start(), match.end(), "polite" if match["polite"] else "plain")


@cache
def _any_dearu() -> re.Pattern[str]:
    return lazy_pattern("(?P<polite>です|ます)|で(?:ある|あっ|あり|あろ|あれ)")


@cache
def _clause() -> re.Pattern[str]:
    return lazy_pattern(
        "(?:(?P<polite>です|ます|でした|ました|ません|でしょう)|である|であった|だった|であろう|だろう|だ)"
        "(?:が|けれども|けれど|けど|し|から)(?=[、，,])"
    )
