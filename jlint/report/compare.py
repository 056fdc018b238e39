"""What has changed since an earlier JSON report: which findings are new and which are gone, by rule."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from jlint.engine.result import ReportedFinding, RunResult
from jlint.finding import Language, Text
from jlint.printable import printable_line
from jlint.regular_file import ReadError, read_regular
from jlint.user_error import UserError


class Told(NamedTuple):
    """A place that a report tells of: the finding's own, or one of the places of a joined finding."""

    path: str
    line: int
    column: int
    rule: str
    severity: str
    message: str


_MOST_BYTES = 500_000_000
_Key = tuple[str, str, int, int]


def earlier_report(path: str) -> list[Told]:
    """The findings of a JSON report, those that are held back included. Raises UserError for a file that is none."""
    try:
        report = json.loads(read_regular(path, _MOST_BYTES))
        if report.get("column_unit", "character") != "character":
            raise UserError(
                Text(
                    f"{path} の桁は文字で数えたものではないので、比べられません。--column-unit なしで作ってください",
                    f"{path} can't be compared: its columns don't count characters. Make it without --column-unit",
                )
            )
        found = [*report["findings"], *report.get("held_back", ())]
        return [told for finding in found for told in _of_json(finding)]
    except ReadError as error:
        raise UserError(Text(f"{path}: {error.message.ja}", f"{path}: {error.message.en}")) from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise UserError(
            Text(
                f"{path} は jlint の JSON の報告ではありません（jlint check --format json で作ります）",
                f"{path} is no JSON report of jlint's (made by jlint check --format json)",
            )
        ) from error


def _of_json(finding: Mapping[str, Any]) -> Iterator[Told]:
    names = ("path", "line", "column", "rule", "severity", "message")
    yield Told(*(finding[name] for name in names))
    for related in finding["related"]:
        place = (related["path"], related["line"], related["column"])
        yield Told(*place, finding["rule"], finding["severity"], "")


def comparison(result: RunResult, earlier: Iterable[Told], language: Language) -> Iterator[str]:
    """The lines: `+` for what is new, `-` for what is gone, then the counts by rule.

    A finding is the same if its rule and place are. A place that another finding names counts as told.
    """
    now = [told for finding in _all(result) for told in _of_finding(finding)]
    before = list(earlier)
    known, left = {_key(told) for told in before}, {_key(told) for told in now}
    new = sorted(told for told in now if told.message and _key(told) not in known)
    related = {told[:3] for told in now if not told.message}
    gone = sorted(told for told in before if told.message and _key(told) not in left and told[:3] not in related)
    for sign, changed in (("+", new), ("-", gone)):
        for told in changed:
            where = f"{told.path}:{told.line}:{told.column}"
            yield printable_line(f"{sign} {where}: {told.severity} {told.message} [{told.rule}]")
    yield from _table(Counter(told.rule for told in new), Counter(told.rule for told in gone), language)


def _all(result: RunResult) -> list[ReportedFinding]:
    return [*result.findings, *(each.finding for each in result.held_back)]


def _of_finding(finding: ReportedFinding) -> Iterator[Told]:
    severity, place = finding.severity.label, finding.place
    yield Told(finding.path, place.line, place.column, finding.rule, severity, finding.message)
    for related in finding.related:
        yield Told(related.path, related.place.line, related.place.column, finding.rule, severity, "")


def _key(told: Told) -> _Key:
    return told.path, told.rule, told.line, told.column


def _table(new: Counter[str], gone: Counter[str], language: Language) -> Iterator[str]:
    if not new and not gone:
        yield Text("前の報告と同じです", "Nothing has changed").to(language)
        return
    head = Text("新しい  なくなった  ルール", "   new        gone  rule").to(language)
    yield head
    for rule in sorted({*new, *gone}, key=lambda rule: (-new[rule] - gone[rule], rule)):
        yield f"{new[rule]:6}  {gone[rule]:10}  {rule}"
