"""The words that sentences begin with."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.document import Sentence

CONJUNCTIONS = (
    *("しかし", "だが", "ですが", "けれども", "けれど", "ただし", "ただ", "とはいえ", "ところが", "それでも", "でも"),
    *("そして", "また", "さらに", "それから", "そのうえ", "その上", "しかも", "加えて", "かつ", "なお", "ちなみに"),
    *("だから", "ですから", "したがって", "従って", "そのため", "それゆえ", "ゆえに", "よって", "すると", "そこで"),
    *("つまり", "すなわち", "要するに", "たとえば", "例えば", "なぜなら", "というのも", "むしろ", "一方", "他方"),
    *("あるいは", "または", "もしくは", "それとも", "さて", "ところで", "では", "それでは", "次に", "続いて"),
)
"""Words that tie a sentence to the one before it: a closed class."""
_COMMAS = "、,"
_BEFORE = "、，,「（("
"""What may stand before a conjunction that has a comma behind it."""
_GO_ON = frozenset("のはもがをにで")
"""Letters that turn a conjunction into another word: ただの, またも. または is listed itself."""
_ALSO = (
    *(
        "それに",
        "それで",
        "なので",
        "だって",
        "だけど",
        "けど",
        "それなら",
        "それなのに",
        "そうすると",
        "ならびに",
        "一方で",
    ),
    *("および", "及び", "又は", "若しくは", "並びに", "かつ", "尚", "但し", "即ち", "故に", "が、"),
)
"""Further ones that only count where conjunctions are looked for in the whole sentence."""
_WITHIN = (
    *("しかし", "そして", "または", "又は", "もしくは", "若しくは", "あるいは", "および", "及び", "ならびに", "並びに"),
    *("かつ", "すなわち", "つまり", "例えば", "たとえば", "ただし", "それとも", "さらには"),
)
"""The conjunctions that also tie words, and so stand in the middle of a sentence."""
_PHRASES = (
    "さらに",
    "むしろ",
    "加えて",
    "そのため",
    "それゆえ",
    "とはいえ",
    "というのも",
    "要するに",
    "その上",
    "続いて",
)
"""Adverbs and turns of several words, which say less of how two sentences hang together."""
_ADVERBS = frozenset({"また"})
_NOUNS = frozenset({"一方", "なお", "ただ"})
"""Words that only a comma makes a conjunction: the first everywhere, the second within a sentence."""
_OTHER = ("て", "って", "とい")
"""What makes another word of a conjunction: かつて, だからといって."""


class Opening(Struct, frozen=True):
    """The words before the first comma, or a conjunction, and their place in the sentence's text."""

    start: int
    words: str

    @property
    def end(self) -> int:
        return self.start + len(self.words)


def conjunction(text: str) -> Opening | None:
    """The conjunction that the sentence begins with, with or without a comma after it."""
    if not text.startswith(CONJUNCTIONS):
        return None
    words = max((word for word in CONJUNCTIONS if text.startswith(word)), key=len)
    return None if text[len(words) : len(words) + 1] in _GO_ON else Opening(0, words)


def first_conjunction(sentence: Sentence) -> Opening | None:
    """The first conjunction anywhere in the sentence."""
    text = sentence.text
    match = _conjunction().search(text)
    while match and not _is_conjunction(sentence, match):
        match = _conjunction().search(text, match.start() + 1)
    return Opening(match.start(), match[0].rstrip("、")) if match else None


def _is_conjunction(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether what was found is a word of its own, and not an adverb or the end of a verb."""
    text, (start, end) = sentence.text, match.span()
    has_comma = text[end : end + 1] in tuple(_COMMAS)
    if start == 0:
        return has_comma or match[0] not in _ADVERBS
    if match[0] in _NOUNS or match[0] in _ADVERBS:
        return has_comma
    return text[start - 1] in _BEFORE or (
        match[0] in _WITHIN and any(token.start == start for token in sentence.tokens)
    )


def before_comma(sentence: Sentence) -> Opening | None:
    """What stands before the first comma of the sentence."""
    match = _before_comma().match(sentence.text)
    return Opening(match.start("words"), match["words"]) if match else None


@cache
def _conjunction() -> re.Pattern[str]:
    words = sorted({*CONJUNCTIONS, *_ALSO, *_WITHIN}.difference(_PHRASES), key=len, reverse=True)
    return lazy_pattern(f"(?:{'|'.join(words)})(?!{'|'.join([*sorted(_GO_ON), *_OTHER])})")


@cache
def _before_comma() -> re.Pattern[str]:
    return lazy_pattern(rf"\s*(?P<words>[^{_COMMAS}。．]+)[{_COMMAS}]")
