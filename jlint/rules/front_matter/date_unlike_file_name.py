"""A date and a file name that name different days."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, doc
from jlint.rules.helpers.front_matter.date import Moment, read_date
from jlint.rules.helpers.front_matter.text_field import text_fields

_DAY_IN_NAME = lazy_pattern(r"(?:^|[\\/])(\d{4})-(\d{2})-(\d{2})-[^\\/]*\Z")
_WESTERNMOST, _EASTERNMOST = (datetime.timezone(datetime.timedelta(hours=hours)) for hours in (-12, 14))


class DateUnlikeFileName(Rule):
    """front matter の日付と、ファイル名の日付が違う。

    Jekyll では front matter の日付が勝ち、ファイル名から探した人は別の日の記事を見ることになる。どちらかに揃える。
    時差のために一日ずれて見えるだけのものは指摘しない。
    """

    id = "date-unlike-file-name"
    category = "front-matter"
    severity = Severity.WARNING
    needs_in_front_matter = "date"
    english = """The front matter and the file name give two different days.

    In Jekyll the front matter wins, and who looks for the post by its file's name finds another day. Make them agree.
    A day that is another one only because of time zones is left alone.
    """
    examples = (
        Bad("---\ntitle: 題名\ndate: ⟦2026-05-11⟧\n---\n\n本文です。\n", path="_posts/2026-05-01-shelf.md"),
        Bad("---\ntitle: 題名\ndate: ⟦2026-06-01 09:00 +0900⟧\n---\n\n本文です。\n", path="2026-05-01-shelf.md"),
        Good("---\ntitle: 題名\ndate: 2026-05-01 23:30:00 +0000\n---\n\n本文です。\n", path="2026-05-02-shelf.md"),
        Good("---\ntitle: 題名\ndate: 2026-05-11\n---\n\n本文です。\n", path="shelf-2026-05-01.md"),
        Good("---\ntitle: 題名\ndate: いつか\n---\n\n日付でない値は別のルールが見る。\n", path="2026-05-01-shelf.md"),
    )

    class Options(RuleOptions):
        field: Annotated[str, doc("公開日を書く項目。", "The field that holds the day of publication.")] = "date"

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        day = _day_in_name(document.path)
        if day is None:
            return
        for field in text_fields(document, (self.options.field,)):
            moment = read_date(field.text)
            if moment and day not in _days(moment):
                yield self.finding(
                    field.span,
                    ja=f"「{field.key}」は {moment.day} ですが、ファイル名は {day} です。どちらかに揃えてください",
                    en=f"`{field.key}` is {moment.day}, but the file name says {day}. Make them agree",
                )


def _day_in_name(path: str) -> datetime.date | None:
    match = _DAY_IN_NAME.search(path)
    try:
        return datetime.date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _days(moment: Moment) -> set[datetime.date]:
    """Every day that it may be somewhere on earth at that moment."""
    if moment.instant is None:
        return {moment.day}
    return {moment.day, *(moment.instant.astimezone(zone).date() for zone in (_WESTERNMOST, _EASTERNMOST))}
