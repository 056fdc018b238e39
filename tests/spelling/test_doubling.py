"""Doublings: what is a slip, what is correct Japanese, and that no text takes long."""

from __future__ import annotations

import random
import time

import pytest

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.typo.doubled_character import DoubledCharacter
from jlint.rules.typo.doubled_fragment import DoubledFragment
from jlint.rules.typo.doubled_particle import DoubledParticle
from jlint.rules.typo.doubled_word import DoubledWord
from jlint.spelling.doubling import Kind, doublings
from jlint.spelling.repair import Repair

RULES = (DoubledCharacter, DoubledFragment, DoubledParticle, DoubledWord)


def findings(text: str) -> list[Finding]:
    document = Document(text)
    return sorted((finding for rule in RULES for finding in rule().check(document)), key=lambda finding: finding.span)


def fixed(text: str) -> str:
    for finding in reversed(findings(text)):
        assert finding.fix
        for edit in finding.fix.edits:
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("棚から本を取りりました。", "棚から本を取りました。"),
        ("部屋の明かりを消しまました。", "部屋の明かりを消しました。"),
        ("壁が塗られているる間は入れない。", "壁が塗られている間は入れない。"),
        ("来月は必ず参加しますす。", "来月は必ず参加します。"),
        ("倉庫の鍵を検検査する。", "倉庫の鍵を検査する。"),
        ("社内のコミュニケケーションを増やす。", "社内のコミュニケーションを増やす。"),
        ("駅前のコンピューーターを止める。", "駅前のコンピューターを止める。"),
        ("朝からミーティティングが続く。", "朝からミーティングが続く。"),
        ("畑で野菜をを育てる。", "畑で野菜を育てる。"),
        ("弟がが先に帰った。", "弟が先に帰った。"),
        ("雨が上がるとと虹が出た。", "雨が上がると虹が出た。"),
        ("窓を開けてから掃除してして出かけた。", "窓を開けてから掃除して出かけた。"),
        ("費用を半分に半分に抑えた。", "費用を半分に抑えた。"),
        ("本日の受付は終了しましたました。", "本日の受付は終了しました。"),
        ("会場の準備準備を終えた。", "会場の準備を終えた。"),
        ("手順を確認するする必要がある。", "手順を確認する必要がある。"),
        ("計画の全体像の全体像と予算を示す。", "計画の全体像と予算を示す。"),
        ("売上は去年より回復しましました。", "売上は去年より回復しました。"),
        ("棚のカタログカタログを並べる。", "棚のカタログを並べる。"),
        ("荷物を運んでいるる人がいる。", "荷物を運んでいる人がいる。"),
        ("これは例例外として扱う。", "これは例外として扱う。"),
    ],
)
def test_slips(wrong: str, right: str) -> None:
    assert fixed(wrong) == right


ALLOWED = """
これははっきりした話だ。
子どもががんばる姿を見た。
山ののどかな風景と、そののちの静けさ。
重要なこととともに、課題ととらえる。
この店の料理は、ここでできる。
いつももらうばかりで、それももちろん大切だ。
何かかわったことはないか、誰かから聞く。
手伝ってて遅れた。
確認ししばらく待つ。
お話ししたあとで写真をお渡しします。
欲しいいすを買うたびに、たたみが増える。
大事ななにかを忘れた。
そううまくいかないから、違ううえに高い。
その大きささえ分からない。
最後まで書ききるには、時間がかかる。
二つつかうつもりで、示すすべての値を使う。
以前よりより高いが、一つだけだけどいい。
ではでは、また明日。無理無理、できないよ。
待って待って、それは違う。分かる分かる、あるあるだ。
本当に本当に大変で、絶対に絶対に負けない。
走って走って走り抜いた。どこまでもどこまでも続く道。
友達の友達の友達、隣の隣の家、次の次の駅。
全国津津浦浦の人人と、年年歳歳花を見る。
医学学会と東京都都議会、横浜市市長と日本本土。
米国国務省、中国国家主席、各社社長、毎週週末、方法法則。
バススタンドでメモリリークとローカルルールを、ソフトウェアアップデートでデータタイプを話す。
ビジネススクールのセキュリティインシデント、マルチチャネル、パブリッククラウド。
ママとパパとココアを飲み、トトロとキキとララを見て、ヨヨギで降りる。
ふわふわ、もふもふ、ガタンガタン、ピーポーピーポー、ポヨンポヨンと鳴った。
ハハハ、ふふふ、ああああ、どんどんどんどん、ｗｗｗ。
一枚一枚、一日一日、一対一対応、三三七拍子、二二六事件。
フェイフェイ・リー氏とシンシンとランランが来た。キリリッと走り、わたわたと手伝い、ぎゅっぎゅっと握る。ぎゅっぎゅっ鳴る靴を履く。
潜水艦艦長が文字列列挙型を読み、担担麺を食べ、翌翌日に k 回回して止める。
部落部落で祭りが違い、屋根屋根に雪が積もり、その身分身分で、余裕余裕である。
みなみなさまによろしく。客が後から後から来て、船は北へ北へと動き、好きで好きでたまらない。
火事だ火事だと騒ぎ、今に見ろ今に見ろと言い、静かに静かに歩き、繰り返し繰り返し読む。
心の底の底で信じ、障子をするすると開け、手紙を言い言い歩く。浅浅しい考えを捨てて置く。
みんなに向かっていいました。大したこととも思わず、お察ししております。
サブクラスのサブクラスを作り、しげのの家へ行く。
今度はまだまだ、そのまま、なかなか、いろいろ、ますます、わざわざ、もともと、たまたま。
""".strip().split("\n")


