"""Which surprising places look like those that slips make."""

from __future__ import annotations

import pytest

from jlint.spelling.folding import Folded
from jlint.spelling.model import model
from jlint.spelling.rows import MOST_IN_A_ROW, OF_SHAPE, Unknown, in_a_row, surprising_places, unknown_rows
from jlint.spelling.suspicion import is_suspicious, traits_of


def suspicions(text: str) -> list[bool]:
    folded = Folded(text)
    unknown = unknown_rows(folded, model())
    rows = frozenset(unknown.of_text), frozenset(unknown.of_shape)
    return [is_suspicious(folded, place, *rows, model()) for place in sorted(surprising_places(folded, unknown))]


@pytest.mark.parametrize(
    "text",
    [
        "値を確認することがでます。",
        "新しい値が設定されいる。",
        "雨が降っきたので洗濯物を取り込んだ。",
        "写真を撮ることができす。",
    ],
)
def test_a_slip_leaves_a_suspicious_place(text: str) -> None:
    assert any(suspicions(text))


def test_most_places_of_rare_turns_of_phrase_are_not_suspicious() -> None:
    lines = [
        "ほどけた靴ひもをゆわえる。",
        "雪見だいふくをほおばる。",
        "柿渋の匂いが納戸に残る。",
        "たがのゆるんだ桶に水をはる。",
    ]
    told = [is_told for line in lines for is_told in suspicions(line)]
    assert len(told) > 10
    assert told.count(True) <= len(told) // 2


def test_a_place_is_where_all_unknown_rows_meet() -> None:
    folded = Folded("ああああああああ")
    assert surprising_places(folded, Unknown([], [2, 3])) == {3, 4, 5}
    assert surprising_places(folded, Unknown([2, 3, 4], [])) == {4, 5}
    too_many = list(range(1, 2 + MOST_IN_A_ROW))
    assert not surprising_places(folded, Unknown([], too_many))


def test_runs() -> None:
    assert list(in_a_row([])) == []
    assert list(in_a_row([1, 2, 3, 7, 9, 10])) == [(1, 3), (7, 7), (9, 10)]


def test_letters_are_those_around_the_place() -> None:
    folded = Folded("あいうえおかき")
    nothing: frozenset[int] = frozenset()
    assert traits_of(folded, 4, nothing, nothing, model()).letters == "あいうえおか"
    assert traits_of(folded, 1, nothing, nothing, model()).letters == "  \nあいう"
    assert traits_of(folded, 7, nothing, nothing, model()).letters == "えおかき\n "
    assert traits_of(folded, 4, frozenset([2, 4]), frozenset([4 - OF_SHAPE + 1]), model()).unknown == "211"
