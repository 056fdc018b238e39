"""Rows of letters that are not known to occur together: where slips are looked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from jlint.compiled import lazy_pattern

if TYPE_CHECKING:
    from jlint.spelling.folding import Folded
    from jlint.spelling.model import Model

OF_TEXT, OF_SHAPE = 3, 4
"""Letters of a row, of the folded text and of its shape."""
MOST_IN_A_ROW = 4
"""A slip of one or two letters makes no more rows, one behind the other, unknown."""
_HIRAGANA = lazy_pattern("[ぁ-ゖ]")
_ODD = lazy_pattern("[^ぁ-ゖァ-ヺー一-鿿々〆A0、。「」\n]")
"""Characters whose neighbours say nothing: symbols, other scripts. The kanji and katakana of a shape are among them:
rows with them made one place in sixteen more surprising, and no more slips were found."""


class Unknown(NamedTuple):
    """The offsets of the unknown rows of a folded text and of its shape, in order."""

    of_text: list[int]
    of_shape: list[int]


def unknown_rows(folded: Folded, model: Model) -> Unknown:
    """The rows that are not known to occur together, without those with odd characters."""
    text, shape = folded.text, folded.shape
    return Unknown(
        [at for at in model.rare(text, OF_TEXT) if not _ODD.search(text, at, at + OF_TEXT)],
        [
            at
            for at in model.rare(shape, OF_SHAPE)
            if _HIRAGANA.search(shape, at, at + OF_SHAPE) and not _ODD.search(shape, at, at + OF_SHAPE)
        ],
    )


def in_a_row(offsets: list[int]) -> Iterator[tuple[int, int]]:
    """The first and last of each run of numbers."""
    if not offsets:
        return
    first = last = offsets[0]
    for offset in offsets[1:]:
        if offset != last + 1:
            yield first, last
            first = offset
        last = offset
    yield first, last


def surprising_places(folded: Folded, unknown: Unknown) -> set[int]:
    """The offsets in the shape of the letters that all unknown rows nearby have in common."""
    text, shape = folded.text, folded.shape
    places: set[int] = set()
    for first, last in in_a_row(unknown.of_shape):
        if last - first < MOST_IN_A_ROW:
            places.update(range(max(1, min(last, first + OF_SHAPE - 1)), min(len(shape) - 1, first + OF_SHAPE)))
    for first, last in in_a_row([at for at in unknown.of_text if _HIRAGANA.search(text, at, at + OF_TEXT)]):
        if last - first < MOST_IN_A_ROW:
            for at in range(max(1, min(last, first + OF_TEXT - 1)), min(len(text) - 1, first + OF_TEXT + 1)):
                place = folded.shape_offset_of(at)
                if place is not None:
                    places.add(place)
    return places
