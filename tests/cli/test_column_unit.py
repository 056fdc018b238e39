"""`jlint check --column-unit`."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.run import jlint

DRAFT = "# 𠮷野の記録\n\n😀の朝。設定をを変える。\n"
COLUMNS = {"character": 7, "byte": 20, "utf16": 8}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(DRAFT, "utf-8")
    return tmp_path


@pytest.mark.parametrize("unit", COLUMNS)
def test_file_and_standard_input(unit: str) -> None:
    arguments = ("check", "--format", "concise", "--column-unit", unit)
    expected = f"a.md:3:{COLUMNS[unit]}: error 助詞「を」が重なっています。一つ消してください [doubled-particle]\n"
    assert jlint(*arguments, "a.md").out == expected
    assert jlint(*arguments, "--stdin-filename", "a.md", "-", stdin=f"\ufeff{DRAFT}").out == expected
    Path("a.md").write_text("", "utf-8")  # an editor's text is not the one on the disk
    assert jlint(*arguments, "--stdin-filename", "a.md", "-", stdin=DRAFT).out == expected


def test_the_place_is_the_one_that_an_editor_finds_by_bytes() -> None:
    (finding,) = json.loads(jlint("check", "--format", "json", "--column-unit", "byte", "a.md").out)["findings"]
    line = DRAFT.splitlines()[finding["line"] - 1].encode()
    assert line[finding["column"] - 1 : finding["end_column"] - 1].decode() == "をを"


def test_what_is_staged_is_counted_as_it_is_staged() -> None:
    for command in (["init", "-q"], ["add", "a.md"]):
        subprocess.run(["git", *command], check=True)
    Path("a.md").write_text("別の文です。\n", "utf-8")
    assert jlint("check", "--staged", "--format", "concise", "--column-unit", "byte").out.startswith("a.md:3:20:")


def test_after_fixing_the_written_text_counts() -> None:
    Path("a.md").write_text("設定をを変える。ご存存じですか。\n", "utf-8")
    done = jlint("check", "--fix", "--format", "concise", "--column-unit", "byte", "a.md")
    assert done.out.startswith("a.md:1:25: ")


def test_report_files_follow_it_where_they_can() -> None:
    outputs = ("--output", "sarif=a.sarif", "--output", "jsonl=a.jsonl")
    jlint("check", "a.md", "--column-unit", "byte", *outputs, "--statistics")
    (result,) = json.loads(Path("a.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"]["startColumn"] == COLUMNS["character"]
    assert json.loads(Path("a.jsonl").read_text("utf-8").splitlines()[0])["column"] == COLUMNS["byte"]


@pytest.mark.parametrize("arguments", [("--format", "sarif"), ("--format", "rdjson"), ("--statistics",), ("--diff",)])
def test_refused_where_nothing_can_follow_it(arguments: tuple[str, ...]) -> None:
    done = jlint("check", "a.md", "--column-unit", "byte", *arguments, JLINT_LANG="en")
    assert (done.code, done.out) == (2, "")
    assert "--column-unit goes with one of: text, concise, json, jsonl, checkstyle" in done.err


def test_reports_in_another_unit_are_not_compared() -> None:
    jlint("check", "a.md", "--output", "json=old.json", "--column-unit", "byte")
    done = jlint("check", "a.md", "--compare", "old.json", JLINT_LANG="en")
    assert done.code == 2
    assert "old.json can't be compared: its columns don't count characters" in done.err
    jlint("check", "a.md", "--output", "json=old.json")
    assert jlint("check", "a.md", "--compare", "old.json").code == 1


def test_help_lists_it() -> None:
    assert "--column-unit [character|byte|utf16]" in jlint("check", "--help").out
