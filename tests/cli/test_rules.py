from __future__ import annotations

from pathlib import Path

import pytest

from jlint.report.width import cells
from jlint.rules.table import LISTED, RULES
from tests.cli.run import jlint

STATUSES = {"new": "新規", "stable": "安定", "deprecated": "廃止予定"}


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_every_rule_one_a_line() -> None:
    code, out, err = jlint("rules")
    assert (code, err) == (0, "")
    lines = [line.split(maxsplit=5) for line in out.splitlines()]
    assert [line[0] for line in lines] == [rule.id for rule in RULES]
    assert [line[1] for line in lines] == [rule.category for rule in RULES]
    assert [line[2] for line in lines] == [each.by_default.label if each.by_default else "off" for each in LISTED]
    assert [line[3:5] for line in lines] == [[each.since, STATUSES[each.status]] for each in LISTED]
    assert [
        "replacement-character",
        "artifact",
        "error",
        "0.1.0",
        "安定",
        "文字化けで失われた文字の跡（U+FFFD）が残っている。",
    ] in lines


def test_summaries_stand_in_a_column() -> None:
    for language in ("ja", "en"):
        lines = jlint("rules", "--lang", language).out.splitlines()
        statuses = ("新規", "安定", "new", "stable")
        ends = {cells(line[: line.index(status)]) for line in lines for status in statuses if f"  {status} " in line}
        assert len(ends) == 1
        assert len({cells(line) - cells(line.split(maxsplit=5)[5]) for line in lines}) == 1


def test_severities_and_patterns_of_the_configuration() -> None:
    Path("rules.yaml").write_text(
        "extends: none\nrules: {replacement-character: info}\n"
        "patterns: [{id: house-term, match: あ, message: {ja: 直す, en: Mend it}}]\n",
        "utf-8",
    )
    lines = [line.split(maxsplit=5) for line in jlint("rules", "--lang", "en").out.splitlines()]
    assert [line[:3] for line in lines if line[2] != "off"] == [
        ["replacement-character", "artifact", "info"],
        ["house-term", "notation", "warning"],
    ]
    assert lines[-1][3:] == ["-", "-", "Mend it"]
    assert "house-term" not in jlint("rules", "--isolated").out


def test_broken_configuration() -> None:
    Path("rules.yaml").write_text("rules: {tipo: off}\n", "utf-8")
    assert jlint("rules") == (2, "", "rules.yaml:1:9: tipo というルールや分類はありません。typo のことですか？\n")


def test_console_that_cannot_write_japanese() -> None:
    code, out, _ = jlint("rules", PYTHONIOENCODING="ascii")
    assert code == 0
    assert "replacement-character" in out
