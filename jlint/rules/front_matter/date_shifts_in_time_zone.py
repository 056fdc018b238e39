"""A date that falls on another day in the site's time zone."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from jlint.document import Document
from jlint.finding import Finding, Fix
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, doc, replace
from jlint.rules.helpers.front_matter.date import read_date
from jlint.rules.helpers.front_matter.text_field import TextField, text_fields
from jlint.user_error import RuleError

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


class DateShiftsInTimeZone(Rule):
    """front matter の日付が、サイトの時間帯では別の日になる。

    URL に日付を入れるサイトでは、書いた日と違う日の URL で公開される。time-zone にサイトの時間帯を書くと調べる。
    サイトの時間帯の時刻に書き直しても、公開される時刻も URL も変わらない。
    """

    id = "date-shifts-in-time-zone"
    category = "front-matter"
    severity = Severity.WARNING
    needs = None
    english = """A date in the front matter is another day in the site's time zone.

    Where the day is part of the address, the post is published at another one than its date says. It is looked for
    once `time-zone` names the site's time zone. Written in that zone, moment and address stay what they are.
    """
    examples = (
        Bad(
            "---\ntitle: 題名\ndate: ⟦2026-05-01 17:19:34 +0000⟧\n---\n\n本文です。\n",
            fixed="---\ntitle: 題名\ndate: 2026-05-02 02:19:34 +0900\n---\n\n本文です。\n",
            options={"time-zone": "Asia/Tokyo"},
        ),
        Bad(
            "+++\ntitle = '題名'\ndate = ⟦2026-05-01T17:19:34Z⟧\n+++\n\n本文です。\n",
            fixed="+++\ntitle = '題名'\ndate = 2026-05-02T02:19:34+09:00\n+++\n\n本文です。\n",
            options={"time-zone": "Asia/Tokyo"},
        ),
        Good(
            "---\ntitle: 題名\ndate: 2026-05-01 10:00:00 +0000\n---\n\n本文です。\n",
            options={"time-zone": "Asia/Tokyo"},
        ),
        Good("---\ntitle: 題名\ndate: 2026-05-01\n---\n\n時刻のない日付。\n", options={"time-zone": "Asia/Tokyo"}),
        Good("---\ntitle: 題名\ndate: 2026-05-01 17:19:34 +0000\n---\n\n時間帯を決めていない。\n"),
    )

    class Options(RuleOptions):
        time_zone: Annotated[
            str | None,
            doc(
                "サイトの時間帯。Asia/Tokyo のように書く。null なら調べない。",
                "The site's time zone, such as Asia/Tokyo; null looks for nothing.",
            ),
        ] = None
        field: Annotated[str, doc("公開日を書く項目。", "The field that holds the day of publication.")] = "date"

    options: Options

    def __init__(self, options: RuleOptions | None = None) -> None:
        super().__init__(options)
        self._zone = _zone_named(self.options.time_zone) if self.options.time_zone else None

    def check(self, document: Document) -> Iterator[Finding]:
        if self._zone is None:
            return
        for field in text_fields(document, (self.options.field,)):
            moment = read_date(field.text)
            at_home = moment.instant.astimezone(self._zone) if moment and moment.instant else None
            if moment and at_home and at_home.date() != moment.day:
                yield self.finding(
                    field.span,
                    ja=f"「{field.key}」は {self.options.time_zone} では {at_home.date()} で、URL もそうなります。"
                    "サイトの時間帯で書いてください",
                    en=f"`{field.key}` is {at_home.date()} in {self.options.time_zone}, and so is the post's address. "
                    "Write it in the site's time zone",
                    fix=_fix(field, at_home),
                )


def _fix(field: TextField, at_home: datetime.datetime) -> Fix | None:
    if field.first is None:
        return None
    written = _as_before(field.text, at_home)
    span = field.place(0, len(field.text))
    return replace(span, written, ja=f"{written} にする", en=f"Write {written}", safe=True)


def _as_before(text: str, moment: datetime.datetime) -> str:
    """The moment in the format of `text`: TOML and JSON take only T and +09:00."""
    if text.endswith(("Z", "z")) or text[-3:-2] == ":":
        return moment.replace(microsecond=0).isoformat(sep="T" if "T" in text else " ")
    return moment.strftime("%Y-%m-%d %H:%M:%S %z")


def _zone_named(name: str) -> ZoneInfo:
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        raise RuleError(
            ja=f"time-zone に {name} という時間帯はありません。Asia/Tokyo のように書いてください",
            en=f"time-zone knows no {name}. Write it like Asia/Tokyo",
        ) from None
