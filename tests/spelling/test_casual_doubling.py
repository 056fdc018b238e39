"""Doublings of casual text: names in kana, boundaries, spoken forms, emphasis and terms, and slips like them."""

from __future__ import annotations

import pytest

from jlint.spelling.doubling import Kind, doublings

NAMES_IN_KANA = """
ささださんの店へ行く。
ししやまくんと駅で会う。
『ししりばの畑』を借りた。
みみなみさんから手紙が届いた。
隣のややまさんが野菜をくれた。
先生のしゅううさんに習う。
ととやまの港で朝市を見た。
なななの家に泊まる。
絵本の『ぬぬぼの森』を読み聞かせた。
夜ははま寿司へ行った。
町の星野とと+歌の会を聞く。
辰（ににた字）を習う。
"""

BOUNDARIES = """
去年の末だかから早起きをしている。
雨なのか雪なのかから話が始まる。
夢みたいななんだか不思議な話だ。
今年の連休ももう終わりだ。
あとこれとこれが足りない。
昨日はかなりそうなりそうだった。
何もかもから逃げたい。
疲れたためため息をつく。
けれどももっと遠くへ行きたい。
見てももっと知りたくなる。
荷物は外だしして部屋を広く使う。
紐の挿し直し直後に切れた。
歩くのと走るのの違いを教わる。
安いのの隣に並べる。
趣味の話として今もしている。
部屋の広さはあるにはあるにしても、物が多い。
忘れないようにするように声をかけた。
友人には言うのもははばかられる。
かといって見て見ぬ振りもしない。
"""

SPOKEN_FORMS = """
ずっと座ってて、足がしびれた。
靴がへたってて、歩きにくい。
思い切って畑を作ったったと兄が笑う。
古い机を直してやったったぞ。
別にいいっちゃいいんだけどね。
今日の服はダサかっこいい。
いいじゃないいいじゃないと祖母が言う。
いつつの花びらを数えた。
水の量がググンと増えた。
音がした。ばばん！
「暑っっつ！何この部屋」と姉が言う。
だいじょぶじょぶ、と弟が言う。
本の題は「まっくろくろすけの家」だ。
料理のししょーに手紙を書く。
まああきらめよう。
つまらなくなくなる遊び方を考える。
"""

EMPHASIS = """
片付けがめんどくさくてめんどくさくて困る。
海へ行きたくて行きたくてしかたがない。
熱々やわやわのパンを食べた。
しゅくしゅくと庭を掃く。
実に実に簡単な料理だ。
誠に誠に残念な知らせだ。
畑の仕事の合間合間で本を読む。
いつも後手後手という気がする。
何もかも省略省略の毎日だ。
みんな手探り手探りで縫い始めた。
荷物を運んで説明して説明して終わった。
休みは休みであり、仕事は仕事だ。
それが人間が人間であるためのしるしだ。
鍋やら鍋やら皿やらが積んである。
でもでもまだ帰りたくない。
ひと足ひと足山を登る。
本を飛ばし飛ばし読んだ。
砂場で下に下に掘り下げた。
「なんとかなるなる」と祖父が笑う。
不景気不景気といわれても、店は開ける。
連休が暇で暇でしかたがない。
この荷物は一体なんなんでしょうか。
窓の音が気になって気になって仕方がない。
道は急に急な坂になる。
這う這うの体で畑から逃げた。
今日の祭りは楽しかった笑笑
でもでも、雨が降る。
かもかもと祖母が笑う。
あの鳥はかもかもしれない。
ところところに花が咲く。
頼んだことことごとく忘れる。
彼女に会うときときめく。
"""

TERMS = """
港でクラムクラムを見た。
この店はアーキテクチャアーキテクチャしている。
歌詞は「屋根の上のカボチャカボチャ」と続く。
荷物をパーツパーツで運ぶ。
祭りのまとめまとめ
"""


@pytest.mark.parametrize("text", [*NAMES_IN_KANA.split(), *BOUNDARIES.split(), *SPOKEN_FORMS.split()])
def test_what_only_resembles_a_doubled_letter_is_left_alone(text: str) -> None:
    assert not doublings(text)


@pytest.mark.parametrize("text", [*EMPHASIS.split(), *TERMS.split()])
def test_words_that_are_said_twice_on_purpose_are_left_alone(text: str) -> None:
    assert not doublings(text)


LETTER_SLIPS = """
雨が降っているる間は家にいる。
本棚の本をかかき集める。
手紙が書かかれている。
次の休みに山へ行っってみた。
印象に残っっている話だ。
ほとんんど眠れなかった。
机を動かしていいる間に雨がやんだ。
父がいないいこともある。
用いいた道具を洗う。
大きいいほうの鍋を使う。
こういいうことはよくある。
庭にいるところななんだが寒い。
兄が言わなかったらら帰ってこない。
荷物の説明をしていまいます。
先ほどど同じ道を歩く。
ままず、鍋に水を入れる。
"""


@pytest.mark.parametrize("text", LETTER_SLIPS.split())
def test_letters_doubled_in_casual_text_are_still_slips(text: str) -> None:
    assert [doubling.kind for doubling in doublings(text)] in ([Kind.CHARACTER], [Kind.FRAGMENT])


FRAGMENT_SLIPS = """
畑の仕事を終えましましたが、雨だ。
机の上を片付けてしましました。
花が咲いていまいます。
タイトイトルを決める。
値を持たないたない場合を考える。
不要になったった道具を捨てる。
"""


@pytest.mark.parametrize("text", FRAGMENT_SLIPS.split())
def test_fragments_doubled_in_casual_text_are_still_slips(text: str) -> None:
    assert len(doublings(text)) == 1


PARTICLE_SLIPS = """
雨の日にに傘を忘れた。
祭りがが始まる。
赤い花のの写真を飾る。
軍手をを買う。
庭の中でで見つけた。
駅からから歩いた。
離れて見るとと、ただ面白い。
「祭り」をを調べる。
学生の皆さんはは夏休みを迎えた。
母にによって集められた。
"""


@pytest.mark.parametrize("text", PARTICLE_SLIPS.split())
def test_particles_doubled_in_casual_text_are_still_slips(text: str) -> None:
    assert [doubling.kind for doubling in doublings(text)] == [Kind.PARTICLE]


WORD_SLIPS = """
荷物の確認をしてしている。
作業の回数回数を数える。
とても興味興味深い本だ。
朝の散歩についてについて話す。
祭りの準備準備を急ぐ。
店のメニューメニューを書き直す。
鍵を交換するする必要がある。
晴れた場合は場合は外で食べる。
手順を説明してして帰る。
駅までの道の距離の距離を測る。
元気いっぱいですです。
できるようようになった。
その際に際に靴を脱ぐ。
明日は雨になるかもかもしれない。
もう店は閉まったかもかもしれません。
祭りは晴れるかもかも知れない。
山へ行くかもしれかもしれない。
昼には着くはずはずだ。
夏に海へ行くつもりつもりだ。
そんなわけわけがない。
眠っているときときに電話が来た。
体を温めるためためにお茶を飲む。
毎朝走ることことを決めた。
"""


@pytest.mark.parametrize("text", WORD_SLIPS.split())
def test_words_doubled_in_casual_text_are_still_slips(text: str) -> None:
    assert [doubling.kind for doubling in doublings(text)] == [Kind.WORD]
