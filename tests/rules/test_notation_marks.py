"""Spacing, marks and brackets: what the examples of the rules don't show."""

from __future__ import annotations

import time

import pytest

from jlint.document import Document
from jlint.rules.contract.base import Rule
from jlint.rules.helpers.notation.numerals import from_kanji, to_kanji
from jlint.rules.notation.half_width_space_after_mark import HalfWidthSpaceAfterMark
from jlint.rules.notation.mixed_half_width_spacing import MixedHalfWidthSpacing
from jlint.rules.notation.mixed_mark_width import MixedMarkWidth
from jlint.rules.notation.numeral_style import NumeralStyle
from jlint.rules.notation.period_before_closing_bracket import PeriodBeforeClosingBracket
from jlint.rules.notation.space_around_bracket import SpaceAroundBracket
from jlint.rules.notation.space_around_markup import SpaceAroundMarkup
from jlint.rules.notation.space_between_full_width import SpaceBetweenFullWidth
from jlint.rules.notation.unclosed_bracket import UnclosedBracket
from jlint.rules.notation.weekday_mismatch import WeekdayMismatch


def marked(rule: Rule, text: str) -> list[str]:
    return [span.of(text) for span in sorted(finding.span for finding in rule.check(Document(text)))]


def spacing(text: str, **options: object) -> list[str]:
    return marked(MixedHalfWidthSpacing(MixedHalfWidthSpacing.Options(**options)), text)  # type: ignore[arg-type]


def test_letters_and_digits_are_checked_separately() -> None:
    assert spacing("新しい API を2025年に選び、古い API を捨てた。\n") == []
    assert spacing("新しい API を 2025年に選び、2026年に捨てた。\n") == [" "]


def test_a_line_break_is_no_space() -> None:
    assert spacing("新しい\nAPI を選び\nAPI を捨てた。古い API です。\n") == []


def test_links_may_be_left_out() -> None:
    text = "新しい API と [古い`x`のAPI表](https://example.com/a) を見る。\n"
    assert spacing(text, letters="space") == ["のA", "I表"]
    assert spacing(text, letters="space", in_links=False) == []


def test_punctuation_is_looked_at_where_asked_for() -> None:
    assert spacing("API、DB。\n", letters="any", numbers="any", punctuation="space") == ["I、", "、D", "B。"]


def test_markup_of_several_kinds() -> None:
    options = SpaceAroundMarkup.Options(code="both", strong="both", link="none")
    text = "値は`a`と **b** と [c](d.md) です。**強調**も`*e*`も。\n"
    assert marked(SpaceAroundMarkup(options), text) == ["`", "`", " ", " ", "`", "`"]


def test_spaces_at_the_edges_of_a_block_are_not_beside_a_bracket() -> None:
    assert marked(SpaceAroundBracket(), "- 「港」\n- （町） \n\n# 「島」\n") == []


def test_marks_in_english_and_in_code_are_left_alone() -> None:
    rule = MixedMarkWidth(MixedMarkWidth.Options(full=("！", "？", "：", "（）")))
    assert marked(rule, "See: this (and that)! `港!`\n\n時刻は10:30です。\n") == []
    assert marked(rule, "港へ行く!? 町は(遠いport)?\n") == ["!", "?", "(", ")"]


def test_pairs_of_any_kind_can_be_asked_for() -> None:
    options = UnclosedBracket.Options(brackets=("()", "[]"), unopened=True, blocks=0)
    assert marked(UnclosedBracket(options), "港(旧港は遠い。町]は近い。\n") == ["(", "]"]


def test_a_closing_bracket_far_away_counts_unless_blocks_is_zero() -> None:
    text = "「港は広い。\n\n町は近い」と言った。\n"
    assert marked(UnclosedBracket(), text) == []
    assert marked(UnclosedBracket(UnclosedBracket.Options(blocks=0, unopened=True)), text) == ["「", "」"]


@pytest.mark.parametrize(("kanji", "digits"), [("十", "10"), ("百八", "108"), ("三千五", "3005"), ("二〇", "20")])
def test_numerals(kanji: str, digits: str) -> None:
    assert from_kanji(kanji) == digits
    assert kanji == "二〇" or to_kanji(digits) == kanji


@pytest.mark.parametrize("mark", ["]", "^", "[ぁ-ん]{2,}", "\\"])
def test_marks_are_no_expressions(mark: str) -> None:
    half_width = HalfWidthSpaceAfterMark(HalfWidthSpaceAfterMark.Options(marks=(mark, "！")))
    assert marked(half_width, f"早い{mark} 朝だ。早い！ 朝だ。\n") == [" ", " "]
    period = PeriodBeforeClosingBracket(PeriodBeforeClosingBracket.Options(brackets=(mark, "」")))
    assert marked(period, "彼は「早い。」と言う。\n") == ["。"]


def test_long_runs_take_no_time() -> None:
    text = (
        "一" * 50_000
        + "\n\n"
        + "「あ" * 20_000
        + "\n\n"
        + "a"
        + " " * 50_000
        + "あ\n\nあ"
        + " \u3000" * 30_000
        + "{{ a }}b\n"
    )
    started = time.process_time()
    rules = (
        NumeralStyle,
        SpaceAroundBracket,
        MixedHalfWidthSpacing,
        UnclosedBracket,
        MixedMarkWidth,
        SpaceBetweenFullWidth,
    )
    for rule in rules:
        marked(rule(), text)
    assert time.process_time() - started < 5


def test_so_many_brackets_that_they_are_no_slips_are_one_finding() -> None:
    def messages(text: str, **options: object) -> list[str]:
        rule = UnclosedBracket(UnclosedBracket.Options(**options))  # type: ignore[arg-type]
        return [finding.message.ja for finding in rule.check(Document(text))]

    assert len(messages("「あ\n\n" * 200, blocks=0)) == 200
    (message,) = messages("「" * 100_000 + "（" * 100_000 + "\n")
    assert message.startswith("閉じられていない括弧が200,000個あります")
    (message,) = messages("」" * 100_000 + "\n", unopened=True)
    assert message.startswith("開き括弧のない閉じ括弧が100,000個あります")


@pytest.mark.parametrize(("written", "day"), [("（金）", "水曜日"), ("（金曜）", "水曜日"), (" (Fri)", " Wed ")])
def test_the_right_day_of_the_week_is_named(written: str, day: str) -> None:
    (finding,) = WeekdayMismatch().check(Document(f"会合は2024年5月1日{written}です。\n"))
    assert f"この日は{day}です。" in finding.message.ja
