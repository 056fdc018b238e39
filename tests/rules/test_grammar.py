"""Rules of grammar on texts beyond their examples."""

from __future__ import annotations

import pytest

from jlint.document import Document
from jlint.rules.grammar.lone_tari import LoneTari
from jlint.rules.grammar.misused_word import MisusedWord
from jlint.rules.grammar.repeated_ga import RepeatedGa
from jlint.rules.grammar.repeated_particle import RepeatedParticle
from jlint.rules.helpers.own_sentences import joined, own_sentences


def test_markup_between_repeated_particles_lies_outside_their_spans() -> None:
    text = "港の**朝市**で小舟で魚を売る。\n"
    (finding,) = RepeatedParticle().check(Document(text))
    assert finding.span.of(text) == "で"
    assert [related.span.of(text) for related in finding.related] == ["で"]
    assert finding.related[0].span.start < finding.span.start


@pytest.mark.parametrize(
    "text",
    [
        "港では魚が安く、店では高い。",
        "母に花を、父に本を贈る。",
        "静かに舟に乗る。",
        "一般に川に魚がいる。",
        "来るか来ないか分からない。",
        "米も味噌も買う。",
    ],
)
def test_particles_that_may_repeat(text: str) -> None:
    assert list(RepeatedParticle().check(Document(text))) == []


def test_each_further_turn_is_reported_with_the_one_before() -> None:
    text = "降ったが、止んだが、また降ったが、出た。\n"
    findings = list(RepeatedGa().check(Document(text)))
    assert len(findings) == 2
    assert findings[1].related[0].span == findings[0].span


def test_sentences_are_joined_where_only_some_marks_end_them() -> None:
    (block,) = Document("雨だ．風だ．雪だ。晴れ。\n").prose
    assert [sentence.text for sentence in joined(block, "。")] == ["雨だ．風だ．雪だ。", "晴れ。"]


def test_quotations_and_links_are_not_the_authors_own() -> None:
    text = "> 引いた文。\n\n[題名。](https://example.com/)\n\n[題](https://example.com/)を読む。\n"
    assert [sentence.text for sentence in own_sentences(Document(text))] == ["題を読む。"]


def test_words_distinguished_by_what_follows() -> None:
    wrong = ["規則を適応した。", "橋は以外と長いです。"]
    right = ["環境に自分を適応させた。", "位置をずらした。", "橋以外と比べる。"]
    assert all(list(MisusedWord().check(Document(text))) for text in wrong)
    assert not any(list(MisusedWord().check(Document(text))) for text in right)


def test_a_word_split_by_a_line_break_is_found() -> None:
    (finding,) = MisusedWord().check(Document("新しい規則を適\n応する。\n"))
    assert finding.fix is None


def test_lone_tari_needs_a_verb_behind_it() -> None:
    assert list(LoneTari().check(Document("泣いたり、大変な一日だった。\n"))) == []
