"""Doublings where two words meet, lengthened words, and the slips that look like them."""

from __future__ import annotations

import pytest

from jlint.spelling.doubling import doublings

MEANT = """
こいついつも居るな、と兄が言った。
ちょっとひとひねりした献立だ。
一つずつずらして棚に並べる。
棚の重みのみの記録を残す。
今年におけるうるう秒の扱いを話し合う。
ビジネスステークホルダの名を挙げる。
バックエンドエンドポイントの表を直す。
再試行試行の番号を記す。
ふむむ、と祖父はうなった。
友人は「うむむ」と考え込む。
うわわ、雨が降ってきた。
「やっちまったぁぁ」と弟が叫ぶ。
値がぐぐーんと上がった。
「そ、そそういうことだ」と父は言う。
ぐへへと笑う声がした。
ふははと笑って席を立つ。
早く寝るほうがいいに決まっている。
章立てて話を整理する。
腹をくくれよ、と姉が言う。
畑の様子をずっと見ていってて、飽きない。
完璧完璧言いすぎだ。
辞める辞める詐欺には慣れた。
考えたくないので無視無視。
前々からやろうやろうと思っていた。
水筒をくぴくぴ飲む。
両手をぐるんぐるん回す。
らこらこちゃんに会う。
サインインインターフェースの色を選ぶ。
間違って買って買い直した。
店のあるある話を集める。
ほどほどを心がける。
関数を返す関数を返す関数を作る。
第二条第三号価格の決定価格の決定の申立てをする。
早く帰らないとと思う。
人に対してしていることを考える。
何が春雨で春雨でないのかを決める。
紙をババーっと広げる。
ただし、ただしですよ、雨の日は休みです。
"""


@pytest.mark.parametrize("text", MEANT.split())
def test_meant(text: str) -> None:
    assert not doublings(text)


SLIPS = """
クイックススタートの手順を読む。
お分かりいただけただけると思います。
値を持たないたない場合を考える。
ほとんんど終わった。
急がななければならない。
行ってみましましたが休みでした。
"""


@pytest.mark.parametrize("text", SLIPS.split())
def test_slips_that_look_alike(text: str) -> None:
    assert doublings(text)


@pytest.mark.parametrize("text", ["ゴミ捨ててから出かけた。", "多くを学んだだろうと思う。", "棚を組み立ててみた。"])
def test_endings_that_meet_are_meant(text: str) -> None:
    assert not doublings(text)


@pytest.mark.parametrize("text", ["準備ができましたた。", "雨がやんだだが寒い。"])
def test_an_ending_twice_is_a_slip(text: str) -> None:
    assert len(doublings(text)) == 1
