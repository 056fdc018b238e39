"""Which rare places look like those that slips make."""

from __future__ import annotations

import pytest

from jlint.spelling.candidates import in_a_row
from jlint.spelling.folding import Folded
from jlint.spelling.model import RARE_WINDOW, model
from jlint.spelling.suspicion import MOST_WINDOWS, is_suspicious, letters_around


def suspicions(text: str) -> list[bool]:
    shape = Folded(text).shape
    rare = model().rare(shape)
    return [is_suspicious(shape, first, last) for first, last in in_a_row(rare)] if rare else []


@pytest.mark.parametrize(
    "text",
    [
        "変更を行いいます。",
        "このボタン押すと、設定が保存されます。",
        "値を確認することがでます。",
        "新しい値が設定されいる。",
    ],
)
def test_a_slip_leaves_a_suspicious_place(text: str) -> None:
    assert any(suspicions(text))


@pytest.mark.parametrize(
    "text",
    [
        "ほどけた靴ひもをゆわえる。",
        "雪見だいふくをほおばる。",
        "木もれ日のさす道をゆく。",
        "山吹色のうろこ雲がたなびく夕べ。",
    ],
)
def test_a_rare_turn_of_phrase_is_rare_but_not_suspicious(text: str) -> None:
    assert suspicions(text)
    assert not any(suspicions(text))


def test_more_windows_than_a_slip_reaches_are_never_suspicious() -> None:
    shape = Folded("変更を行いいます。").shape
    assert not any(is_suspicious(shape, 0, last) for last in range(MOST_WINDOWS, 3 * MOST_WINDOWS))


def test_letters_around_are_those_of_the_windows_and_one_on_either_side() -> None:
    shape = "あいうえおかきくけ"
    assert letters_around(shape, 1, 2) == shape[: RARE_WINDOW + 3]
    assert letters_around(shape, 0, 0) == " " + shape[: RARE_WINDOW + 1]
    assert letters_around(shape, 5, 5) == shape[4:]