@pytest.mark.parametrize("text", ALLOWED)
def test_allowed_doublings(text: str) -> None:
    assert [finding.message.ja for finding in findings(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "**設定**設定を変える。",
        "[ページ](https://example.com)ページを読む。",
        "`をを` と打つ。",
        "```\nこれをを実行する\n```",
    ],
)
def test_markup_between_copies_and_code_are_left_alone(text: str) -> None:
    assert findings(text) == []


def test_spans_count_the_source() -> None:
    text = "- **重要**: 画面で[設定](https://example.com)をを変える。\n"
    (finding,) = findings(text)
    assert finding.span.of(text) == "をを"


def test_the_same_sentence_is_found_wherever_it_stands() -> None:
    assert len(findings("今日は荷物をを運ぶ。\n\n# 今日は荷物をを運ぶ。\n")) == 2


def test_kinds_distinguish_particles_from_words() -> None:
    kinds = [doubling.kind for doubling in doublings("本棚をを動かすために、家具の家具の下をを拭いたですです。")]
    assert kinds.count(Kind.PARTICLE) == 2
    assert Kind.WORD in kinds


def test_a_repair_depends_on_its_surroundings_only() -> None:
    near, far = "これは設定をを変える話だ。", "前置きがとても長く続いたあとで、これは設定をを変える話だ。"
    gains = [Repair(text, at, at + 2, "を").gain for text in (near, far) if (at := text.index("をを"))]
    assert max(gains) - min(gains) < 800
    assert min(gains) > 4400


@pytest.mark.parametrize(
    "text",
    [
        "あ" * 200_000,
        "かき" * 100_000,
        "ああい" * 60_000,
        "the quick brown fox " * 10_000,
        "".join(random.Random(7).choices("あいうえおかきくけこさしすせそなにぬねの", k=30_000)),
    ],
    ids=["one-kana", "two-kana", "three-kana", "english", "random-kana"],
)
def test_what_is_no_prose_is_quick_and_has_few_findings(text: str) -> None:
    start = time.perf_counter()
    assert len(doublings(text)) < 60
    assert time.perf_counter() - start < 3


@pytest.mark.parametrize("text", ["新型にA社がAIがAIチップを載せる。", "町が本が本を配る。", "これが理由ですす。"])
def test_what_no_sentence_says_twice_is_a_slip(text: str) -> None:
    assert doublings(text)


def test_a_document_may_repeat_a_name_but_not_a_slip() -> None:

    name = "ささださんが来た。ささださんは笑った。駅でささださんを待つ。\n"
    slip = "これが理由ですす。それが答えですす。あれが港ですす。\n"
    assert list(DoubledCharacter().check(Document(name))) == []
    assert len(list(DoubledCharacter().check(Document(slip)))) == 3


@pytest.mark.parametrize(
    "text", ["ボタンを長押ししないと消えない。", "仕事を後回ししてはいけない。", "名指ししたわけではない。"]
)
def test_a_noun_made_of_a_verb_may_have_suru_behind_it(text: str) -> None:
    assert not doublings(text)
    assert doublings("内容を確認しします。")
