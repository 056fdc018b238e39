"""The day in the address of a Jekyll post."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from jlint.compiled import lazy_pattern
from jlint.document.front_matter import Field

_STAMP = lazy_pattern(
    r"""
    (\d{4})-(\d{1,2})-(\d{1,2})
    (?: (?:[Tt]|[ \t]+) (\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d*)?)?
        [ \t]* (?P<zone>Z|UTC|GMT|[+-]\d{1,2}(?::?\d\d)?)? )?
    """,
    re.VERBOSE,
)
_ONE_DAY = timedelta(days=1)


def zone_named(name: str) -> tzinfo | None:
    """The time zone of that name; None where it is unknown, as all are on a system without a time zone database."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def days_of(written: Field | None, file_day: date, zone: tzinfo | None) -> frozenset[date] | None:
    """The days that the address may have, None if any day may be right.

    A date in front matter takes precedence over that of the file name, and the site's time zone determines the day.
    YAML reads a time without a zone as UTC, and Jekyll one in quotes as local time: either day is allowed. Without
    a known time zone of the site the days before and after are allowed as well.
    """
    if written is None or written.value is None:
        return frozenset([file_day])
    stamp = _STAMP.fullmatch(str(written.value).strip())
    if stamp is None:
        return None
    try:
        return _days(stamp, zone)
    except (ValueError, OverflowError):
        return None


def _days(stamp: re.Match[str], zone: tzinfo | None) -> frozenset[date]:
    year, month, day, hour, minute, second = (int(part or 0) for part in stamp.groups()[:6])
    written = date(year, month, day)
    if stamp[4] is None:
        return frozenset([written])
    if zone is None:
        return frozenset([written - _ONE_DAY, written, written + _ONE_DAY])
    moment = datetime(year, month, day, hour, minute, second, tzinfo=_offset(stamp["zone"]))
    there = moment.astimezone(zone).date()
    return frozenset([there]) if stamp["zone"] else frozenset([written, there])


def _offset(zone: str | None) -> tzinfo:
    if not zone or zone[0] not in "+-":
        return UTC
    digits = zone[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-offset if zone[0] == "-" else offset)
