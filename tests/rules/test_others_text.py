"""Typo rules and what isn't the author's to correct: titles, embedded posts, names of works and terms of the text."""

from __future__ import annotations

import pytest

from jlint.document import Document
from jlint.rules.contract.base import Rule
from jlint.rules.typo.broken_idiom import BrokenIdiom
from jlint.rules.typo.doubled_character import DoubledCharacter
from jlint.rules.typo.doubled_fragment import DoubledFragment
from jlint.rules.typo.doubled_particle import DoubledParticle
from jlint.rules.typo.doubled_word import DoubledWord
from jlint.rules.typo.known_misspelling import KnownMisspelling

RULES: tuple[type[Rule], ...] = (
    DoubledCharacter,
    DoubledFragment,
    DoubledParticle,
    DoubledWord,
    KnownMisspelling,
    BrokenIdiom,
)


def found(text: str) -> list[str]:
    """The rules that report something, each place once."""
    document = Document(text)
    return [rule.id for rule in RULES for _ in rule().check(document)]


@pytest.mark.parametrize(
    "text",
    [
        "[港の朝市にに出かけた話](https://example.com/asaichi)を読む。\n",
        "『港の朝市にに出かけた話』を借りた。\n",
        '<p><a href="https://example.com/">港の朝市にに出かけた話</a>を読む。</p>\n',
        "昔の本『庭の除々に広がる畑』を借りた。\n",
        '<blockquote class="twitter-tweet"><p lang="ja">雨の日にに傘を忘れた。除々に寒い。</p></blockquote>\n',
        '<blockquote class="bluesky-embed" data-x="1"><p>雨の日にに傘を忘れた。</p></blockquote>\n',
        "子どもに黒ひげ危機一発を買った。\n",
        "映画の『ネコマル危機一発』を観た。\n",
        "休日はネコマル危機一発を観た。\n",
        "この皿には希少価値感がある。\n",
        "「絶対絶命（ぜったいぜつめい）」は書き間違いである。\n",
    ],
)
def test_titles_embedded_posts_and_names_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("[朝市](https://example.com/asaichi)にに出かけた。\n", "doubled-particle"),
        ("[港の朝市にに出かけた話](/asaichi)を読む。\n", "doubled-particle"),
        ("> 雨の日にに傘を忘れた。\n", "doubled-particle"),
        ("<blockquote><p>雨の日にに傘を忘れた。</p></blockquote>\n", "doubled-particle"),
        (
            '<blockquote class="twitter-tweet"><p>雨だ。</p></blockquote>\n\n雨の日にに傘を忘れた。\n',
            "doubled-particle",
        ),
        ("昨日危機一発で助かった。\n", "known-misspelling"),
        ("危機一発のところだった。\n", "known-misspelling"),
        ("祖父は絶対絶命の場面を切り抜けた。\n", "known-misspelling"),
        ("運転シュミレーションをする。\n", "known-misspelling"),
        ("互いの価値感が違う。\n", "known-misspelling"),
    ],
)
def test_the_author_s_own_words_are_reported(text: str, rule: str) -> None:
    assert rule in found(text)


def test_a_noun_that_stands_doubled_in_two_sentences_is_a_term() -> None:
    assert found("社内のエージェントエージェントが答える。\n") == ["doubled-word"]
    assert found("社内のエージェントエージェントが答える。\n\n別のエージェントエージェントを呼ぶ。\n") == []


def test_a_slip_in_a_sentence_that_is_repeated_is_no_term() -> None:
    text = "社内のエージェントエージェントが答える。\n\n## 夏\n\n社内のエージェントエージェントが答える。\n"
    assert found(text) == ["doubled-word", "doubled-word"]


def test_a_word_with_a_doubled_letter_that_comes_three_times_is_a_name() -> None:
    sentences = ["庭のアル{}を洗う。", "夏のアル{}は重い。", "隣のアル{}を借りる。"]
    name = "ゴゴリズム"
    assert found(sentences[0].format(name)) == ["doubled-character"]
    assert found("\n\n".join(each.format(name) for each in sentences)) == []


def test_a_phrase_with_particles_is_no_term_however_often_it_comes() -> None:
    text = "作業の時間を大幅に大幅に縮めた。\n\n荷物の量を大幅に大幅に減らした。\n"
    assert found(text) == ["doubled-word", "doubled-word"]


def test_an_ending_that_is_wrong_three_times_is_no_name() -> None:
    text = "畑は広いですす。\n\n庭は狭いですす。\n\n海は遠いですす。\n"
    assert found(text) == ["doubled-character"] * 3
