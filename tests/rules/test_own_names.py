"""Names that a document has of its own, which the rules about doublings leave alone, and slips beside them."""

from __future__ import annotations

import pytest

from jlint import Config, lint

NAMES = [
    "前回はららポチの話をした。『ららポチ』は町の遊びだ。きのうもららポチは楽しかった。",
    "いいよねらとと。朝から歩いた。らととの二番を聴くと元気が出る。",
    "隣のたたさんが来た。夜はたたが笑う。",
    "「ととまる」は魚の店だ。昼にととまるへ行った。夜もととまるがいい。",
    "# ののはな\n\n庭のののはなを見た。母は【ののはな】と呼ぶ。",
    "ししまるが寝ている。犬のししまる。",
    "[ももみみ](https://example.com/)を読む。今日もももみみを描く。",
    "今日はねねさんと歩いた。駅でねねは笑う。",
    "#るるぽを見た。友人のるるぽ、庭のるるぽが好きだ。",
    "**ぱぱぺ**という菓子を買う。甘いぱぱぺを配る。",
    "| 歌 | ソラととかな？ |\n|---|---|\n| 絵 | 港 |",
]
SLIPS = [
    "明日は晴れるですす。今日は雨ですす、と言う。昨日も雪ですす。",
    "画面で設定をを変える。また設定をを見る。",
    "担当者がが席を外した。別の担当者がが来た。",
    "**鍵がが開く**と言う。次の日も鍵がが開くはずだ。**鍵がが開く**のは朝だ。",
    "「用いいた道具」と書く。人は用いいた道具を洗う。「用いいた道具」とは何か。",
    "この棚にはは本が並ぶ。その棚にはは皿が並ぶ。",
    "学生の皆さんはは夏休みだ。先生の皆さんはは忙しい。",
    "結果はご存存じのとおりだ。「ご存存じ」と書いた。",
]


def _doubled(text: str) -> list[str]:
    result = lint(text + "\n", config=Config(select=["doubled-character", "doubled-word", "doubled-particle"]))
    assert not result.failures
    return [finding.rule for finding in result.findings]


@pytest.mark.parametrize("text", NAMES)
def test_a_name_that_the_document_writes_by_itself_is_left_alone(text: str) -> None:
    assert not _doubled(text)


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_that_is_made_again_is_still_one(text: str) -> None:
    assert _doubled(text)


def test_a_name_that_stands_once_is_not_known() -> None:
    assert _doubled("前回はららポチの話をした。")


@pytest.mark.parametrize(
    "text",
    [
        "皆さん、こんにちわっぽ。",
        "こんばんわぎ👐。今日も書く。",
        "皆さん、こんにちわ っぽ。",
        "こんにちわんこの絵を描いた。",
    ],
)
def test_words_made_of_a_greeting_are_no_misspellings(text: str) -> None:
    assert not lint(text + "\n", config=Config(select=["known-misspelling"])).findings


@pytest.mark.parametrize(
    "text", ["こんにちわ、港です。", "こんにちわと言う。", "こんばんわって言う。", "こんにちわー。"]
)
def test_a_greeting_is_one(text: str) -> None:
    assert lint(text + "\n", config=Config(select=["known-misspelling"])).findings


DECOMPOSED = [
    "図のカタロク\u3099を読む。",
    "か\u3099か\u3099く部の庭で星がか か\u3099やく。",
    "テ\u3099ータヘ\u3099ースの図を見る。",
    "フ\u309aロク\u3099ラミンク\u3099を学ぶ。",
    "た\u3099た\u3099の道を歩く。ことはた\u3099。",
    "駅のカタロク\u309bを読む。",
    "ほ\u3099く、ほ\u3099うしをかふ\u3099る。",
]


@pytest.mark.parametrize("text", DECOMPOSED)
def test_kana_with_a_mark_apart_are_no_slips(text: str) -> None:
    rules = [finding.rule for finding in lint(text + "\n", config=Config(select=["typo", "decomposed-kana"])).findings]
    assert set(rules) <= {"decomposed-kana"}
    assert bool(rules) == ("\u3099" in text or "\u309a" in text)


def test_the_rest_of_the_text_is_still_read() -> None:
    found = lint("図のカタロク\u3099を読む。担当者がが席を外した。\n", config=Config(select=["typo"])).findings
    assert [finding.rule for finding in found] == ["doubled-particle"]


@pytest.mark.parametrize(
    "text",
    [
        "ビューのプログラミン グガイドを読む。",
        "ファイルシステムプロ グラミングガイドを読む。",
        "キー値監視プログラミ ングガイドを読む。",
        "カメラ操作のプログラ ミングについて話す。",
        "業務のアプリケーシ\nョンを売る。",
        "町のショッピングセン\u3000ターが閉まる。",
    ],
)
def test_a_word_that_a_space_cuts_is_not_cut_off(text: str) -> None:
    found = lint(text + "\n", config=Config(select=["truncated-katakana", "misspelt-katakana"])).findings
    assert not found
