"""Repetition beyond the examples of its rules: copies in other markup, what may repeat, and odd texts."""

from __future__ import annotations

import time
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Rule
from jlint.rules.repetition.near_copy import NearCopy
from jlint.rules.repetition.repeated_heading import RepeatedHeading
from jlint.rules.repetition.repeated_passage import RepeatedPassage
from jlint.rules.repetition.repeated_sentence import RepeatedSentence
from jlint.rules.repetition.repeated_title import RepeatedTitle
from jlint.rules.repetition.sentence_said_before import SentenceSaidBefore
from jlint.rules.repetition.short_repeated_passage import ShortRepeatedPassage
from jlint.user_error import RuleError

RULES: tuple[type[Rule], ...] = (
    RepeatedPassage,
    ShortRepeatedPassage,
    RepeatedSentence,
    SentenceSaidBefore,
    NearCopy,
    RepeatedHeading,
    RepeatedTitle,
)

SENTENCES = [
    "川沿いの倉庫は、もともと綿を置くために建てられました。",
    "いまは二階が図書室になっていて、だれでも本を借りられます。",
    "床板は当時のままなので、歩くとかすかに鳴ります。",
    "冬のあいだは薪ストーブが焚かれ、窓ぎわの席から埋まっていきます。",
    "館長は元船乗りで、海図の棚だけは自分で並べ直すそうです。",
    "土曜の午後には、近くの小学生が紙芝居を聞きに集まります。",
]
BETWEEN = "夏になると、川で泳ぐ子どもたちの声が聞こえます。"


def reported(text: str, **options: Any) -> list[Finding]:
    """The findings of the seven rules, with the thresholds of passages lowered to three sentences."""
    document = Document(text)
    found: list[Finding] = []
    for rule in RULES:
        own = {"sentences": 3} | options if rule is RepeatedPassage else options
        found += rule(msgspec.convert(own, rule.Options)).check(document)
    long_ones = {finding.span for finding in found if finding.rule == RepeatedPassage.id}
    found = [each for each in found if each.rule != ShortRepeatedPassage.id or each.span not in long_ones]
    return sorted(found, key=lambda finding: finding.span)


def ids(text: str, **options: Any) -> list[str]:
    return [finding.rule for finding in reported(text, **options)]


def paragraphs(sentences: list[str]) -> str:
    return "\n\n".join(sentences) + "\n"


@pytest.mark.parametrize(
    "copy",
    [
        paragraphs(SENTENCES),
        "".join(SENTENCES) + "\n",
        "\n".join(SENTENCES) + "\n",
        "".join(f"- {sentence}\n" for sentence in SENTENCES),
        "".join(f"{number}. **{sentence}**\n" for number, sentence in enumerate(SENTENCES, 1)),
        " ".join(f"{number}. {sentence}" for number, sentence in enumerate(SENTENCES, 1)) + "\n",
        "…" + "".join(SENTENCES) + "\n",
        "".join(SENTENCES).replace("、", "，") + "\n",
    ],
    ids=["same", "joined", "soft breaks", "list", "bold list", "flattened list", "ellipsis", "commas"],
)
def test_copy_in_other_markup_is_one_finding(copy: str) -> None:
    findings = reported(f"{paragraphs(SENTENCES)}\n{BETWEEN}\n\n{copy}")
    assert [finding.rule for finding in findings] == ["repeated-passage"]
    assert len(findings[0].related) == 1


def test_new_sentences_inside_a_run_are_counted_in_the_message() -> None:
    copy = [*SENTENCES[:3], "入り口には新しい看板も立ちました。", *SENTENCES[3:]]
    (finding,) = reported(f"{paragraphs(SENTENCES)}\n{BETWEEN}\n\n{paragraphs(copy)}")
    assert finding.message.ja == (
        "15〜27行目は1〜11行目のくり返しです（くり返し6文、新しい文1文）。新しい文を残す側へ移し、もう一方を消してください"
    )
    assert finding.message.en == (
        "Lines 15–27 repeat lines 1–11 (6 sentences again, 1 new); "
        "move what is new to the one that stays and remove the other"
    )


def test_copy_on_the_same_line_is_reported_without_line_numbers_twice() -> None:
    once = "".join(SENTENCES)
    (finding,) = reported(once + BETWEEN + once + "\n")
    assert "同じ行の前の部分" in finding.message.ja
    assert "same line" in finding.message.en


def test_copy_that_is_cut_ends_where_the_text_ends() -> None:
    cut = "".join(SENTENCES[:4]) + SENTENCES[4][:12]
    text = f"{paragraphs(SENTENCES)}\n{BETWEEN}\n\n{cut}\n"
    (finding,) = reported(text)
    assert finding.span.of(text) == cut


