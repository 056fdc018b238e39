"""Loanwords in katakana beside the same word in Latin letters: ブログ and blog, by the headwords of the dictionary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from jlint.rules.helpers.notation.prose import Prose
from jlint.rules.helpers.notation.variant_group import VariantGroup, in_order
from jlint.rules.helpers.notation.ways import Use

_KATAKANA = "[ァ-ヴー]{2,40}"
_LATIN = "(?<![A-Za-z])[A-Za-z]{3,}(?![A-Za-z])"


def latin_variants(prose: Prose) -> Iterator[VariantGroup]:
    """The words that the text writes in both scripts. UniDic's headwords have the foreign word: ブログ-blog."""
    latin: dict[str, list[Use]] = defaultdict(list)
    for found in prose.find(_LATIN):
        if found.is_unbroken():
            latin[found[0].lower()].append(Use(found[0], found[0], found.span()))
    if not latin:
        return
    katakana: dict[str, list[Use]] = defaultdict(list)
    for found in prose.find(_KATAKANA):
        origin = _origin(found[0])
        if origin in latin and found.is_unbroken():
            katakana[origin].append(Use(found[0], found[0], found.span()))
    for origin, uses in katakana.items():
        both = in_order([*uses, *latin[origin]])
        yield VariantGroup(both, {use.way: use.way for use in both})


@lru_cache(maxsize=20_000)
def _origin(writing: str) -> str:
    """The foreign word behind a loanword, in small letters; empty where the dictionary has none."""
    from jlint.document.token import tokenize

    tokens = tokenize(writing)
    return tokens[0].lemma.partition("-")[2].lower() if len(tokens) == 1 else ""
