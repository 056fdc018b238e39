"""Dates with a day of the week that isn't theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.document.block import OBJECT
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, doc, replace
from jlint.rules.helpers.notation.years import Dated, years

_JAPANESE = "月火水木金土日"
_SHORT = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONG = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HINT = lazy_pattern(r"\d ?日? ?[(（] ?[月火水木金土日MTWFS]")


@cache
def _pattern() -> re.Pattern[str]:
    return lazy_pattern(
        r"""(?<![\d.,/-])
        (?:(?P<year>\d{4})(?:\s?年\s?|[-/.]))?
        (?P<month>1[0-2]|0?[1-9])(?:\s?月\s?|[-/.])
        (?P<day>3[01]|[12]\d|0?[1-9])(?:\s?日)?
        \s?[(（]\s?
        (?P<weekday>[月火水木金土日](?=(?:曜日?)?\s?[)）])|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b)
        """,
        re.VERBOSE,
    )


class WeekdayMismatch(Rule):
    """日付と曜日が合わない。

    日付か曜日のどちらかが間違っている。暦で確かめて直す。年の書かれていない日付は、year の年のものとみる。
    year がなければ、front matter の日付から前後60日以内にあたる年とみるが、近くに別の年や「去年」などがあれば調べない。
    """

    id = "weekday-mismatch"
    category = "notation"
    severity = Severity.WARNING
    needs = "( （"
    english = """A date and its day of the week don't agree.

    One of the two is wrong. Look it up and correct it. Dates without a year are those of the option `year`; without
    it, of the year in which they lie within 60 days of the date in the front matter, unless another year, or a word
    such as 「去年」, stands near.
    """
    examples = (
        Bad("会合は2024年5月1日（⟦金⟧）です。\n", fixed="会合は2024年5月1日（水）です。\n"),
        Bad("Released on 2024-05-01 (⟦Friday⟧).\n", fixed="Released on 2024-05-01 (Wednesday).\n"),
        Bad("締め切りは5/1（⟦金⟧）です。\n", options={"year": 2024}, fixed="締め切りは5/1（水）です。\n"),
        Bad(
            "---\ndate: 2024-11-10\n---\n\n次は11月18日（⟦金⟧）に集まります。\n",
            fixed="---\ndate: 2024-11-10\n---\n\n次は11月18日（月）に集まります。\n",
        ),
        Good("---\ndate: 2024-11-10\n---\n\n去年は11月18日（土）に集まりました。5月1日（金）の会は別です。\n"),
        Good("会合は2024年5月1日（水）です。\n"),
        Good("締め切りは5/1（金）です。\n"),
        Good("2024年5月1日（水色の表紙）に出た本。\n"),
        Good("2024年2月30日（金）という日はない。\n"),
    )

    class Options(RuleOptions):
        year: Annotated[
            int | None,
            doc(
                "年の書かれていない日付を、この年のものとみる。null は front matter の日付に近い年とみる。",
                "The year of dates that give none; null takes the year nearest to the date in the front matter.",
            ),
        ] = None

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        blocks = document.prose
        found = [
            (number, match)
            for number, block in enumerate(blocks)
            if _HINT.search(block.text)
            for match in _pattern().finditer(block.text)
            if OBJECT not in match[0]
        ]
        for (number, match), year in zip(found, self._years(document, found), strict=True):
            date = _dated(number, match)
            right = date.weekday_in(year) if year is not None else None
            if right is None or right == date.weekday:
                continue
            written = match["weekday"]
            better = _JAPANESE[right] if written in _JAPANESE else (_SHORT, _LONG)[len(written) > 3][right]
            span = blocks[number].source_span(*match.span("weekday"))
            ja, en = ("", "") if match["year"] or self.options.year else (f"（{year}年）", f" of {year}")
            yield self.finding(
                span,
                ja=f"日付と曜日が合いません。この日{ja}は{_called(better)}です。日付か曜日を直してください",
                en=f"Date and weekday don't agree: that day{en} is {better}. Correct one of them",
                fix=replace(span, better, ja=f"「{better}」にする", en=f"Write {better}", safe=False),
            )

    def _years(self, document: Document, found: Sequence[tuple[int, re.Match[str]]]) -> list[int | None]:
        if self.options.year is not None or not document.front_matter:
            return [int(match["year"]) if match["year"] else self.options.year for _, match in found]
        open_ones = [_dated(number, match) for number, match in found if not match["year"]]
        told = iter(years(document, document.prose, open_ones) if open_ones else ())
        return [int(match["year"]) if match["year"] else next(told) for _, match in found]


def _dated(block: int, match: re.Match[str]) -> Dated:
    written = match["weekday"]
    weekday = _JAPANESE.index(written) if written in _JAPANESE else _SHORT.index(written[:3])
    return Dated(block, int(match["month"]), int(match["day"]), weekday)


def _called(weekday: str) -> str:
    return f"{weekday}曜日" if weekday in _JAPANESE else f" {weekday} "