def test_third_copy_points_at_the_first() -> None:
    copy = paragraphs(SENTENCES)
    text = f"{copy}\n{BETWEEN}\n\n{copy}\n秋には落ち葉を集めて芋を焼きます。\n\n{copy}"
    findings = reported(text)
    assert len(findings) == 2
    assert [finding.related[0].span.start for finding in findings] == [0, 0]


def test_third_copy_names_the_first_place_of_what_only_the_second_leads_into() -> None:
    opening = "館の鐘は、いまも正午に三度だけ鳴らされます。"
    second = paragraphs([opening, *SENTENCES[:3]])
    text = f"{paragraphs(SENTENCES)}\n{BETWEEN}\n\n{second}\n秋には落ち葉を集めて芋を焼きます。\n\n{second}"
    last = reported(text)[-1]
    assert [related.span.of(text) for related in last.related] == ["\n\n".join(SENTENCES[:3]), opening]


def test_near_copies_belong_to_the_run_beside_them() -> None:
    near = SENTENCES[3].replace("埋まって", "少しずつ埋まって")
    copy = paragraphs([*SENTENCES[1:3], near, SENTENCES[4]])
    (finding,) = reported(f"{paragraphs(SENTENCES)}\n{BETWEEN}\n\n{copy}")
    assert "くり返し3文、ほとんど同じ文1文" in finding.message.ja
    assert "3 sentences again, 1 nearly the same" in finding.message.en


def test_items_with_something_added_to_each_are_one_run() -> None:
    added = ["綿は南の港から来ました。", "夜は閉まります。", "冬は毛布を敷きます。"]
    items = "".join(f"- {old}{new}\n" for old, new in zip(SENTENCES, added, strict=False))
    text = f"{''.join(f'- {sentence}{chr(10)}' for sentence in SENTENCES)}\n{BETWEEN}\n\n{items}"
    assert ids(text) == ["repeated-passage"]


def test_passage_that_is_mostly_new_is_called_so() -> None:
    new = ["鐘は寺から譲られたものです。", "石段は三十段あります。", "門は東を向いています。"]
    text = f"{''.join(SENTENCES[:2])}\n\n{BETWEEN}\n\n{SENTENCES[0]}{''.join(new)}{SENTENCES[1]}\n\n---END---\n"
    (finding,) = reported(text)
    assert "のくり返しがあります（くり返し2文、新しい文3文）" in finding.message.ja
    assert "again in part" in finding.message.en


def test_two_sentences_of_unrelated_places_are_no_passage() -> None:
    others = [f"{name}の棚には、{name}について書かれた古い本が並んでいます。" for name in "山海空星花鳥風月"]
    before = f"{SENTENCES[0]}\n\n{''.join(others)}{BETWEEN}\n\n{SENTENCES[3]}鐘が鳴ります。\n\n"
    text = f"{before}{SENTENCES[0]}{SENTENCES[3]}\n"
    assert ids(text) == ["sentence-said-before", "sentence-said-before"]


def test_sentence_before_a_cut_is_reported_with_the_cut() -> None:
    text = f"{SENTENCES[0]}いまは二階が図書\n\n{SENTENCES[0]}{SENTENCES[1]}\n\n{BETWEEN}\n"
    assert ids(text) == []


def test_source_inside_the_run_is_not_named() -> None:
    copy = f"{''.join(SENTENCES)}{BETWEEN}\n\n{BETWEEN}\n"
    text = f"{paragraphs(SENTENCES)}\n秋には落ち葉を集めて芋を焼きます。\n\n{copy}"
    for finding in reported(text):
        assert all(related.span.end <= finding.span.start for related in finding.related)


def test_marker_between_two_pieces_separates_them() -> None:
    text = f"{paragraphs(SENTENCES)}\n{BETWEEN}\n\n{''.join(SENTENCES[:3])}\n\n---END---\n\n{''.join(SENTENCES[3:])}\n"
    assert ids(text) == ["repeated-passage", "repeated-passage"]


def test_break_that_the_source_has_too_separates_nothing() -> None:
    copy = f"{''.join(SENTENCES[:3])}\n\n---\n\n{''.join(SENTENCES[3:])}\n"
    assert ids(f"{copy}\n{BETWEEN}\n\n{copy}") == ["repeated-passage"]


