"""Repairs that are none: other ways of writing, and those that would turn the sense of a sentence round."""

from __future__ import annotations

import pytest

from jlint.spelling.candidates import Candidate, Slip
from jlint.spelling.repair import Repair
from jlint.spelling.variants import is_colloquial, undoes_a_negation


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


@pytest.mark.parametrize(
    ("text", "surplus", "is_right"),
    [
        ("そんなこと言ってもぉ、困る。", "ぉ", True),
        ("猫が犬がという話は続く。", "がと", True),
        ("港と町とが栄える。", "とが", True),
        ("隣の町のを借りる。", "のを", True),
        ("を毎日くり返す。", "を", True),
        ("港の町のに出かける。", "のに", False),
        ("庭をで掃いた。", "をで", False),
    ],
)
def test_what_is_there_may_be_right_as_it_stands(text: str, surplus: str, is_right: bool) -> None:
    start = text.index(surplus)
    candidate = Candidate(Slip.SURPLUS, start, start + 1, "", None)
    assert is_colloquial(candidate, Repair(text, start, start + 1, "")) is is_right


EVEN = """
漱石とて、毎日書けたわけではない。
ソクラテスとて、死を恐れた。
彼女とて、眠い朝はある。
佐々木さんとて、忙しかった。
大工の親方とて、政治家とて、人の子だ。
"""


@pytest.mark.parametrize("text", EVEN.split())
def test_even_a_person_lacks_no_letter(text: str) -> None:
    from jlint.spelling.slips import slips

    assert not list(slips(text, with_kanji=False))


@pytest.mark.parametrize(
    "text", ["例とて、次の表を挙げる。", "サンプルとて、次の表を挙げる。", "結果とて、客が増えた。"]
)
def test_a_thing_that_is_given_as_something_lacks_one(text: str) -> None:
    from jlint.spelling.slips import slips

    assert [slip.right for slip in slips(text, with_kanji=False)] == ["し"]
