"""What each format writes, exactly."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from jlint.engine.result import (
    Excerpt,
    Failure,
    FileResult,
    Place,
    ReportedEdit,
    ReportedFinding,
    ReportedFix,
    ReportedRelated,
    RunResult,
)
from jlint.finding import Language, Severity
from jlint.report import FORMATS, Style, writer

FINDING = ReportedFinding(
    path="a.md",
    place=Place(3, 1, 3, 5),
    rule="repeated-sentence",
    category="repetition",
    severity=Severity.ERROR,
    message="同じ文です",
    fix=ReportedFix("消す", True, (ReportedEdit(Place(3, 1, 3, 5), ""),)),
    related=(ReportedRelated("a.md", Place(1, 1, 1, 5), "初めの文"),),
    excerpt=Excerpt("…前の", "AI文", "。"),
    fingerprint="0123456789abcdef",
)
LATER = FINDING._replace(place=Place(4, 2, 6, 1), severity=Severity.INFO, fix=None, related=(), rule="other")
FAILURE = Failure("b,c.md", None, "UTF-8 として読めません: 17 バイト目が 0x93 です")
RESULT = RunResult(
    [FileResult("b,c.md", failures=(FAILURE,)), FileResult("a.md", (LATER, FINDING), suppressed=2), FileResult("c.md")]
)


def written(name: str, result: RunResult = RESULT, *, language: Language = "ja", **style: Any) -> str:
    out = io.StringIO()
    writer(name)(result, out, Style(language, **style))
    return out.getvalue()


def test_text() -> None:
    assert written("text") == (
        "a.md:3:1: error 同じ文です [repeated-sentence]\n"
        "    …前のAI文。\n"
        "     \u3000\u3000^^＾\n"
        "    → a.md:1:1: 初めの文\n"
        "    直し方: 消す\n"
        "\n"
        "a.md:4:2: info 同じ文です [other]\n"
        "    …前のAI文。\n"
        "     \u3000\u3000^^＾\n"
        "\n"
        "b,c.md: UTF-8 として読めません: 17 バイト目が 0x93 です\n"
        "2ファイルを調べました: 2件の指摘（エラー1、警告0、情報1）。ほかに1ファイルは調べられませんでした\n"
        "--fix で1件を直せます\n"
    )


def test_text_is_coloured_only_when_asked() -> None:
    assert "\x1b[31merror\x1b[0m" in written("text", colour=True)
    assert "\x1b" not in written("text")


def test_marks_stand_beneath_what_is_shown_of_control_characters() -> None:
    finding = FINDING._replace(excerpt=Excerpt("\x1b「", "\0字", "\t終"))
    assert "    \\x1b「\\x00字 終\n        \u3000^^^^＾\n" in written(
        "text", RunResult([FileResult("a.md", (finding,))])
    )


@pytest.mark.parametrize("excerpt", [("", "::error", "::x"), (":", ":error::", "x"), ("\t::error::", "x", "")])
def test_an_excerpt_is_no_command_to_a_ci_server(excerpt: tuple[str, str, str]) -> None:
    finding = FINDING._replace(excerpt=Excerpt(*excerpt))
    text = written("text", RunResult([FileResult("a.md", (finding,))]))
    assert [line for line in text.splitlines() if line.strip().startswith("::")] == []
    assert "\\x3a:error::x\n" in text


def test_a_container_in_an_excerpt_is_shown_as_it_stands() -> None:
    finding = FINDING._replace(excerpt=Excerpt(":::details ", "予備", "の話"))
    assert "    :::details 予備の話\n" in written("text", RunResult([FileResult("a.md", (finding,))]))


@pytest.mark.parametrize("name", ["text", "concise"])
def test_a_finding_stays_on_its_line_whatever_it_quotes(name: str) -> None:
    finding = FINDING._replace(path="a\nb.md", message="\x1b[2J「a\nb」", related=(), fix=None)
    text = written(name, RunResult([FileResult("a", (finding,))]))
    assert text.startswith("a\\nb.md:3:1: error \\x1b[2J「a\\nb」 [repeated-sentence]\n")


def test_a_clean_run_says_so() -> None:
    clean = RunResult([FileResult("a.md")])
    assert written("text", clean) == "1ファイルを調べました: 指摘はありません\n"
    assert written("text", clean, language="en") == "1 file checked: nothing found\n"
    assert written("concise", clean) == ""


def test_a_run_that_read_nothing_does_not_report_success() -> None:
    unread = RunResult([FileResult("b,c.md", failures=(FAILURE,))])
    assert written("text", unread).splitlines()[-1] == "1ファイルは調べられませんでした"
    assert written("text", unread, language="en").splitlines()[-1] == "1 file could not be checked"


def test_concise() -> None:
    assert written("concise") == (
        "a.md:3:1: error 同じ文です [repeated-sentence]\n"
        "a.md:4:2: info 同じ文です [other]\n"
        "b,c.md: UTF-8 として読めません: 17 バイト目が 0x93 です\n"
    )


def test_json() -> None:
    report = json.loads(written("json"))
    place = {"line": 3, "column": 1, "end_line": 3, "end_column": 5}
    assert report["findings"][0] == {
        "path": "a.md",
        "rule": "repeated-sentence",
        "category": "repetition",
        "severity": "error",
        "message": "同じ文です",
        **place,
        "fix": {"title": "消す", "safe": True, "edits": [{**place, "text": ""}]},
        "related": [{"path": "a.md", "line": 1, "column": 1, "end_line": 1, "end_column": 5, "message": "初めの文"}],
    }
    assert report["findings"][1]["fix"] is None
    assert report["failures"] == [{"path": "b,c.md", "rule": None, "message": FAILURE.message}]
    counts = {"files": 3, "errors": 1, "warnings": 0, "infos": 1, "suppressed": 2, "held_back": 0}
    fixable = {"fixable": 1, "unsafely_fixable": 0, "accepted": 0}
    assert report["summary"] == {**counts, **fixable, "rules": {"other": 1, "repeated-sentence": 1}}
    assert list(report) == ["version", "findings", "held_back", "failures", "summary"]


def test_jsonl_reports_the_same() -> None:
    lines = [json.loads(line) for line in written("jsonl").splitlines()]
    whole = json.loads(written("json"))
    assert [line.pop("type") for line in lines] == ["finding", "finding", "failure", "summary"]
    assert lines[:2] == whole["findings"]
    assert lines[2:3] == whole["failures"]
    assert lines[3] == {"version": 1, **whole["summary"]}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_withstands_an_empty_run(name: str) -> None:
    assert "Traceback" not in written(name, RunResult([]))
