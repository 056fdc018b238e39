"""The table of confused kanji, and where it is silent."""

from __future__ import annotations

import subprocess
import sys

import pytest

from jlint import Config, lint
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.helpers.typo.confused_kanji import Confusion, table
from jlint.rules.typo.confused_kanji import ConfusedKanji
from jlint.rules.typo.known_misspelling import KnownMisspelling
from tests.rules.findings import marked, repaired

_MANY = """
from jlint.document import Document
from jlint.rules.typo.confused_kanji import ConfusedKanji
print(len(list(ConfusedKanji().check(Document("端末を軌道する、" * 5_000)))))
print(len(list(ConfusedKanji().check(Document("それ以外に使用する自身の機能、" * 5_000)))))
"""


def found(text: str, *words: str) -> list[Finding]:
    return list(ConfusedKanji().check(Document(text, words=frozenset(words))))


def wrong_words(text: str) -> list[str]:
    return marked(text, found(text))


def fixed(text: str) -> str:
    return repaired(text, found(text))


def test_the_examples_of_the_table_are_found_and_fixed() -> None:
    for each in table().lines:
        assert each.wrong in wrong_words(each.example), each
        right = fixed(each.example)
        assert each.right in right, each
        assert not found(right), each


def test_each_line_of_the_table_is_needed() -> None:
    keys = [(each.wrong, each.right, each.before, each.behind) for each in table().lines]
    assert len(keys) == len(set(keys))
    assert all(each.wrong != each.right for each in table().lines)


def test_no_example_is_told_by_known_misspelling_too() -> None:
    for each in table().lines:
        told = [finding.span for finding in KnownMisspelling().check(Document(each.example))]
        places = [finding.span for finding in found(each.example)]
        assert not any(one.start < other.end and other.start < one.end for one in told for other in places), each


RIGHT = """
平日以外に方法がない。子ども以外は入れる。好きな人以外なら誰でもよい。
彼自身がない袖を振る。自分自身を持て余す。それ自身の重さで沈む。
制度の確立が急がれる。地位の確立を求める。確立された手順がある。
昨日の午後に届いた。昨日した話を忘れる。新しい機能の説明を読む。
五日以降すぐに始める。それ以降しか空いていない。昼以降できる仕事だ。
二倍以上の異常が見つかる。機械の異常の原因を調べる。三件の異常が出た。
写真を取り出して見せる。写真を取っておく箱を買う。額に入れた写真を取り込む。
関心事の一覧はない。人々の関心は高い。関心のある人に聞く。
前の月末公開の写真を見る。日本海低気圧が近づく。今回話した事を書く。
雨を見て来る日を待つ。大鼓と小鼓を打つ。三回目の挑戦だ。
子会社を設立し、三か月移行の期間を置く。制度の移行は来年だ。
信仰の形態を調べる。問題提起的な記事を書く。説明責任を追求する社会だ。
足を延ばして港まで行く。長時間立っている。毎日変わる献立を見る。
タンパク質間の力を測る。相互学習の会を開く。減点対象になる行いだ。
試合に会う約束をした。目に合う眼鏡を選ぶ。海に臨む宿に泊まる。
不良品の保障を求める声はない。生活を保障する。社会保障の費用を見る。
病院の解放感はない。奴隷解放の歴史を読む。施設を開放する。
対象的に見る立場もある。調査の対象を決める。左右対称の庭を造る。
仕様書を読み、使用する部品を選ぶ。使用書類を出す。
家族の機嫌がよい。期限が過ぎる。紀元前三世紀の壺だ。
天気が変わる。人生の転機になる。店の電灯を点ける。
平行な線を引く。二つの工事が並行して進む。
この用紙に書く。その用に供する土地だ。何の用かと聞く。
非難の声が上がる。避難の声かけをする。学校へ避難する。
"""


@pytest.mark.parametrize("text", RIGHT.strip().splitlines())
def test_right_words_that_look_alike_are_left_alone(text: str) -> None:
    assert wrong_words(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("端末を再軌道したあと、軌道しない。", ["軌道", "軌道"]),
        ("疑惑を追求された。責任を追求せよ。", ["追求", "追求"]),
        ("不良の復数回答。往復数を数え、回復数も数える。", ["復数"]),
        ("友人と会回話す。三回話した。", []),
        ("それはバグではなく使用です。", ["使用"]),
        ("**確立**は低い。雨の降る**確立**は低い。", ["確立", "確立"]),
    ],
)
def test_places(text: str, wrong: list[str]) -> None:
    assert wrong_words(text) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "「軌道」する。",
        "「端末を軌道する」は誤りである。",
        "「雨の降る確立は低い」ではなく「雨の降る確率は低い」と書く。",
        "端末を軌道する → 端末を起動する",
        "`端末を軌道する`と打つ。",
        "[端末](https://example.com/軌道する)を見る。",
        "然し、何処へ行くにも此の道を通り、殆ど歩かぬと云う。端末を軌道する。",
    ],
)
def test_mentioned_words_code_and_old_texts_are_left_alone(text: str) -> None:
    assert not found(text)


def test_a_quotation_that_does_not_speak_of_writing_is_read() -> None:
    assert wrong_words("彼は「端末を軌道する」と答えた。") == ["軌道"]


def test_words_of_the_project_are_left_alone() -> None:
    assert len(found("端末を軌道する。")) == 1
    assert not found("端末を軌道する。", "軌道する")


def test_only_what_is_no_word_has_a_safe_fix() -> None:
    (frame,) = found("端末を軌道する。")
    (no_word,) = found("水の体績を測る。")
    assert frame.fix is not None
    assert no_word.fix is not None
    assert (frame.fix.safe, no_word.fix.safe) == (False, True)
    assert "動かし始めるのは" in frame.message.ja
    assert "という語はありません" in no_word.message.ja


def test_the_slip_that_statistics_find_at_the_same_place_is_told_with_it() -> None:
    result = lint("端末を軌道する。\n", config=Config(select=["confused-kanji", "wrong-kanji"]))
    assert [finding.rule for finding in result.findings] == ["confused-kanji"]
    assert [each.rule for each in result.held_back] == ["wrong-kanji"]


def test_what_known_misspelling_has_is_left_to_it() -> None:
    assert not found("窓口が復数ある。")
    assert list(KnownMisspelling().check(Document("窓口が復数ある。")))


def test_certain_lines_have_no_reason_to_give() -> None:
    assert Confusion("体績", "体積", "", "", "", "水の体績を測る。").is_certain
    assert not Confusion("軌道", "起動", "を", "する", "始めるのは「起動」", "端末を軌道する。").is_certain


def test_work_grows_with_the_text_alone() -> None:
    done = subprocess.run([sys.executable, "-c", _MANY], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "5000\n0\n"
