"""All repairs of a sentence that are worth weighing, found by the C where it is installed and else by the Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jlint.spelling.candidates import kana_candidates, kanji_candidates, katakana_candidates
from jlint.spelling.features import weigh
from jlint.spelling.katakana import may_have_slips
from jlint.spelling.native import weighed
from jlint.spelling.rows import unknown_rows

if TYPE_CHECKING:
    from jlint.spelling._kernel import Kernel
    from jlint.spelling.candidates import Candidate
    from jlint.spelling.features import Weighed
    from jlint.spelling.folding import Folded
    from jlint.spelling.model import Model


def worth_weighing(
    folded: Folded, statistics: Model, *, with_kanji: bool = True, margin: int = 0, native: Kernel | None = None
) -> list[Weighed]:
    """The repairs of hiragana, of katakana and, if asked for, of kanji. `margin` as for `is_suspicious`."""
    found: list[Weighed] = []
    others: list[Candidate] = []
    if native is None:
        unknown = unknown_rows(folded, statistics)
        found = _weighed(kana_candidates(folded, unknown, statistics, margin), folded, statistics)
        others = katakana_candidates(folded.text)
        unknown_of_text = unknown.of_text
    else:
        found = weighed(native, folded.original, margin)
        if may_have_slips(folded.original):  # else nothing needs the folded text
            others = katakana_candidates(folded.text)
        unknown_of_text = native.unknown(folded.original)[0] if with_kanji else []
    if with_kanji:
        others += kanji_candidates(folded.text, unknown_of_text, statistics)
    return found + _weighed(others, folded, statistics)


def _weighed(repairs: list[Candidate], folded: Folded, statistics: Model) -> list[Weighed]:
    return [each for repair in repairs if (each := weigh(repair, folded, statistics)) is not None]
