"""Titles, excerpts and dates: what is reported, and what looks like it and isn't."""

from __future__ import annotations

import datetime
from typing import Any

import msgspec
import pytest

from jlint.document import Document
from jlint.rules.contract.base import Rule
from jlint.rules.front_matter import future_date
from jlint.rules.front_matter.date_shifts_in_time_zone import DateShiftsInTimeZone
from jlint.rules.front_matter.date_unlike_file_name import DateUnlikeFileName
from jlint.rules.front_matter.excerpt_cut_off import ExcerptCutOff
from jlint.rules.front_matter.file_name_mismatch import FileNameMismatch
from jlint.rules.front_matter.future_date import FutureDate
from jlint.rules.front_matter.glued_title_template import GluedTitleTemplate
from jlint.rules.front_matter.invalid_date import InvalidDate
from jlint.rules.front_matter.length_note import LengthNote
from jlint.rules.front_matter.markdown_in_front_matter import MarkdownInFrontMatter
from jlint.rules.front_matter.reading_time_mismatch import ReadingTimeMismatch
from jlint.rules.front_matter.title_cut_off import TitleCutOff
from jlint.rules.helpers.front_matter.date import read_date
from jlint.user_error import RuleError


def marked(rule: type[Rule], text: str, path: str = "draft.md", **options: Any) -> list[str]:
    """What the rule marks in the text."""
    options = {name.replace("_", "-"): value for name, value in options.items()}
    found = rule(msgspec.convert(options, rule.Options)).check(Document(text, path))
    return [finding.span.of(text) for finding in found]


def with_title(title: str, body: str = "本文です。", **fields: str) -> str:
    more = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"---\ntitle: {title}\n{more}---\n\n{body}\n"


@pytest.mark.parametrize(
    ("title", "tail"),
    [
        ("町の本屋は生き残れるのか？が変える暮らしの未来", "が変える暮らしの未来"),
        ("町の本屋は生き残れるのか？による地域の活性化", "による地域の活性化"),
        ("町の最後の本屋が三月になくなりました。の最新動向と暮らしへの影響", "の最新動向と暮らしへの影響"),
        ("町の本屋を守るため店主が立ち上がった！がもたらす町の転換", "がもたらす町の転換"),
        ("町の本屋が変える暮らしとはの進化と普及への道筋", "の進化と普及への道筋"),
    ],
)
def test_glued_tails(title: str, tail: str) -> None:
    assert marked(GluedTitleTemplate, with_title(title)) == [tail]


@pytest.mark.parametrize(
    "title",
    [
        "町の本屋は生き残れるのか？",
        "町の本屋は生き残れるのか？と考えた一年間の記録",
        "町の本屋は生き残れるのか？を店主に聞いてみました",
        "町の本屋は生き残れるのか？について考えてみました",
        "本屋って何？の答えを探す",
        "町の本屋って結局どうなるの？がわかる十の図",
        "町の本屋は生き残れるのか？という声が増えている",
        "「本屋は要らないのか？」の特集と店主への取材記事",
        "歌おう！夜の本屋！の公演と舞台裏の様子を伝える",
        "町の本屋とは何か。店主が語る三十年",
        "人とはのんびり付き合う町の本屋の店主の話",
        "本を読むのが遅い人のための町の本屋案内",
        "本屋で働く？本を読むのに向いた席の探し方",
    ],
)
def test_titles_that_hold_together(title: str) -> None:
    assert marked(GluedTitleTemplate, with_title(title)) == []


def test_titles_cut_in_a_word() -> None:
    body = "町の本屋を変えるコンピューターの使い方を、店主に聞きました。"
    assert marked(TitleCutOff, with_title("町の本屋を変えるコンピ", body)) == ["コンピ"]
    assert marked(TitleCutOff, with_title("2026年町の本屋を変えるコンピ（前編）の見通し", body)) == ["コンピ"]
    assert marked(TitleCutOff, with_title("町の本屋を変えるコンピ", excerpt=body)) == ["コンピ"]
    assert marked(TitleCutOff, with_title("町の本屋を変えるコンピューターの使い方", body)) == []
    assert marked(TitleCutOff, with_title("町の本屋を変える道具の使い方", body)) == []
    assert marked(TitleCutOff, with_title("町の本屋を変えるコンピ")) == []


BODY = "町の本屋が減っている。店主の高井は「本を手に取る場所を残したい」と語り、夜も店を開け始めた。"


