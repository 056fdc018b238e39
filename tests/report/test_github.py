"""Annotations as GitHub shows them, and the step's summary for the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from jlint.engine.result import FileResult, Place, ReportedFinding, RunResult
from jlint.finding import Severity
from tests.report.test_formats import FINDING, written

LIMIT = 1024 * 1024


def findings(number: int, severity: Severity, message: str = "同じ文です") -> tuple[ReportedFinding, ...]:
    places = (Place(line, 1, line, 3) for line in range(1, number + 1))
    return tuple(
        FINDING._replace(place=place, severity=severity, message=message, fix=None, related=()) for place in places
    )


def run_of(*groups: tuple[ReportedFinding, ...]) -> RunResult:
    return RunResult([FileResult("a.md", tuple(finding for group in groups for finding in group))])


MANY = run_of(findings(3, Severity.INFO), findings(25, Severity.WARNING), findings(12, Severity.ERROR))


@pytest.fixture(autouse=True)
def _no_summary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


@pytest.fixture
def step_summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    return path


def test_failures_and_errors_come_first() -> None:
    assert written("github", language="en") == (
        "::error file=b%2Cc.md,title=jlint::UTF-8 として読めません: 17 バイト目が 0x93 です\n"
        "::error file=a.md,line=3,endLine=3,col=1,endColumn=5,title=repeated-sentence::同じ文です\n"
        "::notice file=a.md,line=4,endLine=6,title=other::同じ文です\n"
        "2 files checked: 2 findings (1 error, 0 warnings, 1 info); 1 more file could not be checked\n"
    )


def test_what_would_end_a_command_or_a_property_is_escaped() -> None:
    finding = FINDING._replace(path="./記:事,100%.md", message="100%\r\n::error::次, a:b")
    (line, _) = written("github", RunResult([FileResult("a.md", (finding,))])).splitlines()
    assert line.startswith("::error file=記%3A事%2C100%25.md,line=3,")
    assert line.endswith("::100%25%0D%0A::error::次, a:b")


def test_a_name_like_a_command_stays_a_name() -> None:
    finding = FINDING._replace(path="::error::x.md", message="::error::x")
    (line, _) = written("github", RunResult([FileResult("a.md", (finding,))])).splitlines()
    assert line.startswith("::error file=%3A%3Aerror%3A%3Ax.md,line=3,")
    assert line.endswith("title=repeated-sentence::::error::x")


def test_no_more_than_github_shows() -> None:
    lines = written("github", MANY).splitlines()
    commands = [line.split()[0] for line in lines if line.startswith("::")]
    assert commands == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 3
    assert lines[-2] == "1ファイルを調べました: 40件の指摘（エラー12、警告25、情報3）"
    assert lines[-1] == (
        "GitHub が一度に示すのは種類ごとに10件までなので、17件（エラー2、警告15、情報0）は注釈にしていません。"
        "すべて見るには --format text か --output html=FILE を使ってください"
    )


def test_the_rest_is_in_the_summary(step_summary: Path) -> None:
    step_summary.write_text("先の記録\n\n", "utf-8")
    assert written("github", MANY).endswith("ステップの概要（Summary）にあります\n")
    text = step_summary.read_text("utf-8")
    assert text.startswith("先の記録\n\n### jlint\n\n1ファイルを調べました: 40件の指摘")
    rows = [line for line in text.splitlines() if line.startswith("| a.md:")]
    assert rows[0] == "| a.md:11 | error | 同じ文です | repeated-sentence |"
    assert [row.split(" | ")[1] for row in rows] == ["error"] * 2 + ["warning"] * 15


def test_two_reports_of_a_run_write_one_summary(step_summary: Path) -> None:
    first, second = written("github", MANY), written("github", MANY)
    assert first == second
    assert step_summary.read_text("utf-8").count("### jlint") == 1


def test_nothing_is_added_where_all_is_annotated(step_summary: Path) -> None:
    written("github", run_of(findings(10, Severity.ERROR)))
    assert not step_summary.exists()


def test_cells_show_the_text_as_it_stands(step_summary: Path) -> None:
    written("github", run_of(findings(11, Severity.ERROR, "a|b\n<b>`*_\x1b ![](http://x) www.x @a")))
    cell = r"a\|b\\n\<b\>\`\*\_\\x1b \!\[\](http\://x) www\.x \@a"
    assert f"| a.md:11 | error | {cell} |" in step_summary.read_text("utf-8")


def test_what_a_terminal_would_act_upon_is_visible() -> None:
    finding = FINDING._replace(path="a\x1b\udcff.md", message="##[error]\u202e")
    (line, _) = written("github", RunResult([FileResult("a.md", (finding,))])).splitlines()
    assert line.startswith(r"::error file=a\x1b\udcff.md,line=3,")
    assert line.endswith(r"::\x23#[error]\u202e")


@pytest.mark.parametrize("earlier", [0, 1000, LIMIT - 2000])
def test_the_summary_stays_within_its_limit(step_summary: Path, earlier: int) -> None:
    step_summary.write_bytes(b"." * earlier)
    out = written("github", run_of(findings(20_000, Severity.ERROR, "長い文" * 20)))
    text = step_summary.read_text("utf-8")
    assert LIMIT - 1000 < step_summary.stat().st_size <= LIMIT
    left_out = 20_000 - 10 - text.count("\n| a.md:")
    assert left_out > 0
    notice = f"{left_out}件はステップの概要（Summary）に入りきりません"
    assert notice in text.splitlines()[-1]
    assert notice in out.splitlines()[-1]


def test_a_full_summary_is_left_as_it_is(step_summary: Path) -> None:
    step_summary.write_bytes(b"." * LIMIT)
    assert "30件はステップの概要（Summary）に入りきりません" in written("github", run_of(findings(40, Severity.ERROR)))
    assert step_summary.stat().st_size == LIMIT


def test_a_summary_that_cannot_be_written_is_reported(step_summary: Path) -> None:
    step_summary.mkdir()
    last = written("github", MANY, language="en").splitlines()[-1]
    assert f"The step's summary, {step_summary}, can't be written: " in last
