"""Names in kana that a document has of its own: games, songs and persons, which look as if a letter were doubled.

A slip is made on the way to something else, and what stands around it is always the same word. A name stands by itself:
in brackets, before さん, at a sentence's start here and at its end there, and beside other words each time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jlint.compiled import compiled, lazy_pattern
from jlint.letters import is_kanji

if TYPE_CHECKING:
    from jlint.document import Document

_BEFORE, _BEHIND, _LONGEST, _SHORTEST = 5, 6, 9, 3
"""Letters that a name may have before and behind the doubled ones, and in all."""
_LETTER = "ぁ-ゖァ-ヺー一-鿿々〆A-Za-z0-9"
_NAME = lazy_pattern(f"[{_LETTER}]+")
_HIRAGANA = lazy_pattern("[ぁ-ゖ]+")
_NEVER_IN_NAMES = "を"
_ADDRESS = "さん|さま|様|くん|君|ちゃん|氏|先生"
_OPENERS = r"[「『“\"【《〈（(\[＃#*]|<q>|<b>|<strong>"
_LONGEST_OPENER = len("<strong>")
_CLOSERS = r"(?m)[」』”\"】》〉）)\]*]|</(?:q|b|strong)>|\s|$"
_APART = lazy_pattern(f"[^{_LETTER}]")
_BEFORE_PERSONS = frozenset(("", *"のとはがもにをや"))
_AROUND = 6
"""Characters on either side that tell whether a place is a copy of another."""
_TWICE = 2


def is_own_name(document: Document, text: str, start: int, end: int, *, is_particle: bool) -> bool:
    """Whether the characters `start` to `end` of a sentence, all hiragana, belong to a name of the document.

    That is a word which stands alone in brackets or before さん and occurs twice or more, or one which is written
    beside different words and in turns begins a phrase and ends one.
    """
    if not _HIRAGANA.fullmatch(text, start, end) or text[start] == _NEVER_IN_NAMES:
        return False
    return any(_is_name(document.text, name) for name in _candidates(text, start, end, is_particle=is_particle))


def _candidates(text: str, start: int, end: int, *, is_particle: bool) -> Iterator[str]:
    """The rows of letters that hold the place and may be a name.

    Kana behind a kanji are its ending or a particle, and so is what stands between other letters: カギがが開く.
    """
    has_kanji_before = start > 0 and is_kanji(text[start - 1])
    for first in range(start, start - 1 if has_kanji_before else max(0, start - _BEFORE) - 1, -1):
        for last in range(end, min(len(text), end + _BEHIND) + 1):
            name = text[first:last]
            if not _NAME.fullmatch(name) or last - first > _LONGEST:
                break
            if is_particle and first < start and end < last:
                break
            if last - first >= _SHORTEST or compiled(_ADDRESS).match(text, last):
                yield name


def _is_name(text: str, name: str) -> bool:
    places = [match.start() for match in re.finditer(re.escape(name), text)]
    around = {text[max(0, at - _AROUND) : at] + "|" + text[at + len(name) :][:_AROUND] for at in places}
    if len(around) < _TWICE:
        return False
    if any(_stands_alone(text, at, at + len(name)) for at in places):
        return True
    if len(name) < _SHORTEST:
        return False
    before = {_neighbour(text, at - 1) for at in places}
    behind = {_neighbour(text, at + len(name)) for at in places}
    return "" in before and "" in behind and len(before) >= _TWICE and len(behind) >= _TWICE


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a place is between brackets or the like, or begins a phrase before さん."""
    before = text[max(0, start - _LONGEST_OPENER) : start]
    is_opened = compiled(rf"(?:{_OPENERS})\Z").search(before) is not None
    if is_opened and compiled(_CLOSERS).match(text, end):
        return True
    return _neighbour(text, start - 1) in _BEFORE_PERSONS and compiled(_ADDRESS).match(text, end) is not None


def _neighbour(text: str, at: int) -> str:
    """The letter at a place, empty where there is none."""
    return text[at] if 0 <= at < len(text) and not _APART.match(text, at) else ""
