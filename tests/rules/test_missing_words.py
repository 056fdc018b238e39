"""Predicates that are missing, short statements said twice, and numbers of one unit written in two ways."""

from __future__ import annotations

import pytest

from jlint.document import Document
from jlint.rules.contract.base import Rule
from jlint.rules.notation.mixed_digit_grouping import MixedDigitGrouping
from jlint.rules.repetition.repeated_sentence import RepeatedSentence
from jlint.rules.typo.missing_predicate import MissingPredicate


def found(rule: type[Rule], text: str) -> list[str]:
    return [text[finding.span.start : finding.span.end] for finding in rule().check(Document(text))]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("箱の魅力は大きさがでした。\n", "がでした"),
        ("気に入ったのは庭がです。\n", "がです"),
        ("駅に近いのがです。\n", "がです"),
        ("これは町がである証拠だ。\n", "がである"),
        ("驚いたのは値段がだった。\n", "がだった"),
        ("買ったのは皿をでした。\n", "をでした"),
    ],
)
def test_a_predicate_is_missing(text: str, wrong: str) -> None:
    assert found(MissingPredicate, text) == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "お味はいかがでしたか。\n",
        "さすがでした。\n",
        "ところがである。雨が降った。\n",
        "だれがですか。母がですよ。私がですね、行ったのです。\n",
        "「庭がです。」と母は言った。\n",
        "> 庭がです。\n",
        "探しているのは、この本をです。\n",
        "雨ですが、出かけた。静かでした。\n",
        "まがでした文字。\n".replace("まが", "しかが"),
        "`庭がです` と書く。\n",
    ],
)
def test_what_is_said_in_talk_or_is_a_word_is_left_alone(text: str) -> None:
    assert not found(MissingPredicate, text)


@pytest.mark.parametrize(
    "text",
    [
        "見守りました。見守りました。\n",
        "母は子を見守りました。見守りました。\n",
        "皿を洗いました。洗いました。夜になりました。\n",
        "庭は静かです。\n\n雪の朝でした。雪の朝でした。傘を開きました。\n",
    ],
)
def test_a_short_statement_said_twice(text: str) -> None:
    assert len(found(RepeatedSentence, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "はい。はい。\n",
        "そうです。そうです。\n",
        "分かりました。分かりました。\n",
        "歩きました。歩きました。歩きました。\n",
        "洗いました。\n\n洗いました。\n",
        "「洗いました。洗いました。」と弟が言った。\n",
        "お願いします。お願いします。\n",
        "走れ。走れ。\n",
        "- 洗いました。洗いました。\n",
        "> 洗いました。洗いました。\n",
    ],
)
def test_what_is_said_twice_on_purpose(text: str) -> None:
    assert not found(RepeatedSentence, text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("幅は1,200ピクセル、高さは4000 ピクセルだ。\n", ["4000"]),
        ("画像は1,200 × 4000 ピクセルだ。\n", ["4000"]),
        ("幅は1,200mm、奥行きは1500mmだ。\n", ["1500"]),
        ("米を1,500グラム、水を2000グラム量る。\n", ["2000"]),
        ("席は1,200席で、客は3500人だった。\n", ["3500"]),
        ("幅は1920ピクセル、値段は12,000円だ。\n", []),
        ("幅は1,200mm、重さは1500gだ。\n", []),
        ("米は1,500グラム、番号は2000グラムセットだ。\n", []),
        ("2025年に1,200人が来た。型番は RTX-5000 だ。\n", []),
        ("道は1,200メートル、坂は2,000メートルだ。\n", []),
    ],
)
def test_each_unit_is_judged_by_itself(text: str, wrong: list[str]) -> None:
    assert found(MixedDigitGrouping, text) == wrong
