"""Safe fixes leave alone what others wrote, what links point to, and what is part of a name."""

from __future__ import annotations

import msgspec
import pytest

from jlint.document import OBJECT, Document
from jlint.engine.fix import fix
from jlint.engine.lint import lint
from jlint.finding import Severity, Text
from jlint.rules.artifact.decomposed_kana import DecomposedKana
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.contract.base import Bad, Rule
from jlint.rules.contract.example import unmark
from jlint.rules.front_matter.excerpt_cut_off import ExcerptCutOff
from jlint.rules.front_matter.reading_time_mismatch import ReadingTimeMismatch
from jlint.rules.helpers.pattern import PatternRule, PatternSpec
from jlint.rules.notation.mixed_digit_grouping import MixedDigitGrouping
from jlint.rules.notation.mixed_punctuation import MixedPunctuation
from jlint.rules.notation.mixed_variant import MixedVariant
from jlint.rules.table import RULES
from jlint.rules.typo.doubled_particle import DoubledParticle

_ABOUT_WORDS = ("notation", "typo", "grammar", "style")


def fixed(text: str, *rules: Rule, unsafe: bool = False) -> str:
    active = [ActiveRule(rule, Severity.INFO) for rule in rules]
    return fix(Document(text, dialect="kramdown"), active, unsafe=unsafe).text


BAD = [
    pytest.param(rule, example, id=f"{rule.id}-{number}")
    for rule in RULES
    if rule.category in _ABOUT_WORDS
    for number, example in enumerate(rule.examples, 1)
    if isinstance(example, Bad) and not example.text.startswith("---")
]


@pytest.mark.parametrize(("rule", "example"), BAD)
@pytest.mark.parametrize("put", ["> {}", "# {}"], ids=["quotation", "heading"])
def test_no_safe_fix_changes_a_quotation_or_a_heading(rule: type[Rule], example: Bad, put: str) -> None:
    text = "".join(put.format(line) for line in unmark(example.text).text.splitlines(keepends=True) if line.strip())
    active = [ActiveRule(rule(msgspec.convert(example.options, rule.Options)), Severity.ERROR)]
    assert fix(Document(text, example.path, example.dialect), active, unsafe=False).text == text


def test_the_same_fixes_are_offered_as_unsafe_ones() -> None:
    text = "サーバーを買う。サーバーを置く。\n\n## 古いサーバを捨てる\n"
    assert fixed(text, MixedVariant()) == text
    assert fixed(text, MixedVariant(), unsafe=True) == text.replace("サーバを", "サーバーを")


def test_a_heading_with_an_id_of_its_own_may_be_changed() -> None:
    text = "サーバーを買う。サーバーを置く。\n\n## 古いサーバを捨てる{}\n"
    assert fixed(text.format(""), MixedVariant()) == text.format("")
    assert "サーバーを捨てる {#old}" in fixed(text.format(" {#old}"), MixedVariant())


KEPT = r"""
Amazon ウェブ Services を使う。Webを見る。Webを読む。
ウェブ.example を使う。Webを見る。Webを読む。
「古いサーバを捨てる」と言う。サーバーを買う。サーバーを置く。
『サーバの本』を読む。サーバーを買う。サーバーを置く。
“古いサーバ”と言う。サーバーを買う。サーバーを置く。
社内サーバを捨てる。サーバーを買う。サーバーを置く。
サーバ管理者に聞く。サーバーを買う。サーバーを置く。
ラムダ・サーバを置く。サーバーを買う。サーバーを置く。
HTTP サーバを置く。サーバーを買う。サーバーを置く。
`httpd` サーバを置く。サーバーを買う。サーバーを置く。
[古いサーバを捨てる](https://example.com)と読む。サーバーを買う。サーバーを置く。
| 語 | 書き方 |\n|---|---|\n| サーバ | 長音を付ける |\n\nサーバーを買う。サーバーを置く。
「港は遠い。\n\n古いサーバを捨てる」と言う。サーバーを買う。サーバーを置く。
""".strip().split("\n")


@pytest.mark.parametrize("text", [text.replace("\\n", "\n") + "\n" for text in KEPT])
def test_words_in_names_compounds_and_quotations_are_kept(text: str) -> None:
    assert fixed(text, MixedVariant()) == text
    assert fixed(text, MixedVariant(), unsafe=True) != text, "the fix is offered all the same"


