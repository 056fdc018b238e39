"""Columns in other units than code points."""

from __future__ import annotations

import io
import json

import pytest

from jlint.engine.result import (
    Excerpt,
    FileResult,
    HeldBack,
    Place,
    ReportedEdit,
    ReportedFinding,
    ReportedFix,
    ReportedRelated,
    RunResult,
)
from jlint.finding import Severity
from jlint.report import FORMATS, WITH_COLUMN_UNIT, Style, writer
from jlint.report.columns import Columns
from jlint.span import ColumnUnit

TEXTS = {"a.md": "# 本\r\n朝é😀は庭をを見る\n", "b.md": "𠮷野の𠮷野の\r春"}
PLACE = Place(2, 6, 2, 8)
FINDING = ReportedFinding(
    path="a.md",
    place=PLACE,
    rule="doubled-particle",
    category="typo",
    severity=Severity.ERROR,
    message="重なっています",
    fix=ReportedFix("消す", True, (ReportedEdit(Place(2, 7, 2, 8), ""),)),
    related=(ReportedRelated("b.md", Place(1, 4, 2, 2), "ここにも"),),
    excerpt=Excerpt("", "をを", ""),
    fingerprint="0123456789abcdef",
)
HELD_BACK = HeldBack(FINDING._replace(place=Place(2, 7, 2, 8), rule="doubled-character"), FINDING)
RESULT = RunResult([FileResult("a.md", (FINDING,), held_back=(HELD_BACK,))])


@pytest.mark.parametrize(
    ("unit", "at", "second", "end", "related"),
    [("character", 6, 7, 8, (4, 2)), ("byte", 16, 19, 22, (11, 4)), ("utf16", 7, 8, 9, (5, 2))],
)
def test_every_place_is_converted(unit: ColumnUnit, at: int, second: int, end: int, related: tuple[int, int]) -> None:
    (file,) = Columns(unit, TEXTS.get).result(RESULT).files
    (finding,), (held_back,) = file.findings, file.held_back
    assert finding.place == Place(2, at, 2, end)
    assert finding.fix is not None
    assert finding.fix.edits == (ReportedEdit(Place(2, second, 2, end), ""),)
    assert finding.related[0].place == Place(1, related[0], 2, related[1])
    assert held_back.finding.place == Place(2, second, 2, end)
    assert held_back.by == finding


def test_the_end_of_the_text_has_a_column() -> None:
    columns = Columns("byte", TEXTS.get)
    assert columns.column("a.md", 3, 1) == 1
    assert columns.column("b.md", 2, 2) == 4
    assert columns.column("b.md", 2, 9) == 4  # behind the end of the line: its end


def test_columns_stay_where_the_text_is_gone() -> None:
    columns = Columns("byte", lambda _: None)
    assert columns.column("a.md", 2, 6) is None
    assert columns.result(RESULT).findings == RESULT.findings
    assert Columns("byte", {"a.md": ""}.get).result(RESULT).findings[0].place == PLACE


@pytest.mark.parametrize("name", FORMATS)
def test_formats_that_define_their_columns_keep_them(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    plain, in_bytes = io.StringIO(), io.StringIO()
    writer(name)(RESULT, plain, Style("ja"))
    writer(name)(RESULT, in_bytes, Style("ja", columns=Columns("byte", TEXTS.get)))
    assert (plain.getvalue() != in_bytes.getvalue()) == (name in WITH_COLUMN_UNIT)


def test_json_names_the_unit_only_where_it_is_another() -> None:
    for unit in (None, "utf16"):
        out = io.StringIO()
        columns = Columns("utf16", TEXTS.get) if unit else None
        writer("json")(RESULT, out, Style("ja", columns=columns))
        assert json.loads(out.getvalue()).get("column_unit") == unit
