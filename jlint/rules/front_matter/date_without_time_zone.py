"""A date without a time zone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, doc
from jlint.rules.helpers.front_matter.date import read_date
from jlint.rules.helpers.front_matter.text_field import text_fields


class DateWithoutTimeZone(Rule):
    """front matter の日時に時差（+0900 など）がない。

    サイトを作る機械の時間帯によって、記事の公開日や URL の日付が一日ずれる。時刻の後に +0900 のように書く。
    """

    id = "date-without-time-zone"
    category = "front-matter"
    severity = None
    english = """A date in the front matter doesn't say its time zone.

    Depending on the machine that builds the site, the post's day and its address may shift by one. Write +0900 or the
    like behind the time.
    """
    examples = (
        Bad("---\ntitle: 題名\ndate: ⟦2026-05-01 10:00:00⟧\n---\n\n本文です。\n"),
        Bad("---\ntitle: 題名\ndate: ⟦2026-05-01⟧\n---\n\n本文です。\n", options={"days-too": True}),
        Good("---\ntitle: 題名\ndate: 2026-05-01 10:00:00 +0900\n---\n\n本文です。\n"),
        Good("---\ntitle: 題名\ndate: 2026-05-01T01:00:00Z\n---\n\n本文です。\n"),
        Good("---\ntitle: 題名\ndate: 2026-05-01\n---\n\n時刻のない日付。\n"),
    )

    class Options(RuleOptions):
        fields: Annotated[tuple[str, ...], doc("日時を書く項目。", "The fields that hold dates.")] = ("date",)
        days_too: Annotated[bool, doc("時刻のない日付も指摘する。", "Also speak of dates without a time.")] = False

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        for field in text_fields(document, self.options.fields):
            moment = read_date(field.text)
            if moment and moment.zone is None and (moment.time or self.options.days_too):
                yield self.finding(
                    field.span,
                    ja=f"「{field.key}」に時差がありません。時刻の後に +0900 のように書いてください",
                    en=f"`{field.key}` has no time zone. Write +0900 or the like behind the time",
                )