@pytest.mark.parametrize(
    "text",
    [
        "- [倉庫はだれが建てたのですか？](#a)\n- [本はだれが借りられますか？](#b)\n\n"
        "## 倉庫はだれが建てたのですか？\n\n綿の商人です。\n\n## 本はだれが借りられますか？\n\nだれでもです。\n",
        "| 店 | 説明 |\n|---|---|\n| 甲 | 毎日朝九時から夕方六時まで開いています。 |\n"
        "| 乙 | 毎日朝九時から夕方六時まで開いています。 |\n",
        "```\n同じ行が二度続くことはよくあります。\n同じ行が二度続くことはよくあります。\n```\n",
        f"{SENTENCES[0]}\n\n{BETWEEN}\n\n> {SENTENCES[0]}\n",
        "## 甲\n\n- 対応: 紙と電子の両方に対応しています\n- 送料: 全国一律\n\n"
        "## 乙\n\n- 対応: 紙と電子の両方に対応しています\n- 送料: 全国一律\n",
        "考えてみてください。川は流れます。\n\n海は広い。考えてみてください。\n",
        f"あなたなら、この倉庫を何に使いますか？\n\n{BETWEEN}\n\n本は増えます。あなたなら、この倉庫を何に使いますか？\n",
        f"**本を借りる人に向けて言うなら：**\n\n鍵は要りません。\n\n{BETWEEN}\n\n**本を借りる人に向けて言うなら：**\n\n傘も借りられます。\n",
        "去年の来館者は三万人でした。\n\n今年の来館者は四万人でした。\n",
        f"{SENTENCES[0]}\n\n※ この記事には広告が含まれています。購入の一部が運営に使われます。\n\n{BETWEEN}\n\n"
        "※ この記事には広告が含まれています。購入の一部が運営に使われます。\n",
        "`a` を押すと、画面の左側に一覧が表示されます。\n\n川は流れます。\n\n"
        "`b` を押すと、画面の左側に一覧が表示されます。\n",
    ],
    ids=[
        "contents",
        "cells",
        "code",
        "quotation",
        "spec",
        "set phrase",
        "question",
        "label",
        "figures",
        "note",
        "inline code",
    ],
)
def test_allowed_repeats_are_not_reported(text: str) -> None:
    assert ids(text) == []


TAIL = (
    "## あわせて読みたい\n\n- [川の地図](/map/)\n- [綿の歴史](/cotton/)\n\n---\n\n"
    "## ご相談を承っています\n\n倉庫の使い方について、経験をもとにお手伝いします。お気軽にご相談ください。\n\n"
    "[お問い合わせはこちら](/contact/)\n{: .link}\n\n---\n\n"
)


def test_tail_in_the_middle_of_a_file_is_not_reported() -> None:
    assert ids(f"{SENTENCES[0]}\n\n---\n\n{TAIL}## 続き\n\n{BETWEEN}\n\n---\n\n{TAIL}") == []


def test_paragraph_above_dashes_is_a_sentence_all_the_same() -> None:
    text = f"{SENTENCES[3]}{SENTENCES[4]}\n---\n\n{BETWEEN}\n\n{SENTENCES[4]}\n"
    assert ids(text) == ["sentence-said-before"]


def test_sentences_of_a_run_are_reported_once() -> None:
    text = f"{paragraphs(SENTENCES[:2])}\n{paragraphs(SENTENCES[:2])}"
    assert ids(text) == ["short-repeated-passage"]


def test_allowed_sentences_make_no_passage() -> None:
    text = f"{paragraphs(SENTENCES)}\n{BETWEEN}\n\n{paragraphs(SENTENCES)}"
    assert ids(text, allow=["です", "/ます。$/", "建てられました"]) == []


@pytest.mark.parametrize("pattern", ["/(/", "/(a|aa)+$/"])
def test_bad_pattern_in_allow_is_reported_in_both_languages(pattern: str) -> None:
    sentence = "a" * 40 + "!と叫ぶ声が二度、遠くの岸から聞こえてきました。"
    document = Document(f"{sentence}\n\n{BETWEEN}\n\n{sentence}\n")

    def check() -> None:
        list(SentenceSaidBefore(SentenceSaidBefore.Options(allow=(pattern,))).check(document))

    with pytest.raises(RuleError) as error:
        check()
    assert "allow" in error.value.message.ja
    assert "allow" in error.value.message.en


_SAID = "霧のため朝の便は欠航しました。"


@pytest.mark.parametrize(
    "between",
    [
        "</dd><dt>昼</dt><dd>",
        "</dd><dt><code>noon()</code></dt><dd>",
        "\n</dd>\n<dt>昼</dt>\n<dd>\n",
    ],
)
def test_what_is_said_of_several_terms_is_no_repetition(between: str) -> None:
    text = f"<dl><dt>朝</dt><dd>{_SAID}{between}{_SAID}</dd></dl>\n"
    assert not list(RepeatedSentence().check(Document(text)))


@pytest.mark.parametrize(
    "between",
    [
        "![港の図](port.png)",
        "```\nnext()\n```",
        "> もう一度言ってください。",
        "| 便 | 時 |\n|---|---|\n| 朝 | 七時 |",
        '<p><img src="port.png"></p>',
        "`noon()`",
    ],
)
def test_what_is_said_of_something_between_is_no_repetition(between: str) -> None:
    assert not list(RepeatedSentence().check(Document(f"{_SAID}\n\n{between}\n\n{_SAID}\n")))


