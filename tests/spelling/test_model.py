"""The statistics behind the typo rules: how text is folded, what the model returns, how it is packed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import jlint.spelling
from jlint.spelling.folding import EDGE, Folded
from jlint.spelling.likelihood import PER_NAT, Likelihoods
from jlint.spelling.model import GAP, LONGEST, UNSEEN, model


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("値を返す。", "値を返す。"),
        ("Array.from(x)を使う", "A（A）を使う"),
        ("\ufffc と \ufffc の値", "AとAの値"),
        ("第 12 引数、v2.0-beta では", "第0引数、Aでは"),
        ("12px の幅", "Aの幅"),
        ("", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert Folded(text).text == EDGE + folded + EDGE


@given(st.text(alphabet="あの漢ー A0z.,(　\ufffc。", max_size=40))
def test_every_folded_character_knows_its_place(text: str) -> None:
    folded = Folded(text)
    for offset, letter in enumerate(folded.text):
        if letter in "あの漢ー。":
            assert text[folded.original_offset(offset)] == letter


def test_common_words_are_known() -> None:
    statistics = model()
    assert statistics.level("ます。") > statistics.level("ませ。")
    assert statistics.level("ぬゅぺゎ") == UNSEEN
    assert statistics.level("の") > 30


def test_fillers_of_gaps() -> None:
    statistics = model()
    assert "ま" in statistics.fillers("り" + GAP + "す")
    assert statistics.fillers("ぬ" + GAP + "ぺ") == ""


def test_shapes() -> None:
    folded = Folded("新しい配列データを Array に入れる。")
    assert folded.shape == EDGE + "KしいJTをAにKれる。" + EDGE
    for offset, letter in enumerate(folded.shape):
        if letter not in "KJT":
            assert folded.text[folded.offset_of_shape(offset)] == letter
    assert folded.text[folded.offset_of_shape(folded.shape.index("T"))] == "デ"


def test_rare_n_grams_are_returned_the_second_time_too() -> None:
    statistics = model()
    for _ in range(2):
        assert statistics.rare("TにKします。ぬゅぺ", 4) == [4, 5, 6]


def test_a_slip_is_less_likely() -> None:
    wrong = "値を確認することがでます。"
    at = wrong.index("でます") + 1
    likelihoods = Likelihoods(wrong, LONGEST)
    comparison = likelihoods.compare(at, at, "き", model(), least=5 * PER_NAT)
    assert comparison is not None
    assert comparison.gain > 5 * PER_NAT
    assert len(comparison.after) == len(comparison.before) + 1
    assert likelihoods.compare(at, at, "き", model(), least=comparison.gain + 1) is None


def test_lone_surrogates_are_no_problem() -> None:
    assert model().level("\ud800あい") == UNSEEN


def test_size() -> None:
    data = (Path(jlint.spelling.__file__).parent / "data").iterdir()
    assert sum(path.stat().st_size for path in data) <= 16_000_000
