"""The rules about idioms, prefixes and foreign words, beyond their examples."""

from __future__ import annotations

import pytest

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Rule
from jlint.rules.typo.broken_idiom import BrokenIdiom
from jlint.rules.typo.foreign_letter import ForeignLetter
from jlint.rules.typo.foreign_word import ForeignWord
from jlint.rules.typo.known_misspelling import KnownMisspelling
from jlint.rules.typo.simplified_chinese_letter import SimplifiedChineseLetter
from jlint.rules.typo.stranded_prefix import StrandedPrefix


def found(rule: type[Rule], text: str, *words: str) -> list[Finding]:
    return list(rule().check(Document(text, words=frozenset(words))))


@pytest.mark.parametrize(
    ("rule", "text", "word"),
    [
        (BrokenIdiom, "社名は群雄割商会である。\n", "群雄割商会"),
        (StrandedPrefix, "雑誌の不もはやを読む。\n", "不もはや"),
        (ForeignWord, "店のđộtへ行く。\n", "đột"),
    ],
)
def test_words_of_the_project_are_left_alone(rule: type[Rule], text: str, word: str) -> None:
    assert len(found(rule, text)) == 1
    assert not found(rule, text, word)


def test_an_idiom_broken_by_something_else_than_kanji_has_no_fix() -> None:
    (finding,) = found(BrokenIdiom, "市場は群雄割 allの様相だ。\n")
    assert finding.fix is None


@pytest.mark.parametrize("text", ["行錯誤を重ねた。\n", "かれは行錯誤を重ねた。\n"])
def test_the_first_kanji_of_an_idiom_may_be_missing(text: str) -> None:
    (finding,) = found(BrokenIdiom, text)
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == text.replace("行錯誤", "試行錯誤")


def test_many_vietnamese_words_are_the_topic() -> None:
    assert len(found(ForeignWord, "店のđột đột đột độtへ行く。\n")) == 4
    assert not found(ForeignWord, "店のđột đột đột đột độtへ行く。\n")


def texts(rule: type[Rule], text: str) -> list[str]:
    return [text[finding.span.start : finding.span.end] for finding in found(rule, text)]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("例は枚挙にいもまがない。", "枚挙にいもまが"),
        ("町は警鍾を鳴らした。", "警鍾を鳴ら"),
        ("暇は宝の持た腐れだ。", "宝の持た腐れ"),
        ("祖父は固唾をむ飲んで待つ。", "固唾をむ飲ん"),
        ("店は火に油を注いだ。", ""),
    ],
)
def test_set_phrases(text: str, wrong: str) -> None:
    found_here = texts(BrokenIdiom, text)
    assert found_here == ([wrong] if wrong else [])


PHRASES_AS_MEANT = """
枚挙にいとまもない。
枚挙に遑がない。
二人は手を執り合って歩く。
枕を高うして眠る。
一筋縄ではゆかない相手だ。
誰もが手に取れるようにする。
人々が疑問符を投げかける。
一歩をお踏み出しになる。
敵も逃腰になった。
根も葉も無い話だ。
意味深なため息をつく。
虎視眈々と待つ。
"""


@pytest.mark.parametrize("text", PHRASES_AS_MEANT.split())
def test_phrases_in_other_words_are_left_alone(text: str) -> None:
    assert not found(BrokenIdiom, text)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("冬の雪 ሰ景色を眺める。", ["ሰ"]),
        ("遠い山のгоらへ登る。", ["го"]),
        ("交通渋՚の解消を待つ。", ["՚"]),
        ("窓から海を眺めるდ。", ["დ"]),
        ("ロシアの山のгоらへ登る。", []),
        ("ソウルで友の민준と会う。", []),
        ("(ノಠ益ಠ)ノと書き、笑ったㅋㅋと添えた。", []),
        ("文字дの形を覚える。", []),
    ],
)
def test_letters_of_other_scripts(text: str, letters: list[str]) -> None:
    assert texts(ForeignLetter, text) == letters


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("町の発展に寄ærtする。", ["ært"]),
        ("棚に vast な記録がある。", ["vast"]),
        ("帳簿を scrutinize して直す。", ["scrutinize"]),
        ("祭りを実yapする。", ["yap"]),
        ("変更を再buildする。", []),
        ("道具の delve を使う。", []),
        ("道具の vast を使う。", []),
        ("朝のcaféでcrêpeを食べる。", []),
        ("英語の vast な感じを学ぶ。", []),
        ("店の名はamaïと決まり、amaïで休む。", []),
    ],
)
def test_words_of_other_languages(text: str, words: list[str]) -> None:
    assert texts(ForeignWord, text) == words


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("駅前で电车を待つ。", ["电车"]),
        ("町は「共同采购」を試す。", ["购"]),
        ("朝の电车と夕方の时间を記す。", ["电车", "时间"]),
        ("同じ电车の話。同じ电车の話。", ["电车", "电车"]),
        ("中国の店は「电车」と書く。", []),
        ("北京蝴蝶効应科技有限公司と組む。", []),
    ],
)
def test_letters_of_chinese(text: str, letters: list[str]) -> None:
    assert texts(SimplifiedChineseLetter, text) == letters


@pytest.mark.parametrize(
    ("text", "is_slip"),
    [
        ("客は数30人を超えた。", True),
        ("昨年は、数75%以上の店が休んだ。", True),
        ("客は数10人、数1,000人と増えた。", False),
        ("その数30人。", False),
        ("店の数30に客が並ぶ。", False),
        ("工数3割を減らす。", False),
    ],
)
def test_several_before_a_figure(text: str, is_slip: bool) -> None:
    assert texts(KnownMisspelling, text) == (["数"] if is_slip else [])
