"""Katakana words that break off: エンタープラ for エンタープライズ.

Generators lose the rest of a word more often than people do. Abbreviations end early too, but hardly any has five
letters and lacks only two, ends where no syllable can, or has six letters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.spelling.katakana import is_in_the_dictionary, splits, tiers

_RUN = lazy_pattern("[ァ-ヺー](?<![ァ-ヺー・].)[ァ-ヺー]{4,39}+(?![・るっらりれろ]|[ \u3000\n]{1,2}[ァ-ヺー])")
"""Behind a space in the midst of a word its rest goes on, as PDF has it: プログラミン グガイド."""
_SHORTEST, _LONG = 5, 6
"""Letters of the shortest piece of a word, and of one that may lack more than a few."""
_FEW, _MOST = 2, 5
"""Letters that any piece may lack, and that a long one may."""
_NEVER_FIRST = frozenset("ァィゥェォャュョッーン")
"""What no syllable begins with: a word that ends before one of them breaks off within a syllable."""
_MOST_CACHED = 10_000


class Truncated(Struct, frozen=True):
    """The characters `start` to `end` are the beginning of the word `right`."""

    start: int
    end: int
    right: str


def may_have_truncated_words(text: str) -> bool:
    """Whether a text of any length has katakana that breaks off, whatever stands beside it."""
    return any(_truncated(run) for run in set(_RUN.findall(text)))


def truncated_words(text: str) -> Iterator[Truncated]:
    """The katakana words of a text that break off, each with the one that begins so."""
    for run in _RUN.finditer(text):
        found = _truncated(run[0])
        if found:
            yield Truncated(run.start() + found[0], run.end(), found[1])


@lru_cache(_MOST_CACHED)
def _truncated(run: str) -> tuple[int, str] | None:
    known = tiers()
    if run in known or is_in_the_dictionary(run):
        return None
    ends = splits(run, known)
    if ends[-1]:
        return None
    for start in (start for start in range(len(run) - _SHORTEST + 1) if ends[start]):
        piece = run[start:]
        words = [word for word in _by_beginning().get(piece[:_SHORTEST], ()) if _breaks_off(piece, word)]
        if words and not is_in_the_dictionary(piece):
            return start, min(words, key=len)
    return None


def _breaks_off(piece: str, word: str) -> bool:
    lacking = word[len(piece) :]
    if not word.startswith(piece) or (len(lacking) > _FEW and lacking in tiers()):
        return False  # the rest of a compound may be left out
    may_lack_more = len(piece) >= _LONG or lacking[0] in _NEVER_FIRST
    return 1 < len(lacking) <= (_MOST if may_lack_more else _FEW)


@cache
def _by_beginning() -> dict[str, list[str]]:
    """The common words by their first letters."""
    words: dict[str, list[str]] = defaultdict(list)
    for word, tier in tiers().items():
        if tier and len(word) > _SHORTEST:
            words[word[:_SHORTEST]].append(word)
    return dict(words)