@pytest.mark.parametrize(
    ("excerpt", "cut"),
    [
        (
            "町の本屋が減っている。店主の高井は「本を手に取る場所を残したい」と語り",
            "店主の高井は「本を手に取る場所を残したい」と語り",
        ),
        ("町の本屋が減っている。店主の高井は「本を手に取る場所を残…", "店主の高井は「本を手に取る場所を残…"),
        ("店主の高井は「本を手に取る場所を残したい", "店主の高井は「本を手に取る場所を残したい"),
        ("取材しました。町の店主は「また来てくれる？", "町の店主は「また来てくれる？"),
        ("取材しました。店主の考えでは、", "店主の考えでは、"),
        ("店主の高井は「本を手に取る場所を残したい」と語...", "店主の高井は「本を手に取る場所を残したい」と語..."),
    ],
)
def test_excerpts_that_are_cut(excerpt: str, cut: str) -> None:
    assert marked(ExcerptCutOff, with_title("題名", BODY, excerpt=excerpt)) == [cut]


@pytest.mark.parametrize(
    "excerpt",
    [
        "町の本屋が減っている。",
        "町の本屋が減っている。高井の願いは「本を手に取る場所を残したい」",
        "本を手に取る場所を残したい",
        "夜も店を開け始めた本屋の話",
        "町の本屋に明かりを",
        "町の本屋はこれから…",
        "町の本屋が減っている。その先へ",
        "「本を手に取る場所を残したい。」と店主は語る。",
        "A bookshop at night, and those who keep it open",
    ],
)
def test_excerpts_that_are_whole(excerpt: str) -> None:
    assert marked(ExcerptCutOff, with_title("題名", BODY, excerpt=f'"{excerpt}"')) == []


@pytest.mark.parametrize(
    ("title", "note"),
    [
        ("町の本屋を夜も開ける店主の一日（16文字）", "（16文字）"),
        ("町の本屋を夜も開ける店主の一日【約20字】", "【約20字】"),
        ("町の本屋を夜も開ける店主の一日 (15 chars)", "(15 chars)"),
        ("原稿用紙一枚で書く（400字）", None),
        ("町の本屋を夜も開ける店主の一日（16文字）続き", None),
        ("町の本屋を夜も開ける店主の一日（16人）", None),
    ],
)
def test_notes_of_length(title: str, note: str | None) -> None:
    assert marked(LengthNote, with_title(title)) == ([note] if note else [])


@pytest.mark.parametrize(
    "text",
    [
        "2026-05-01",
        "2026/5/1",
        "2026.05.01",
        "2026-05-01 10:00",
        "2026-05-01 10:00:00",
        "2026-05-01 10:00:00 +0900",
        "2026-05-01T10:00:00+09:00",
        "2026-05-01T10:00:00.123Z",
        "2026-05-01 10:00 JST",
        "2026-05-01 10:00 Asia/Tokyo",
        "Fri, 1 May 2026 10:00:00 +0900",
    ],
)
def test_dates_that_are_read(text: str) -> None:
    moment = read_date(text)
    assert moment is not None
    assert moment.day == datetime.date(2026, 5, 1)


@pytest.mark.parametrize(
    "text",
    ["", "2026", "2026-13-01", "2026-02-29", "2026-05-01 25:00", "2026-05/01", "今日", "May", "2026年5月1日", "1" * 99],
)
def test_dates_that_are_none(text: str) -> None:
    assert read_date(text) is None


def test_time_zones_are_read() -> None:
    instants = {
        read_date(f"2026-05-01 10:00 {zone}").instant  # type: ignore[union-attr]
        for zone in ("+0900", "+09:00", "+9", "JST")
    }
    assert instants == {datetime.datetime(2026, 5, 1, 1, tzinfo=datetime.UTC)}


@pytest.mark.parametrize("value", ["{{ .Date }}", "<% tp.date.now() %>", "1767225600", "''", "null"])
def test_values_that_others_fill_in(value: str) -> None:
    assert marked(InvalidDate, f"---\ndate: {value}\n---\n") == []


def test_lists_and_numbers_are_no_dates() -> None:
    assert marked(InvalidDate, "---\ndate: [2026-05-01]\n---\n") == ["[2026-05-01]"]
    assert marked(InvalidDate, "---\ndate: 2026\n---\n") == ["2026"]
    assert marked(InvalidDate, "+++\ndate = 'いつか'\n+++\n") == ["'いつか'"]


def test_the_day_in_the_file_name() -> None:
    post = "---\ndate: 2026-05-01 23:00 +0900\n---\n"
    for day, wrong in (("2026-05-01", False), ("2026-05-02", False), ("2026-05-03", True), ("2026-13-01", False)):
        path = f"posts\\{day}-shop.md"
        assert bool(marked(DateUnlikeFileName, post, path)) == wrong, day


