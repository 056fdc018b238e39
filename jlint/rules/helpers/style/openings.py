"""The words that sentences begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

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
_COMMAS = "、，,"
_GO_ON = frozenset("のはもがをにで")
"""Letters that turn a conjunction into another word: ただの, またも. または is listed itself."""


class Opening(NamedTuple):
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


def openings(sentence: Sentence, *, any_words: bool) -> Iterator[Opening | None]:
    """The opening of the sentence; of Latin text in it, which 。 doesn't split, the opening of each sentence."""
    text = sentence.text
    if not any_words:
        yield conjunction(text)
        return
    for start in (0, *(stop.end() for stop in _latin_stop().finditer(text))):
        match = _before_comma().match(text, start)
        yield Opening(start, match["words"]) if match else None


@cache
def _latin_stop() -> re.Pattern[str]:
    return lazy_pattern(r"(?<=[A-Za-z])\.\s+")


@cache
def _before_comma() -> re.Pattern[str]:
    return lazy_pattern(rf"(?P<words>[^\s{_COMMAS}。．.「（(]{{1,12}})[{_COMMAS}]")
