"""Misspellings that the words around them tell, beyond the examples of their rule."""

from __future__ import annotations

import pytest

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.helpers.typo.misspellings import is_listed, misspellings
from jlint.rules.helpers.typo.misspellings_in_context import found_in_context, lines
from jlint.rules.typo.known_misspelling import KnownMisspelling
from tests.rules.findings import marked, repaired


def found(text: str, *words: str) -> list[Finding]:
    return list(KnownMisspelling().check(Document(text, words=frozenset(words))))


def wrong_words(text: str) -> list[str]:
    return marked(text, found(text))


def fixed(text: str) -> str:
    return repaired(text, found(text))


def test_the_examples_of_the_table_are_found_and_fixed() -> None:
    for line in lines():
        assert any(each.line == line for each in found_in_context(line.example)), line
        assert line.right in fixed(line.example), line
        assert not found(fixed(line.example)), line


def test_the_examples_of_the_list_are_found_and_fixed() -> None:
    for each in misspellings():
        assert each.wrong in wrong_words(each.example), each
        assert not found(fixed(each.example)), each


def test_each_line_of_the_table_is_needed() -> None:
    keys = [(each.wrong, each.before, each.behind) for each in lines()]
    assert len(keys) == len(set(keys))
    assert all(each.test in ("", "未然", "連用", "助詞") for each in lines())


WRONG = """
期待どうりだ。|言葉どうりに受け取る。|いつもどうりの朝だ。|見たとうりに書く。|ここをとうり過ぎる。|どうゆうわけか眠い。
春とゆうのは短い。|気にせづに行く。|まづ、皿を出す。|来たはづだ。|引きつずき調べる。|条件ずけを見直す。|心ずかいがうれしい。
根ずよい人気だ。|息ずまる場面だ。|親子ずれが来た。|駅はとうくにある。|どおせ行くなら今だ。|雨のよおな音がした。|それでわ、始めます。
簡単でわない。|会社え行く。|庭のイスお運ぶ。|この話しは長く続く。|別の話しがある。|係りの方に渡す。|三人組みが来た。|場合いによる。
手紙の日付けが古い。|お隣りに配る。|次ぎの日に行く。|珍らしい石だ。|うっとおしい天気だ。|字が見ずらかった。
"""


@pytest.mark.parametrize("text", WRONG.strip().replace("\n", "|").split("|"))
def test_other_words_are_told_too(text: str) -> None:
    assert len(wrong_words(text)) == 1


RIGHT = """
どうりで寒いわけだ。道理に合う。ぶどうりきゅうるを飲む。茄子とうりを漬ける。二人とゆうき君が来た。ゆうゆう歩く。
ひざまずく。つまづく。うなづく。世界中に広がる。一人ずつ並ぶ。みずみずしい。手なずける。おずおずと話す。
右にずらさない。位置をずらかった。ずけずけと言う。ずるずる延びる。靴ずれが痛い。世間ずれした人だ。電子ずれを測る。
ほどおせっかいな人だ。などおすすめの店だ。夜どおし歩いて、通しどおした。お読みください。本をお読みになる。
友人お勧めの店。毎日お使いいただく。考え行く。迎え帰る。答え向け。黒ずくめの服。
話し合いが長い。話し手の声。友人と話しながら歩く。話しがちな人。係り結びを学ぶ。組み合わせを変える。番組を見る。
場合いくらかかるか。場合いつも困る。具合いい感じだ。試合いよいよ始まる。役割り当てをする。12日付けで退く。六月四日付けの紙。
光りを放つ。祭りの日。行なう。断わる。現われる。表わす。当る。隣り合う家。隣り合わせの席。斬新らしい案だ。困難かしら。
"""


@pytest.mark.parametrize("text", RIGHT.split())
def test_what_looks_alike_or_is_tolerated_is_left_alone(text: str) -> None:
    assert not wrong_words(text)


def test_speech_and_a_way_of_writing_are_left_alone() -> None:
    assert not found("弟は「そうゆうこともあるさ」と笑った。\n")
    assert len(found("そうゆうことだ。こうゆう日だ。どうゆう道だ。\n")) == 3
    assert not found("そうゆうことだ。こうゆう日だ。どうゆう道だ。そうゆう人だ。\n")
    assert len(found("隣りの家。隣りの犬。隣りの人。日付けを見る。\n")) == 4
    assert wrong_words("隣りの家。隣りの犬。隣りの人。隣りの庭。日付けを見る。\n") == ["日付け"]


def test_old_kana_quotations_and_own_words_are_left_alone() -> None:
    assert not found("春が来ると思ふ。いづれの道も夢のやうな坂で、歩けば汗も出ると云ふ。まづ、休まう。登つて見る。\n")
    assert not found("そのような「そうゆう」は「そういう」と書く。\n")
    assert not found("店は夢どうりに開く。\n", "夢どうり")


def test_the_search_for_slips_leaves_them_to_this_rule() -> None:
    text = "旅行は予定どうりに進んだ。"
    at = text.index("どうり")
    assert is_listed(text, at, at + 3)
    assert not is_listed(text, 0, 2)
