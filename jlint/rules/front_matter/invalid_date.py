"""A date that isn't valid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.document.front_matter import Field
from jlint.finding import Finding, Text
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, doc
from jlint.rules.helpers.front_matter.date import has_form_of_date, is_taken_by_site, is_template, read_date

_DIGITS_OF_DAY = 8


class InvalidDate(Rule):
    """front matter の日付を、日付として読めない。

    サイトを作るときに失敗するか、記事の並び順や公開日が狂う。2026-05-01 10:00:00 +0900 のような形で、ある日付を書く。
    Eleventy の `git Last Modified` や Quarto の `today` のように、日付の代わりに書く決まりの語は指摘しない。
    """

    id = "invalid-date"
    category = "front-matter"
    severity = Severity.ERROR
    needs_in_front_matter = "date lastmod last_modified_at published_at"
    english = """A date in the front matter can't be read as one.

    The site's build fails, or posts are sorted and dated wrongly. Write a day that exists, in the form of
    2026-05-01 10:00:00 +0900. Words that a generator puts a date for are left alone: Eleventy's `git Last Modified`,
    Quarto's `today`.
    """
    examples = (
        Bad("---\ntitle: 題名\ndate: ⟦2026-02-30⟧\n---\n\n本文です。\n"),
        Bad("---\ntitle: 題名\ndate: ⟦2026年5月1日⟧\n---\n\n本文です。\n"),
        Bad("---\ntitle: 題名\ndate: ⟦20260501⟧\n---\n\n本文です。\n"),
        Bad("---\ntitle: 題名\nupdated: ⟦そのうち⟧\n---\n\n本文です。\n", options={"fields": ["updated"]}),
        Good("---\ntitle: 題名\ndate: 2026-05-01 10:00:00 +0900\n---\n\n本文です。\n"),
        Good("---\ntitle: 題名\ndate: 2026/5/1\nlastmod: 2026-05-01T10:00:00.000Z\n---\n\n本文です。\n"),
        Good("---\ntitle: 題名\ndate: Fri, 01 May 2026 10:00:00 GMT\n---\n\n本文です。\n"),
        Good("---\ntitle: 題名\ndate: '{{ now }}'\n---\n\n生成ツールが埋める値。\n"),
        Good("---\ntitle: 題名\ndate: git Last Modified\n---\n\nEleventyが決める日付。\n"),
        Bad("---\ntitle: 題名\ndate: ⟦git Modified⟧\n---\n\n本文です。\n"),
        Good("+++\ntitle = '題名'\ndate = 2026-05-01T10:00:00+09:00\n+++\n\n本文です。\n"),
        Good("---\ntitle: 題名\ndate:\n---\n\n空の項目は別のルールが見る。\n"),
    )

    class Options(RuleOptions):
        fields: Annotated[tuple[str, ...], doc("日付を書く項目。", "The fields that hold dates.")] = (
            "date",
            "lastmod",
            "last_modified_at",
            "published_at",
            "updated_at",
        )

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        for name in self.options.fields:
            field = document.front_matter.fields.get(name) if document.front_matter else None
            if field is None or is_template(field.value, field.value_span.of(document.text)):
                continue
            why = _why_no_date(field)
            if why:
                yield self.finding(
                    field.value_span,
                    ja=f"「{name}」{why.ja}。2026-05-01 10:00:00 +0900 のような形で書いてください",
                    en=f"`{name}` {why.en}. Write it in the form of 2026-05-01 10:00:00 +0900",
                )


def _why_no_date(field: Field) -> Text | None:
    value = field.value
    is_whole_number = isinstance(value, int) and not isinstance(value, bool)
    # a longer number is a point in time, as some generators count it
    if value is None or (is_whole_number and len(str(value)) > _DIGITS_OF_DAY):
        return None
    if not isinstance(value, str):
        return Text("が日付になっていません", "is no date")
    if not value.strip() or read_date(value) or is_taken_by_site(value):
        return None
    if has_form_of_date(value):
        return Text("の日付か時刻は、ありえない値です", "names a day or time that doesn't exist")
    return Text("が日付になっていません", "is no date")
