"""What is said again on purpose, what only looks so, and what holds of every repetition that is reported."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.artifact.empty_section import EmptySection
from jlint.rules.artifact.heading_at_end import HeadingAtEnd
from jlint.rules.contract.base import Rule
from jlint.rules.helpers.repetition.repeats import repeats
from jlint.rules.repetition.near_copy import NearCopy
from jlint.rules.repetition.repeated_heading import RepeatedHeading
from jlint.rules.repetition.repeated_passage import RepeatedPassage
from jlint.rules.repetition.repeated_sentence import RepeatedSentence
from jlint.rules.repetition.repeated_title import RepeatedTitle
from jlint.rules.repetition.sentence_said_before import SentenceSaidBefore
from jlint.rules.repetition.short_repeated_passage import ShortRepeatedPassage

RULES: tuple[type[Rule], ...] = (
    RepeatedPassage,
    ShortRepeatedPassage,
    RepeatedSentence,
    SentenceSaidBefore,
    NearCopy,
    RepeatedHeading,
    RepeatedTitle,
)
SAID = "窯の前では、火の番をする人だけが夜どおし起きています。"
AGAIN = "翌朝になって灰を掻き出すと、器はまだほのかに温かいままです。"
BETWEEN = "土は裏山から運び、ひと冬のあいだ寝かせておきます。\n\n水は沢から引いています。\n\n"


def reported(text: str, rules: tuple[type[Rule], ...] = RULES, dialect: str = "commonmark") -> list[Finding]:
    document = Document(text, dialect=dialect)
    return [finding for rule in rules for finding in rule(msgspec.convert({}, rule.Options)).check(document)]


def ids(text: str, **how: Any) -> list[str]:
    return [finding.rule for finding in reported(text, **how)]


@pytest.mark.parametrize(
    "text",
    [
        f"火入れの順は以下のとおり、窯元によって少しずつ違います。\n\n{BETWEEN}火入れの順は以下のとおり、窯元によって少しずつ違います。\n",
        f"詳しくは組合が出している手引きを参照してください。\n\n{BETWEEN}詳しくは組合が出している手引きを参照してください。\n",
        f"薪は乾いたものを使う。ただし、雨の続いた年はこの限りではないものとする。\n\n{BETWEEN}"
        "灰は春にまく。ただし、雨の続いた年はこの限りではないものとする。\n",
        f"前項の届け出を怠った者は、組合の寄り合いで事情を述べる。\n\n{BETWEEN}前項の届け出を怠った者は、組合の寄り合いで事情を述べる。\n",
        f"火の番が朝いちばんにつける帳面はこのような形です。\n\n```\n晴 一二〇〇度\n```\n\n{BETWEEN}"
        "火の番が朝いちばんにつける帳面はこのような形です。\n\n```\n雨 一一八〇度\n```\n",
        f"窯ごとの焼き上がりを並べてみると違いがよく分かります。\n\n![一の窯](a.png)\n\n{BETWEEN}"
        "窯ごとの焼き上がりを並べてみると違いがよく分かります。\n\n![二の窯](b.png)\n",
        f"番号のほかに `--wet` を渡すと遅く焼けます。\n\n{BETWEEN}番号のほかに `--wet` を渡すと遅く焼けます。\n",
        f"由来は[村の記録に詳しく書かれています](a.md)ので、一度読みました。\n\n{BETWEEN}"
        "由来は[村の記録に詳しく書かれています](b.md)ので、一度読みました。\n",
        f"## 2.1. 火の番\n\n{SAID}\n\n{BETWEEN}## 3.1. 火の番\n\n薪を積む。{SAID}\n",
        f"### dryWood\n\n薪です。{SAID}{AGAIN}\n\n### wetWood\n\n湿った薪です。{SAID}{AGAIN}\n",
        f"## 一の窯\n\n{SAID}\n\n古い窯です。\n\n## 二の窯\n\n{SAID}\n\n大きな窯です。\n\n",
        f"## 一の窯\n\n古い窯です。\n\n{SAID}\n\n"
        f"## 二の窯\n\n大きな窯です。\n\n広い窯です。\n\n{SAID}\n\n## 三の窯\n\n新しい。\n",
        f"## 一の窯\n\n古い窯です。\n\n{SAID}\n\n石窯です。\n\n## 二の窯\n\n{SAID}\n\n大きな窯です。\n\n"
        f"## 三の窯\n\n新しい窯です。\n\n赤い窯です。\n\n土の窯です。\n\n{SAID}\n\n白い窯です。\n",
        f"## 一の窯\n\n| 年 | 度 |\n|---|---|\n| 一 | 九 |\n\n古い窯で、{SAID}{AGAIN}\n\n"
        f"## 二の窯\n\n| 年 | 度 |\n|---|---|\n| 二 | 八 |\n\n"
        f"新しい窯です。{AGAIN}\n",
        f"- 窯は石で組む。{SAID}\n\n{BETWEEN}- 窯は土で塗る。{SAID}\n",
    ],
    ids=[
        "points at what follows",
        "points elsewhere",
        "restricts what stands before",
        "speaks of the paragraph before",
        "leads into code",
        "leads into a picture",
        "inline code",
        "other page",
        "numbered sections",
        "entries of a reference",
        "head of sibling sections",
        "end of sibling sections",
        "in three sections",
        "beside tables",
        "items",
    ],
)
def test_what_is_said_again_on_purpose_is_not_reported(text: str) -> None:
    assert ids(text) == []


LEFT = "\n\n---END---\n"
"""What shows that a document was put together."""


@pytest.mark.parametrize(
    "text",
    [
        f"{SAID}{AGAIN}\n\n{BETWEEN}{SAID}{AGAIN}\n",
        f"## 一の窯\n\n{SAID}{AGAIN}\n\n{BETWEEN}## 二の窯\n\n{SAID}{AGAIN}\n",
    ],
)
def test_a_few_sentences_may_be_said_again_in_a_document_with_no_other_sign(text: str) -> None:
    assert ids(text) == []
    assert ids(text + LEFT) == ["short-repeated-passage"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (f"古い窯です。{SAID}\n\n{BETWEEN}{SAID}器は千個入ります。\n", "sentence-said-before"),
        (f"## 一の窯\n\n古い窯です。{SAID}\n\n{BETWEEN}## 二の窯\n\n{SAID}器は千個。\n", "sentence-said-before"),
        (f"{SAID}{AGAIN}\n\n{BETWEEN}{SAID}{AGAIN}{LEFT}", "short-repeated-passage"),
        (f"## 一の窯\n\n{SAID}{AGAIN}\n\n{BETWEEN}## 二の窯\n\n{SAID}{AGAIN}{LEFT}", "short-repeated-passage"),
        (f"- {SAID}\n- {AGAIN}\n\n{BETWEEN}- {SAID}\n- {AGAIN}{LEFT}", "short-repeated-passage"),
        (f"## 概要\n\n{SAID}古い窯です。\n\n{BETWEEN}## 概要\n\n新しい窯です。\n", "repeated-heading"),
        (f"{SAID}{SAID}\n\n古い窯です。\n", "repeated-sentence"),
    ],
)
def test_what_is_said_again_in_running_prose_is_reported(text: str, rule: str) -> None:
    assert ids(text) == [rule]


def test_pictures_and_template_tags_are_no_sentences() -> None:
    assert ids(f"![](a.png)\n\n![](a.png)\n\n{SAID}{AGAIN}\n") == []
    assert ids(f"{{{{ book.console }}}}\n\n{SAID}\n\n{{{{ book.console }}}}\n\n{AGAIN}\n") == []


def test_short_lines_at_once_do_not_make_what_follows_its_own_copy() -> None:
    assert ids(f"朝が来ました。\n\n朝が来ました。\n\n{SAID}{AGAIN}{BETWEEN}") == []


def test_inline_code_that_differs_in_a_sign_is_different() -> None:
    assert ids("- 古い `kiln.fire` という書き方をやめました。\n- 古い `kiln.fire=` という書き方をやめました。\n") == []


@pytest.mark.parametrize("tag", ["<!-- 覚え -->", "", "---"])
def test_refrain_is_no_passage(tag: str) -> None:
    refrain = (
        "火よ燃えろ！\n\n赤く燃えろ！\n\n朝がくるまで。\n\n薪をくべろ！\n\n灰を掻け！\n\n器よ眠れ。\n\n土に還れ！\n\n"
    )
    assert ids(f"{refrain}{SAID}\n\n{tag}\n\n{refrain}{AGAIN}\n\n{refrain}") == []


SENTENCES = [
    f"窯を開けて{number}日目の朝には、棚に並ぶ器の数をみんなで数え直します。" for number in "一二三四五六七八九十"
]
PASSAGE = "\n\n".join([*SENTENCES, SAID, AGAIN]) + "\n\n"


def test_each_time_that_the_text_starts_over_is_a_finding() -> None:
    found = reported(PASSAGE * 4, (RepeatedPassage,))
    assert [finding.related[0].span.start for finding in found] == [0, 0, 0]
    assert {finding.span.end - finding.span.start for finding in found} == {len(PASSAGE.rstrip())}


def test_title_in_the_middle_ends_a_run() -> None:
    title = "夜の窯を見てきました"
    text = f"---\ntitle: {title}\n---\n\n{PASSAGE}{PASSAGE}{title}\n\n{PASSAGE}"
    found = reported(text, (RepeatedPassage,))
    assert len(found) == 2
    assert not any(title in finding.span.of(text) for finding in found)


def test_entries_of_a_reference_may_share_a_long_passage() -> None:
    parameters = "".join(f"- {name}: {said}\n" for name, said in zip("abcdefghij", SENTENCES, strict=True))
    assert ids(f"## 焼く\n\n{parameters}\n## 冷ます\n\n{parameters}") == []


PIECES = st.sampled_from(
    [
        "![](a.png)",
        "朝が来た。",
        "朝が来た。夜です。",
        "火よ燃えろ！",
        "## 火の番",
        "- 火の番",
        "---",
        SAID,
        AGAIN,
        SAID + AGAIN,
        SAID[:14],
        "1. " + AGAIN,
        "夜の窯を見てきました",
        "`kiln` " + SAID,
        "{% note %}",
        *SENTENCES[:3],
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map(lambda pieces: "\n\n".join(pieces) + "\n")


@given(TEXTS)
def test_no_finding_is_its_own_related_place(text: str) -> None:
    for finding in reported("---\ntitle: 夜の窯を見てきました\n---\n\n" + text):
        assert not any(related.span.overlaps(finding.span) for related in finding.related)


@given(TEXTS)
def test_every_copy_has_the_words_of_its_source(text: str) -> None:
    known = repeats(Document(text))
    keys = [each.key for each in known.sentences]
    for repeat in known.found:
        for copy, source in repeat.pairs:
            assert source < copy
            assert not known.is_exact(copy) or keys[copy].lstrip("0123456789") in "".join(keys[: source + 1])
        if not repeat.is_run:
            assert len({keys[number] for pair in repeat.pairs for number in pair}) == 1


@given(TEXTS)
def test_nothing_between_two_whole_passages_of_a_run_jumps_back(text: str) -> None:
    known = repeats(Document(text))
    for repeat in known.found:
        places = [known.first_place(*pair) for pair in repeat.pairs]
        jumps = [number for number in range(10, len(places) - 9) if places[number] < places[number - 1]]
        ends = {len(places) - sum(len(each.copies) for each in repeat.stretches[number:]) for number in range(99)}
        assert not repeat.is_run or not ends.intersection(jumps)


SECTIONS = (EmptySection, HeadingAtEnd)


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        ("## 動画\n\n@[youtube](abc)\n\n## 火の番\n\n夜です。\n", "zenn"),
        ("## 箱\n\n:::message 火の用心\n:::\n\n## 火の番\n\n夜です。\n", "zenn"),
        ("## 部品\n\n<Kiln heat={12} />\n\n## 火の番\n\n夜です。\n", "mdx"),
        ('## 取り込み\n\n{{< include "a.md" >}}\n\n## 火の番\n\n夜です。\n', "hugo"),
        ("## 取り込み\n\n{{#include a.md}}\n\n## 火の番\n\n夜です。\n", "mdbook"),
        ("## 図\n\n![窯](a.png)\n\n## 火の番\n\n夜です。\n", "commonmark"),
        ("夜です。\n\n## 部品\n\n<Kiln heat={12} />\n", "mdx"),
        ('夜です。\n\n## 取り込み\n\n{{< include "a.md" >}}\n', "hugo"),
        ("夜です。\n\n## 以上\n", "commonmark"),
        ("夜です。\n\n## ここまで読んでいただき、ありがとうございました！\n", "commonmark"),
    ],
)
def test_whatever_stands_under_a_heading_is_its_content(text: str, dialect: str) -> None:
    assert ids(text, rules=SECTIONS, dialect=dialect) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("## 火の番\n{: .night}\n\n## 薪\n\n乾いた薪です。\n", "empty-section"),
        ("## 火の番\n\n## 薪\n\n乾いた薪です。\n", "empty-section"),
        ("夜です。\n\n## 火の番\n\n<!-- あとで書く -->\n", "heading-at-end"),
        ("夜です。\n\n## 火の番\n{: .night}\n", "heading-at-end"),
    ],
)
def test_attributes_and_comments_are_no_content(text: str, rule: str) -> None:
    assert ids(text, rules=SECTIONS, dialect="kramdown") == [rule]


FRONT = "---\ntitle: {}\n---\n\n"


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        (FRONT.format("夜の窯を見てきた話") + "# 夜の窯を見てきた話\n\n夜です。\n", "docusaurus"),
        (FRONT.format("夜の窯を見てきた話") + "夜の窯\n\n夜です。\n", "hugo"),
        (FRONT.format("「夜の窯は眠らない」について") + "「夜の窯は眠らない」\n\n村の人の言葉です。\n", "hugo"),
        ("# Kiln Handbook\n\n夜です。\n\nKiln Handbook は村の人が書いた本です。\n", "commonmark"),
        ("# 窯のしくみと使い方\n\n夜です。\n\n窯のしくみと使い方 Kiln の本です。\n", "commonmark"),
    ],
)
def test_a_line_that_only_shares_words_with_the_title_is_left_alone(text: str, dialect: str) -> None:
    assert ids(text, rules=(RepeatedTitle,), dialect=dialect) == []


@pytest.mark.parametrize(
    "title",
    [
        "夜の窯はなぜ眠らないのか？",
        "2024年夜の窯はなぜ眠らないのか？",
        "2024年版 夜の窯はなぜ眠らないのか？による暮らしの変化と対策",
        "夜の窯はなぜ眠らないのか？の最新動向と暮らしへの影響",
        "夜の窯はなぜ眠らないのか？ - 窯元だより",
        "夜の窯はなぜ眠らない…",
    ],
)
def test_title_without_its_decoration_is_the_title(title: str) -> None:
    text = FRONT.format(title) + "夜の窯はなぜ眠らないのか？\n\n夜です。\n"
    assert ids(text, rules=(RepeatedTitle,)) == ["repeated-title"]


def test_items_in_the_order_of_their_sources_are_a_copy() -> None:
    items = [
        "- **灯台:** 港の入り口に立つ灯台は、昭和のはじめに石を積んで建てられました。",
        "- **堤防:** 釣り人が並ぶ長い堤防は、台風のたびに少しずつ直されてきました。",
        "- **市場:** 朝の市場では、その日に揚がった魚だけが競りにかけられます。",
    ]
    between = "町の人は、夏になると浜で火をたきます。\n\n## 見どころ\n\n冬の海は荒れます。\n\n"
    again = [item.replace("**灯台:**", "**古い灯台:**").replace("**市場:**", "**朝の市場:**") for item in items]
    text = "\n".join(items) + "\n\n" + between + "\n\n風が強い日です。\n\n".join(again) + LEFT
    assert ids(text) != []
    one = items[0] + "\n\n" + between + again[0] + "\n"
    assert ids(one) == []


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_line_that_parts_is_nothing_between_two_sentences(newline: str) -> None:
    assert ids(f"{SAID}\n\n***END***\n\n{SAID}\n\n{AGAIN}\n".replace("\n", newline)) == ["repeated-sentence"]
    assert ids(f"{SAID}\n\n![棚](a.png)\n\n{SAID}\n\n{AGAIN}\n".replace("\n", newline)) == []
