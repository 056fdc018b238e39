"""Dates as front matter writes them."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import Any

from msgspec import Struct

from jlint.compiled import lazy_pattern

_TEMPLATE = ("{{", "<%", "${", "`r ")
_TAKEN_BY_SITE = frozenset(
    (
        *("last modified", "created", "git last modified", "git created"),  # Eleventy
        *("today", "now", "last-modified"),  # Quarto
    )
)


class Moment(Struct, frozen=True):
    """A date that was read. `time` and `zone` are None where they aren't given; a zone of unknown offset is ""."""

    day: datetime.date
    time: datetime.time | None
    zone: datetime.timezone | str | None

    @property
    def instant(self) -> datetime.datetime | None:
        """The point in time, None if the offset isn't known."""
        if not isinstance(self.zone, datetime.timezone):
            return None
        return datetime.datetime.combine(self.day, self.time or datetime.time(), self.zone)


@cache
def _form() -> re.Pattern[str]:
    return lazy_pattern(
        r"""(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})
            (?:(?:[Tt]|\s+)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?
                \s*(?P<zone>[+-]\d{1,2}(?::?\d{2})?|[A-Za-z][A-Za-z/_+\-0-9]*)?)?""",
        re.VERBOSE | re.ASCII,
    )


def is_template(value: Any, written: str) -> bool:
    """Whether the value is a template that a generator will fill in."""
    return written.startswith(_TEMPLATE) or (isinstance(value, str) and any(mark in value for mark in _TEMPLATE))


def is_taken_by_site(text: str) -> bool:
    """Whether the text is a word in place of a date, for which the site's generator takes one: `git Last Modified`."""
    return text.strip().lower() in _TAKEN_BY_SITE


def has_form_of_date(text: str) -> bool:
    """Whether the text has the form of a date, whether or not the day exists."""
    return _form().fullmatch(text.strip()) is not None


def read_date(text: str) -> Moment | None:
    """The date in `text`, None if it is no date or the day or time doesn't exist."""
    match = _form().fullmatch(text.strip())
    if match is None:
        return _in_words(text)
    try:
        day = datetime.date(int(match["year"]), int(match["month"]), int(match["day"]))
        if match["hour"] is None:
            return Moment(day, None, None)
        time = datetime.time(int(match["hour"]), int(match["minute"]), min(int(match["second"] or 0), 59))
        return Moment(day, time, _zone(match["zone"]))
    except ValueError:
        return None


def _zone(written: str | None) -> datetime.timezone | str | None:
    if not written:
        return None
    if written.upper() in ("Z", "UTC", "GMT"):
        return datetime.UTC
    if written == "JST":
        return datetime.timezone(datetime.timedelta(hours=9))
    if written[0] not in "+-":
        return ""
    digits = written[1:].replace(":", "")
    hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
    offset = datetime.timedelta(hours=hours, minutes=minutes)
    return datetime.timezone(-offset if written[0] == "-" else offset)


def _in_words(text: str) -> Moment | None:
    """A date with the month's English name, as mail headers and some generators write it."""
    if not re.search("[A-Za-z]{3}", text):
        return None
    from email.utils import parsedate_tz

    parts = parsedate_tz(text)
    try:
        day = datetime.date(*parts[:3]) if parts else None
    except ValueError:
        return None
    return Moment(day, None, None) if day else None