@pytest.mark.parametrize("between", ["", "<!-- 昼の便 -->", "---", "---END---", "<p>&nbsp;</p>", "***"])
def test_what_readers_do_not_see_between_makes_no_difference(between: str) -> None:
    assert list(RepeatedSentence().check(Document(f"{_SAID}\n\n{between}\n\n{_SAID}\n")))


def test_a_sentence_that_starts_over_behind_a_cut_is_one() -> None:
    assert list(RepeatedSentence().check(Document(f"{_SAID}この\n\n{_SAID}この便は毎日出ます。\n")))


def test_a_heading_that_a_list_of_contents_has_is_no_repetition() -> None:
    text = (
        "1. 霧で港が見えないときは船が出ません。\n2. 波が高いときは便を減らします。\n\n"
        "### 霧で港が見えないときは船が出ません。\n\n"
        "待合室でお待ちください。\n\n### 波が高いときは便を減らします。\n\n駅で切符を払い戻します。\n"
    )
    assert not [finding for rule in RULES for finding in rule().check(Document(text))]


def test_a_paragraph_above_dashes_is_repeated_all_the_same() -> None:
    said = "霧が晴れるまでは、どの便も港を出ませんので、待合室で知らせをお待ちください。"
    text = f"{said}\n---\n\n駅で切符を払い戻します。\n\n売店は朝だけ開きます。\n\n{said}\n"
    assert list(SentenceSaidBefore().check(Document(text)))


def test_a_month_whose_lists_have_what_its_weeks_had_fills_the_same_form() -> None:
    lists = [
        "- 川沿いの道を歩いて、橋の写真を三枚撮りました。\n- 古い海図の本を借りて、半分まで読みました。\n",
        "- 庭の薪を積み直して、雪囲いの縄を買いました。\n",
        "- 図書室の窓ぎわで、詩集を一冊読み終えました。\n",
    ]
    week = "".join(
        f"# {name}\n\n{items}\n" for name, items in zip(("歩いた道", "した仕事", "読んだ本"), lists, strict=True)
    )
    text = f"{week}# ひと月の記録\n\n雨の多い月で、出かけた日は少なめでした。\n\n{week}"
    assert not list(RepeatedHeading().check(Document(text)))


def test_a_short_sentence_repeated_at_once_is_reported() -> None:
    assert ids("今日は霧が出ました。今日は霧が出ました。船は出ません。\n") == ["repeated-sentence"]
    assert ids("今日は霧が出ました。船は出ません。今日は霧が出ました。\n") == []


def test_title_again_is_reported_where_the_text_starts_over() -> None:
    title = "川沿いの倉庫が図書室になるまで"
    text = f"---\ntitle: {title}\n---\n\n{title}\n\n{SENTENCES[0]}\n\n{title} {SENTENCES[1]}\n"
    findings = [finding for finding in reported(text) if finding.rule == "repeated-title"]
    assert [finding.span.of(text) for finding in findings] == [title, title]


def test_excerpt_that_is_a_headline_counts_as_title() -> None:
    front = "---\ntitle: 2026年の読書案内\nexcerpt: 川沿いの倉庫は、なぜ図書室になったのか？\n---\n\n"
    assert ids(front + "川沿いの倉庫は、なぜ図書室になったのか？\n\n本文です。\n") == ["repeated-title"]


def test_first_sentence_as_excerpt_is_allowed() -> None:
    front = f"---\ntitle: 2026年の読書案内\nexcerpt: {SENTENCES[0]}\n---\n\n"
    assert ids(f"{front}{SENTENCES[0]}\n\n本文です。\n") == []


@given(st.text(alphabet="あい。！\n-#*1[](…「」ア", max_size=200))
def test_nothing_raises_and_spans_lie_in_the_text(text: str) -> None:
    for finding in reported(text):
        assert 0 <= finding.span.start < finding.span.end <= len(text)
        assert all(related.span.start < finding.span.start for related in finding.related)


@pytest.mark.parametrize(
    "text",
    [
        "あ" * 300_000,
        "あいうえおかきくけこ。" * 20_000,
        "[" * 10_000 + "\n\n" + "(" * 10_000,
        "=" * 10_000 + "x\nあ",
        "## 同じ見出しです\n\n" * 5_000,
        "".join(f"**{number}番の見出しです**\n\n" for number in range(3_000)) * 2,
        "…" * 10_000 + "」" * 10_000,
        "https://example.com/" + "*" * 10_000 + " x",
    ],
    ids=["one word", "one sentence", "brackets", "marker", "headings", "bold lines", "ellipses", "link"],
)
def test_hostile_texts_take_bounded_time(text: str) -> None:
    document = Document(text)
    assert document.sentences is not None
    started = time.process_time()
    for rule in RULES:
        list(rule().check(document))
    assert time.process_time() - started < 2
