"""Repairs that are none: other ways of writing, and those that would turn the sense of a sentence round."""

from __future__ import annotations

import pytest

from jlint.spelling.repair import Repair
from jlint.spelling.variants import undoes_a_negation


@pytest.mark.parametrize(
    ("text", "start", "end", "right", "undoes"),
    [
        ("弁当が作られず困った。", 6, 7, "た", True),
        ("傘は持たないで出た。", 4, 6, "", True),
        ("返事はもらえません。", 6, 9, "ます", True),
        ("傘を持たないで出なかった。", 4, 6, "", False),
        ("傘を持ってて出た。", 4, 6, "っ", False),
    ],
)
def test_a_repair_leaves_the_sense(text: str, start: int, end: int, right: str, undoes: bool) -> None:
    assert undoes_a_negation(Repair(text, start, end, right)) is undoes
