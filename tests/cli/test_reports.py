"""`--output`, `--statistics` and `--profile`."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from tests.cli.run import jlint


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("設定をを変える。手順をを書く。\n", "utf-8")
    Path("b.md").write_text("記録をを残す。\n", "utf-8")


def test_several_reports_in_one_run() -> None:
    code, out, _ = jlint("check", "--format", "concise", "--output", "json=x.json", "--output", "html=y.html")
    assert code == 1
    assert out.count("\n") == 3
    assert len(json.loads(Path("x.json").read_text("utf-8"))["findings"]) == 3
    assert Path("y.html").read_text("utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("output", ["yaml=x", "json", "json=", "=x"])
def test_an_output_that_cannot_be(output: str) -> None:
    code, out, err = jlint("check", "--output", output)
    assert (code, out) == (2, "")
    assert "--output には「形=ファイル」を書きます" in err


def test_a_report_that_cannot_be_written_is_an_error() -> None:
    code, _, err = jlint("check", "--output", "json=none/x.json")
    assert code == 2
    assert "none/x.json: 書き込めません: " in err


def test_statistics() -> None:
    code, out, _ = jlint("check", "--statistics")
    assert code == 1
    assert out == (
        "ルールごと:\n      3  doubled-particle (error)\n\n"
        "ファイルごと:\n      2  a.md\n      1  b.md\n\n"
        "2ファイルを調べました: 3件の指摘（エラー3、警告0、情報0）\n"
    )
    assert jlint("check", "--statistics", "--format", "json").code == 2


def test_profile() -> None:
    code, out, err = jlint("check", "--profile", "--format", "concise")
    assert code == 1
    assert out.count("\n") == 3
    assert "doubled-particle" in err


def test_github_reports_the_rest_in_the_summary_of_the_step() -> None:
    Path("c.md").write_text("手順をを書く。\n\n" * 12, "utf-8")
    ended = jlint("check", "--format", "github", "--select", "doubled-particle", GITHUB_STEP_SUMMARY="summary.md")
    assert (ended.code, ended.err, ended.out.count("::error ")) == (1, "", 10)
    assert Path("summary.md").read_text("utf-8").count("| doubled-particle |") == 5
    ended = jlint("check", "--format", "github", "--select", "doubled-particle", GITHUB_STEP_SUMMARY="none/summary.md")
    assert (ended.code, ended.err) == (1, "")
    assert "ステップの概要 none/summary.md に書き込めません" in ended.out


def test_what_fails_in_junit_is_what_the_exit_code_says() -> None:
    Path("rules.yaml").write_text("rules: {doubled-particle: warning}\n", "utf-8")
    for options, failed in (((), 0), (("--fail-on", "warning"), 1), (("--fail-on", "never"), 0)):
        code, out, _ = jlint("check", "--format", "junit", *options)
        suite = ElementTree.fromstring(out)
        assert (code, suite.get("failures")) == (failed, str(2 * failed))
        assert float(suite.get("time", "0")) > 0


def test_rules_link_to_the_pages_that_the_configuration_names() -> None:
    Path("rules.yaml").write_text("docs-url: https://example.com/{rule}\n", "utf-8")
    (run,) = json.loads(jlint("check", "--format", "sarif").out)["runs"]
    assert run["tool"]["driver"]["rules"][0]["helpUri"] == "https://example.com/doubled-particle"
    Path("rules.yaml").write_text("docs-url: https://example.com/rules\n", "utf-8")
    code, _, err = jlint("check", "--lang", "en")
    assert code == 2
    assert "rules.yaml:1:11: docs-url takes an http(s) address with {rule} in it, such as " in err