def test_the_day_in_the_site_s_time_zone() -> None:
    post = "---\ndate: 2026-05-01 20:00 -0500\n---\n"
    assert marked(DateShiftsInTimeZone, post, time_zone="Asia/Tokyo") == ["2026-05-01 20:00 -0500"]
    assert marked(DateShiftsInTimeZone, post, time_zone="America/New_York") == []
    assert marked(DateShiftsInTimeZone, "---\ndate: 2026-05-01 20:00\n---\n", time_zone="Asia/Tokyo") == []
    with pytest.raises(RuleError, match="Asia/Tokio"):
        marked(DateShiftsInTimeZone, post, time_zone="Asia/Tokio")


def test_the_future_begins_now(monkeypatch: pytest.MonkeyPatch) -> None:
    now = datetime.datetime(2026, 5, 1, 12, tzinfo=datetime.UTC)
    monkeypatch.setattr(future_date, "_now", lambda: now)
    assert str(now) in FutureDate().state, "a result is remembered for an hour"
    for date, wrong in (
        ("2026-05-01 20:59 +0900", False),
        ("2026-05-01 21:01 +0900", True),
        ("2026-05-02", False),
        ("2026-05-03", True),
    ):
        assert bool(marked(FutureDate, f"---\ndate: {date}\n---\n")) == wrong, date


def test_file_names() -> None:
    def names(name: str, **options: Any) -> bool:
        return bool(marked(FileNameMismatch, "本文です。\n", name, **options))

    assert names("posts/Night Shop.md", characters="a-z0-9-")
    assert not names("Posts (old)/night-shop.md", characters="a-z0-9-")
    assert names("night.md", pattern=r"\d+-.*")
    assert names("a-night-shop.md", max_characters=10)
    assert not names("-", characters="a-z", pattern="x", max_characters=1)
    with pytest.raises(RuleError, match="no regular expression"):
        names("a.md", characters="z-a")


@pytest.mark.parametrize(
    ("value", "fixed"),
    [
        ("9", "1"),
        ("9分", "1分"),
        ('"9 min"', '"1 min"'),
        ("約９分", "約1分"),
        ('"9.5 minutes read"', '"1 minutes read"'),
        ("8〜10分", None),
        ("9時間", None),
        ("true", None),
        ("[9]", None),
    ],
)
def test_reading_times_as_they_are_written(value: str, fixed: str | None) -> None:
    text = f"---\nreading_time: {value}\n---\n\n短い本文です。\n"
    found = list(ReadingTimeMismatch().check(Document(text)))
    if fixed is None:
        assert not found
        return
    ((span, new),) = found[0].fix.edits  # type: ignore[union-attr]
    assert f"{text[: span.start]}{new}{text[span.end :]}" == text.replace(value, fixed)
    assert found[0].fix.safe  # type: ignore[union-attr]


def test_a_reading_time_that_repetition_explains() -> None:
    text = "---\nreading_time: 2\n---\n\n" + "町の本屋が夜も開いている。" * 300 + "\n"
    (finding,) = ReadingTimeMismatch().check(Document(text))
    assert finding.message.ja == (
        "読了時間は2分とありますが、本文は3,900字なので約8分です。"
        "本文の100%がくり返しで、除けば1分です。先にくり返しを直してください"
    )
    assert finding.fix is None
    assert finding.fix_note is not None
    assert "値は自動では直しません" in finding.fix_note.ja


def test_a_reading_time_says_why_it_is_not_repaired() -> None:
    twice = "町の本屋は金曜日だけ夜の九時まで開いている。"
    rest = "".join(f"棚の{number}段目には、旅の本が並んでいる。" for number in range(80))
    text = f"---\nreading_time: 12\n---\n\n{twice}{rest}{twice}\n"
    (finding,) = ReadingTimeMismatch().check(Document(text))
    assert finding.fix is None
    assert finding.fix_note is not None
    assert finding.fix_note.ja.startswith("くり返しの文を直すと")
    (finding,) = ReadingTimeMismatch().check(Document(text.removesuffix(f"{twice}\n")))
    assert (finding.fix is not None, finding.fix_note) == (True, None)


@pytest.mark.parametrize(("key", "called"), [("excerpt", "要約（excerpt）に"), ("lead", "「lead」に")])
def test_fields_are_called_what_they_are(key: str, called: str) -> None:
    rule = MarkdownInFrontMatter(MarkdownInFrontMatter.Options(fields=(key,)))
    (finding,) = rule.check(Document(f"---\n{key}: 港の**倉庫**を歩く。\n---\n\n本文です。\n"))
    assert finding.message.ja.startswith(called)
