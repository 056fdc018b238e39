"""A date in the future."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, doc
from jlint.rules.helpers.front_matter.date import Moment, read_date
from jlint.rules.helpers.front_matter.text_field import text_fields

_EASTERNMOST = datetime.timezone(datetime.timedelta(hours=14))


class FutureDate(Rule):
    """front matter の日付が、まだ来ていない。

    サイトによっては、その日まで記事が公開されない。予約投稿でなければ、年や月の書き間違いを確かめる。
    """

    id = "future-date"
    category = "front-matter"
    severity = None
    english = """A date in the front matter is still to come.

    Some sites don't publish the post before that day. Unless that is meant, see whether year and month are right.
    """
    examples = (
        Bad("---\ntitle: 題名\ndate: ⟦2999-05-01 10:00:00 +0900⟧\n---\n\n本文です。\n"),
        Bad("---\ntitle: 題名\ndate: ⟦2999-05-01⟧\n---\n\n本文です。\n", options={"days": 30}),
        Good("---\ntitle: 題名\ndate: 2020-05-01\n---\n\n本文です。\n"),
        Good("---\ntitle: 題名\npublished_at: 2999-05-01\n---\n\n予約した日は見ない。\n"),
    )

    class Options(RuleOptions):
        fields: Annotated[tuple[str, ...], doc("日付を書く項目。", "The fields that hold dates.")] = ("date",)
        days: Annotated[
            int, doc("これだけの日数より先なら指摘する。", "Speak of dates further off than this.", ge=0)
        ] = 0

    options: Options

    @property
    def state(self) -> str:
        return f"{super().state} {_now()}"

    def check(self, document: Document) -> Iterator[Finding]:
        for field in text_fields(document, self.options.fields):
            moment = read_date(field.text)
            if moment and _earliest(moment) > _now() + datetime.timedelta(days=self.options.days):
                yield self.finding(
                    field.span,
                    ja=f"「{field.key}」の {moment.day} はまだ来ていません。年月日を確かめてください",
                    en=f"`{field.key}` is {moment.day}, which is still to come. Check year, month and day",
                )


def _now() -> datetime.datetime:
    """The current hour, so that findings can be cached for as long."""
    return datetime.datetime.now(datetime.UTC).replace(minute=0, second=0, microsecond=0)


def _earliest(moment: Moment) -> datetime.datetime:
    """The earliest instant that is meant: without a time zone, a date is reached as soon as it is reached anywhere."""
    return moment.instant or datetime.datetime.combine(moment.day, moment.time or datetime.time(), _EASTERNMOST)
