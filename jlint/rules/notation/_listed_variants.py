"""Words whose writings stand in the list variants.txt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from jlint.document.token import Token
from jlint.rules.notation._prose import Prose
from jlint.rules.notation._variant_group import VariantGroup, in_order
from jlint.rules.notation._ways import Use
from jlint.rules.notation._words import Words

_LIST = Path(__file__).with_name("variants.txt")
_INFLECTING = "活用"
_BRACKETS = "（("

Stems = Mapping[str, str]
"""The writings of one word, each with the part that doesn't inflect."""


def listed_variants(prose: Prose, own: tuple[str, ...], prefer: tuple[str, ...]) -> Iterator[VariantGroup]:
    """The words of the list, and of a user's own sets, that the text writes in more than one way.

    Of words with a preferred writing, every use counts.
    """
    sets, rarer = _sets(own)
    present = rarer.present_in(prose.text)
    for stems in sets:
        preferred = not stems.keys().isdisjoint(prefer)
        if preferred or _may_be_mixed(stems, present):
            writings = [writing for writing, stem in stems.items() if stem in present or stem in prose.text]
            if len(writings) > 1 or preferred:
                yield from _groups(prose, writings, stems)


def _may_be_mixed(stems: Stems, present: set[str]) -> bool:
    common = [stem for stem in stems.values() if _is_common(stem)]
    return len(common) > 1 or not present.isdisjoint(stems.values())


def _is_common(stem: str) -> bool:
    """Whether it begins with hiragana, as half of all text does: to look for many of these is slow."""
    return "ぁ" <= stem[0] <= "ん"


def _groups(prose: Prose, writings: list[str], stems: Stems) -> Iterator[VariantGroup]:
    uses: dict[tuple[str, str], list[Use]] = defaultdict(list)
    for writing in writings:
        stem = stems[writing]
        for start in prose.places(stem):
            end = start + len(stem)
            _, token, _ = prose.tokens_at(start)
            is_gloss = prose.text[start - 1] in _BRACKETS
            if token and not is_gloss and writing in (token.base, token.surface) and prose.is_unbroken(start, end):
                uses[_word(token)].append(Use(writing, stem, prose.span(start, end)))
    for same_word in uses.values():
        yield VariantGroup(in_order(same_word), stems)


@lru_cache(maxsize=8)
def _sets(own: tuple[str, ...]) -> tuple[tuple[Stems, ...], Words]:
    lines = [line for line in _LIST.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    sets = tuple(_stems(words) for words in [*(line.split() for line in lines), *(each.split("/") for each in own)])
    return sets, Words(stem for stems in sets for stem in stems.values() if not _is_common(stem))


def _stems(words: list[str]) -> Stems:
    if words[0] == _INFLECTING:
        return {word: word[:-1] for word in words[1:]}
    return {word: word for word in words}


def _word(token: Token) -> tuple[str, str]:
    """What two writings of one word have in common. Foreign words have nothing: Web is not in the dictionary."""
    if not token.lemma or "-" in token.lemma:
        return ("", "")
    return (token.lemma, token.pos1)