def test_a_compound_without_okurigana_is_no_variant() -> None:
    text = "取消権がある。取り消しを求める。取り消しを認める。\n"
    assert fixed(text, MixedVariant(), unsafe=True) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "サーバーを買う。サーバーを置く。古いサーバを捨てる。",
            "サーバーを買う。サーバーを置く。古いサーバーを捨てる。",
        ),
        ("すべてを見る。すべてを聞く。全てを忘れる。", "すべてを見る。すべてを聞く。すべてを忘れる。"),
        ("道が分かる。話が分かる。夢がわかる。", "道が分かる。話が分かる。夢が分かる。"),
        ("話ができる。船ができる。用意出来る。", "話ができる。船ができる。用意できる。"),
    ],
)
def test_words_that_stand_alone_are_changed(text: str, expected: str) -> None:
    assert fixed(text + "\n", MixedVariant()) == expected + "\n"


def test_numbers_in_names_and_quotations_are_kept() -> None:
    for kept in ("Cisco 8223台を置く。", "第8223回の会。", "「会費は8223円」と言う。", "> 会費は8223円。"):
        text = f"会費は1,000円、宿は2,000円。\n\n{kept}\n"
        assert fixed(text, MixedDigitGrouping()) == text
    assert not list(MixedDigitGrouping().check(Document("会費は1,000円。Cisco 8223ルーターを置く。\n")))


def test_marks_in_brackets_may_be_changed_and_letters_not() -> None:
    assert fixed("昼、夜、朝、夕、と「港，町」。\n", MixedPunctuation()) == "昼、夜、朝、夕、と「港、町」。\n"
    assert fixed("「本をを読む」と言う。\n", DoubledParticle()) == "「本をを読む」と言う。\n"
    assert fixed("本をを読む。\n", DoubledParticle()) == "本を読む。\n"


def test_labels_and_names_keep_their_stops() -> None:
    for kept in ("イ．倉庫を建てる。", "第３章「３．倉庫」を読む。", "ＧＯ．ＪＰ に書く。"):
        text = f"港へ行く。町へ行く。市へ行く。\n\n{kept}\n"
        assert fixed(text, MixedPunctuation()) == text
    assert fixed("港へ行く。町へ行く．市へ行く。\n", MixedPunctuation()) == "港へ行く。町へ行く。市へ行く。\n"


def test_links_in_html_are_links() -> None:
    text = 'サーバーを買う。サーバーを置く。<a href="https://example.com">古いサーバを捨てる</a>と読む。\n'
    assert fixed(text, MixedVariant()) == text
    assert fixed(text, MixedVariant(), unsafe=True) != text


def test_who_writes_safe_in_a_pattern_has_decided() -> None:
    spec = PatternSpec("own", "甲", "乙", Text("直す", "mend"), Severity.INFO, "style", frozenset({"prose"}), safe=True)
    assert fixed("> 甲\n", PatternRule(spec)) == "> 乙\n"


def test_kana_of_two_characters_change_a_headings_id() -> None:
    text = "# か\u3099いど\n\nか\u3099いど。\n"
    assert fixed(text, DecomposedKana()) == "# か\u3099いど\n\nがいど。\n"


def test_pasted_text_with_such_kana_is_told_once() -> None:
    text = "> か\u3099い。き\u3099ん。\n>\n> く\u3099み。\n\n間の段落。\n\nけ\u3099た。\n"
    assert [finding.span.of(text) for finding in DecomposedKana().check(Document(text))] == [
        "か\u3099い。き\u3099",
        "け\u3099",
    ]
    assert fixed(text, DecomposedKana()) == "> がい。ぎん。\n>\n> ぐみ。\n\n間の段落。\n\nげた。\n"


@pytest.mark.parametrize(("again", "is_fixed"), [("", True), ("港の倉庫は三年前の春に閉じたままである。", False)])
def test_no_reading_time_is_set_while_a_sentence_stands_twice(again: str, is_fixed: bool) -> None:
    text = "---\nreading_time: 9\n---\n\n港の倉庫は三年前の春に閉じたままである。\n\n間の段落。" + again + "\n"
    (finding,) = ReadingTimeMismatch().check(Document(text))
    assert (finding.fix is not None) is is_fixed


def test_messages_show_a_leader_for_what_has_no_letters() -> None:
    text = "---\nexcerpt: 市は港の使い道を考え、\n---\n\n市は港の使い道を考え、`倉庫` の話を聞いた。\n"
    (finding,) = lint(Document(text), [ActiveRule(ExcerptCutOff(), Severity.INFO)]).findings
    assert OBJECT not in finding.message
    assert "本文では「…" in finding.message
