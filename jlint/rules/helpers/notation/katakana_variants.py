"""Loanwords in more than one writing: サーバ and サーバー, by the headwords of the dictionary."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from jlint.compiled import compiled
from jlint.rules.helpers.notation.prose import Prose
from jlint.rules.helpers.notation.variant_group import FirstUse, VariantGroup
from jlint.rules.helpers.notation.ways import Use

_KATAKANA = "[ァ-ヴー]{3,}"
LONGEST = 40
"""A longer run is no word, and slow to look up in the dictionary."""
ENGLISH_ENDINGS = ("er", "or", "ar", "y")
"""The endings of the English words, which UniDic's headwords contain: フィルター-filter."""
_UNKNOWN = 5
"""A word that the dictionary doesn't know, with at least so many letters, is compared by its final long vowel only."""
_NEIGHBOUR = 3
"""Next to a shorter piece of a compound, a word is likely to be split wrongly: テクノロジ|スト."""
_SOUNDS = {
    "ヴァ": "バ",
    "ヴィ": "ビ",
    "ヴェ": "ベ",
    "ヴォ": "ボ",
    "ヴ": "ブ",
    "クエ": "ケ",
    "クェ": "ケ",
    "ー": "",
    "ッ": "",
}
_SMALL = str.maketrans("ァィゥェォャュョ", "アイウエオヤユヨ")


class _Part(Struct, frozen=True):
    """A word in a run of katakana, and what its writings have in common."""

    start: int
    end: int
    key: str


def katakana_variants(prose: Prose, prefer: tuple[str, ...] = ()) -> Iterator[VariantGroup]:
    """The loanwords that the text writes in more than one way, or in another than one under `prefer`."""
    by_word: dict[str, set[str]] = defaultdict(set)
    preferred = {word for word in prefer if compiled(_KATAKANA).fullmatch(word)}
    for run in _alike({*compiled(_KATAKANA).findall(prose.text), *preferred}):
        for part in _parts(run):
            by_word[part.key].add(run[part.start : part.end])
    mixed = {word for word, writings in by_word.items() if len(writings) > 1}
    if not mixed:
        return
    uses: dict[str, list[Use]] = defaultdict(list)
    for found in prose.find(_KATAKANA):
        for part in _parts(found[0]) if len(found[0]) <= LONGEST else ():
            start, end = found.match.start() + part.start, found.match.start() + part.end
            if part.key in mixed and prose.is_unbroken(start, end):
                writing = prose.text[start:end]
                uses[part.key].append(Use(writing, writing, prose.span(start, end)))
    for word, same_word in uses.items():
        writings = [*(use.way for use in same_word), *(by_word[word] & preferred)]
        yield VariantGroup(same_word, {writing: writing for writing in writings})


def first_long_vowels(prose: Prose, allow: tuple[str, ...] = ()) -> Iterator[FirstUse]:
    """The loanwords in -er, -or, -ar and -y, each writing at its first place outside allowed passages."""
    runs: set[str] = set()
    reported: set[str] = set()
    for found in prose.find(_KATAKANA):
        if found[0] in runs or len(found[0]) > LONGEST:
            continue
        runs.add(found[0])
        for part in filter(_has_long_vowel, _parts(found[0])):
            start, end = found.match.start() + part.start, found.match.start() + part.end
            writing = prose.text[start:end]
            if prose.is_allowed(allow, start, end):
                runs.discard(found[0])
            elif writing not in reported and prose.is_unbroken(start, end):
                reported.add(writing)
                yield FirstUse(part.key, Use(writing, writing, prose.span(start, end)))


def _has_long_vowel(part: _Part) -> bool:
    """Whether the dictionary has the word with a long vowel at its end that many leave out."""
    headword, _, origin = part.key.partition(" ")[0].partition("-")
    return headword.endswith("ー") and origin.endswith(ENGLISH_ENDINGS)


def _alike(runs: set[str]) -> set[str]:
    """The runs that sound like another, or begin or end like one: only these are looked up in the dictionary."""
    by_sound: dict[str, set[str]] = defaultdict(set)
    for run in runs:
        if len(run) <= LONGEST:
            by_sound[_sound(run)].add(run)
    alike: set[str] = set()
    for sound, same in by_sound.items():
        if len(same) > 1:
            alike |= same
        for cut in range(2, len(sound)):
            for piece in (sound[:cut], sound[cut:]):
                for other in by_sound.get(piece, ()):
                    if not all(_is_part(other, run) for run in same):
                        alike |= {other, *same}
    return alike


def _is_part(word: str, run: str) -> bool:
    """Whether the run begins or ends with the word, written the same way."""
    return run.endswith(word) or (run.startswith(word) and not run.startswith(word + "ー"))


@lru_cache(maxsize=20_000)
def _parts(run: str) -> tuple[_Part, ...]:
    from jlint.document.token import tokenize

    tokens = tokenize(run)
    bare = run.rstrip("ー")
    if len(tokens) == 1 and tokens[0].lemma:
        return (_Part(0, len(run), f"{tokens[0].lemma} {_sound(run)}"),)
    if any(len(token.surface) < _NEIGHBOUR or not token.lemma for token in tokens):
        return (_Part(0, len(run), f"? {bare}"),) if len(bare) >= _UNKNOWN else ()
    return tuple(
        _Part(token.start, token.end, f"{token.lemma} {_sound(token.surface)}")
        for token in tokens
        if token.lemma.partition("-")[0] in (token.surface, token.surface + "ー")
    )


@lru_cache(maxsize=20_000)
def _sound(writing: str) -> str:
    """A writing without the differences between spellings of loanwords. ベクタ and ベクトル are two words from one."""
    return _vary().sub(lambda match: _SOUNDS.get(match[0], ""), writing).translate(_SMALL)


@lru_cache(maxsize=1)
def _vary() -> re.Pattern[str]:
    return re.compile("|".join([*_SOUNDS, "(?<=[エェケゲセゼテデネベメレ])[イィ]"]))
