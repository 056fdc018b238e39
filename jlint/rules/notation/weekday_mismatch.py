"""Dates with a day of the week that isn't theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.document.block import OBJECT
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, doc, replace

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

    日付か曜日のどちらかが間違っている。暦で確かめて直す。年の書かれていない日付は、year に年を指定したときだけ
    調べる。
    """

    id = "weekday-mismatch"
    category = "notation"
    severity = Severity.WARNING
    needs = "( （"
    english = """A date and its day of the week don't agree.

    One of the two is wrong. Look it up and correct it. Dates without a year are looked at only if the option `year`
    gives one.
    """
    examples = (
        Bad("会合は2024年5月1日（⟦金⟧）です。\n", fixed="会合は2024年5月1日（水）です。\n"),
        Bad("Released on 2024-05-01 (⟦Friday⟧).\n", fixed="Released on 2024-05-01 (Wednesday).\n"),
        Bad("締め切りは5/1（⟦金⟧）です。\n", options={"year": 2024}, fixed="締め切りは5/1（水）です。\n"),
        Good("会合は2024年5月1日（水）です。\n"),
        Good("締め切りは5/1（金）です。\n"),
        Good("2024年5月1日（水色の表紙）に出た本。\n"),
        Good("2024年2月30日（金）という日はない。\n"),
    )

    class Options(RuleOptions):
        year: Annotated[
            int | None,
            doc(
                "年の書かれていない日付を、この年のものとみる。null は調べない。",
                "The year of dates that give none; null leaves them alone.",
            ),
        ] = None

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        for block in document.prose:
            if not _HINT.search(block.text):
                continue
            for match in _pattern().finditer(block.text):
                right = self._right_weekday(match)
                written = match["weekday"]
                if right is None or OBJECT in match[0] or _SHORT[right] == written[:3] or _JAPANESE[right] == written:
                    continue
                better = _JAPANESE[right] if written in _JAPANESE else (_SHORT, _LONG)[len(written) > 3][right]
                span = block.source_span(*match.span("weekday"))
                yield self.finding(
                    span,
                    ja=f"日付と曜日が合いません。この日は{_called(better)}です。日付か曜日を直してください",
                    en=f"Date and weekday don't agree: that day is {better}. Correct one of them",
                    fix=replace(span, better, ja=f"「{better}」にする", en=f"Write {better}", safe=False),
                )

    def _right_weekday(self, match: re.Match[str]) -> int | None:
        year = int(match["year"]) if match["year"] else self.options.year
        if year is None:
            return None
        try:
            return date(year, int(match["month"]), int(match["day"])).weekday()
        except ValueError:
            return None


def _called(weekday: str) -> str:
    return f"{weekday}曜日" if weekday in _JAPANESE else f" {weekday} "
