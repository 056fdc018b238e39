"""Rules of style on whole texts."""

from __future__ import annotations

import msgspec
import pytest

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Rule
from jlint.rules.style.cliche_density import ClicheDensity
from jlint.rules.style.long_sentence import LongSentence
from jlint.rules.style.mixed_politeness import MixedPoliteness
from jlint.rules.style.repeated_sentence_ending import RepeatedSentenceEnding
from jlint.rules.style.too_many_commas import TooManyCommas

POLITE = "舟が出ます。網を引きます。市が立ちます。魚が並びます。客が来ます。値が決まります。"
PLAIN = "昼は暑い。人は家にいる。犬も寝る。風が止んだ。"


def reported(rule: type[Rule], text: str, **options: object) -> list[Finding]:
    named = {name.replace("_", "-"): value for name, value in options.items()}
    return list(rule(msgspec.convert(named, rule.Options)).check(Document(text)))


def marked(findings: list[Finding], text: str) -> list[str]:
    return [finding.span.of(text) for finding in findings]


def test_the_lesser_style_is_marked_whichever_it_is() -> None:
    mostly_polite = POLITE + "\n\n" + PLAIN + "\n"
    assert marked(reported(MixedPoliteness, mostly_polite), mostly_polite) == ["暑い", "いる", "寝る", "だ"]
    mostly_plain = PLAIN * 3 + "\n\n" + POLITE[:27] + "\n"
    assert marked(reported(MixedPoliteness, mostly_plain), mostly_plain) == ["ます"] * 4


def test_a_few_sentences_in_the_other_style_are_allowed() -> None:
    assert reported(MixedPoliteness, POLITE * 4 + PLAIN + "\n") == []
    assert len(reported(MixedPoliteness, POLITE * 4 + PLAIN + "\n", share=0.1)) == 4


@pytest.mark.parametrize(
    "other", ["舟が出るのだろうか？", "出すのは舟。", "彼は「舟が出る」。", "もちろん、舟も。", "詳しくはこちら。"]
)
def test_what_has_no_style_does_not_count(other: str) -> None:
    assert reported(MixedPoliteness, POLITE + other * 8 + "\n") == []


def test_length_is_that_of_the_authors_japanese() -> None:
    text = (
        "「" + "長い題名の本" * 10 + "」と [the long and winding road](https://example.com/" + "a" * 90 + ") を読む。\n"
    )
    assert reported(LongSentence, text, max=20) == []
    assert reported(LongSentence, text, max=20, count_quotations=True)
    assert reported(LongSentence, text, max=20, count_latin=True)


def test_commas_in_quotations_and_lists_do_not_count() -> None:
    text = "彼は「来て、見て、勝って、帰って」と、弓、矢、盾、槍を置き、笑った。\n"
    assert reported(TooManyCommas, text, max=2) == []
    assert reported(TooManyCommas, text, max=1)


def test_endings_are_compared_within_a_paragraph() -> None:
    sentences = ["舟が着いています。", "網が干されています。", "市が立っています。", "客が待っています。"]
    assert len(reported(RepeatedSentenceEnding, "".join(sentences) + "\n")) == 1
    assert reported(RepeatedSentenceEnding, "\n\n".join(sentences) + "\n") == []


def test_cliches_are_one_finding_a_text() -> None:
    cliches = "正直なところ、橋は可能性を秘めている。川も見逃せない。まさに「橋」だ。橋は不可欠です。注目すべき橋だ。"
    (finding,) = reported(ClicheDensity, cliches * 3 + "\n")
    assert "18個" in finding.message.ja
    assert len(finding.related) == 17
    assert reported(ClicheDensity, cliches + POLITE * 40 + "\n") == []
