"""The year of dates that give none, by the date in the front matter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jlint.compiled import lazy_pattern
from jlint.document.block import BlockKind
from jlint.rules.helpers.front_matter.date import read_date
from jlint.rules.helpers.front_matter.text_field import text_fields

if TYPE_CHECKING:
    from jlint.document import Document
    from jlint.document.block import Block

_FIELDS = ("date", "published_at", "publishDate", "pubDate", "pubDatetime")
_REACH = 60
"""Days from the date in the front matter within which a post speaks of what is near."""
_NEAR = 6
"""Blocks before and behind a date whose years it may be of."""
_YEARS_AROUND = 7
_YEAR = lazy_pattern(
    r"(?<![0-9,.])((?:19|20)[0-9]{2})(?![0-9]|,[0-9]| ?[ァ-ヺA-Za-z円元人個台本枚件名社回倍点%％万億兆])"
)
_OTHER_YEAR = lazy_pattern(
    "[昨去前翌]年(?!度末)|一昨年|おととし|来年|再来年|[0-9０-９一二三四五六七八九十数]年[前後]|当時|[令平昭][和成]|[RH][0-9]{1,2}[年./]"
)


class Dated(NamedTuple):
    """A month and a day, in the block with this number, with the weekday that is given, 0 for Monday."""

    block: int
    month: int
    day: int
    weekday: int

    def weekday_in(self, year: int) -> int | None:
        """The weekday that it is in a year, None if the day doesn't exist."""
        try:
            return date(year, self.month, self.day).weekday()
        except ValueError:
            return None


def years(document: Document, blocks: Sequence[Block], dates: Sequence[Dated]) -> list[int | None]:
    """The year of each of the dates, None where the document leaves it open. `blocks` are those of its prose.

    If all of several dates have the weekdays of some other year, it is that year that the document speaks of.
    """
    day = _day_of(document)
    if day is None:
        return [None] * len(dates)
    found = [_nearest(each, day) for each in dates]
    found = [
        year if year and not _is_of_another(blocks, each, year) else None
        for each, year in zip(dates, found, strict=True)
    ]
    told = [(each, year) for each, year in zip(dates, found, strict=True) if year]
    wrong = [each for each, year in told if each.weekday_in(year) != each.weekday]
    others = range(day.year - _YEARS_AROUND, day.year + _YEARS_AROUND + 1)
    if len(wrong) > 1 and any(all(each.weekday_in(year) == each.weekday for each, _ in told) for year in others):
        return [None] * len(dates)
    return found


def _day_of(document: Document) -> date | None:
    for field in text_fields(document, _FIELDS):
        moment = read_date(field.text)
        if moment is not None:
            return moment.day
    return None


def _nearest(each: Dated, day: date) -> int | None:
    for year in (day.year, day.year - 1, day.year + 1):
        try:
            if abs((date(year, each.month, each.day) - day).days) <= _REACH:
                return year
        except ValueError:
            continue
    return None


def _is_of_another(blocks: Sequence[Block], each: Dated, year: int) -> bool:
    """Whether another year is named near, or in a heading."""
    near = blocks[max(0, each.block - _NEAR) : each.block + _NEAR + 1]
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    if any(int(match[1]) != year for block in (*near, *headings) for match in _YEAR.finditer(block.text)):
        return True
    return any(_OTHER_YEAR.search(block.text) for block in blocks[max(0, each.block - 1) : each.block + 1])
