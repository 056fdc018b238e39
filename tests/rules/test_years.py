"""The year of dates that give none."""

from __future__ import annotations

import pytest

from jlint.document import Document
from jlint.rules.notation.weekday_mismatch import WeekdayMismatch


def found(body: str, head: str = "date: 2024-11-10 09:00:00 +0900") -> list[str]:
    text = f"---\n{head}\n---\n\n{body}\n"
    return [text[finding.span.start : finding.span.end] for finding in WeekdayMismatch().check(Document(text))]


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ("次は11月18日（金）に集まる。", "date: 2024-11-10"),
        ("次は11/18（金）に集まる。", 'pubDate: "2024-11-10"'),
        ("次は1月8日（金）に集まる。", "date: 2024-12-20"),
        ("先月は12月24日（金）に集まった。", "published_at: 2025-01-10 20:00"),
        ("2024年の秋、11月18日（金）に集まる。", "date: 2024-11-10"),
        ("参加費は2000円で、11月18日（金）に集まる。", "date: 2024-11-10"),
        ("11月18日（月）と11月19日（金）に集まる。", "date: 2024-11-10"),
    ],
)
def test_the_front_matter_tells(body: str, head: str) -> None:
    assert len(found(body, head)) == 1


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ("次は11月18日（月）に集まる。", "date: 2024-11-10"),
        ("次は11月18日（金）に集まる。", "title: 秋の会"),
        ("次は5月18日（金）に集まる。", "date: 2024-11-10"),
        ("去年は11月18日（土）に集まった。", "date: 2024-11-10"),
        ("# 2023年の記録\n\n11月18日（土）に集まった。", "date: 2024-11-10"),
        ("2022年の会の話です。\n\n11月18日（金）に集まった。", "date: 2024-11-10"),
        ("11月18日（金）と11月19日（土）に集まった。", "date: 2024-11-10"),
        ("次は2月29日（金）に集まる。", "date: 2025-02-10"),
        ("次は11月18日（金）に集まる。", "date: いつか"),
    ],
)
def test_nothing_is_said_where_it_may_be_another_year(body: str, head: str) -> None:
    assert not found(body, head)


def test_the_option_and_a_written_year_come_first() -> None:
    text = "---\ndate: 2024-11-10\n---\n\n11月18日（金）と2022年11月18日（金）。\n"
    assert len(list(WeekdayMismatch().check(Document(text)))) == 0
    assert len(list(WeekdayMismatch(WeekdayMismatch.Options(year=2022)).check(Document(text)))) == 0
    assert len(list(WeekdayMismatch(WeekdayMismatch.Options(year=2023)).check(Document(text)))) == 1
