"""One letter too many in a katakana word that neither dictionary nor corpus has, but the dictionary without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from jlint.document.token import path_cost, tokenize
from jlint.rules.typo.model import model

_RUN = re.compile("(?<![ァ-ヺー])[ァ-ヺー]{5,20}+(?![ァ-ヺー])")
_LEAST_GAIN = 4500
"""How far the cost of the word falls without the letter."""
_SHORTEST = 4
"""Characters of the shortest word that is taken for the right one."""
_REMEMBERED = 30_000


def surplus_letters(text: str) -> Iterator[int]:
    """Where in a sentence such letters stand."""
    for run in _RUN.finditer(text):
        at = _surplus_letter(run[0])
        if at is not None:
            yield run.start() + at


@lru_cache(_REMEMBERED)
def _surplus_letter(word: str) -> int | None:
    if not _has_unknown(word):
        return None
    gains = [
        (path_cost(word) - path_cost(without), at)
        for at, without in _without_each(word)
        if model().level(word[max(0, at - 1) :][:3]) <= 0 and _is_common(without)
    ]
    gain, at = max(gains, default=(0, 0))
    return at if gain >= _LEAST_GAIN else None


def _without_each(word: str) -> Iterator[tuple[int, str]]:
    """The word without each of its letters but the long vowel, whose place is a matter of style."""
    for at, letter in enumerate(word):
        if letter != "ー" and len(word) > _SHORTEST and letter not in (word[at - 1 : at], word[at + 1 : at + 2]):
            yield at, word[:at] + word[at + 1 :]


def _has_unknown(word: str) -> bool:
    return any(not token.lemma or token.pos2 == "固有名詞" for token in tokenize(word))


def _is_common(word: str) -> bool:
    """Whether it is made of words that the dictionary has, none of them a name, the longest not short."""
    tokens = tokenize(word)
    return all(token.lemma and token.pos2 != "固有名詞" and len(token.surface) > 2 for token in tokens) and (
        max(len(token.surface) for token in tokens) >= _SHORTEST
    )
