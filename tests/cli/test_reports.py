"""`--output`, `--statistics` and `--profile`."""

from __future__ import annotations

import json
import os
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

import pytest

from tests.cli.run import jlint


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("設定をを変える。手順をを書く。\n", "utf-8")
    Path("b.md").write_text("記録をを残す。\n", "utf-8")


def test_several_reports_in_one_run() -> None:
    arguments = ("check", "--format", "concise", "--output", "json=x.json", "--output", "html=y.html")
    code, out, err = jlint(*arguments)
    assert code == 1
    assert err == "jlint: x.json を書きました\njlint: y.html を書きました\n"
    assert jlint(*arguments, "-q").err == ""
    assert jlint("check", "--output", f"json={os.devnull}").err == ""
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
        "2ファイルを調べました: 3件の指摘（エラー3、警告0、情報0）\n--fix で3件を直せます\n"
    )
    assert jlint("check", "--statistics", "--format", "sarif").code == 2


@pytest.mark.parametrize("format_name", ["concise", "html"])
def test_statistics_have_two_forms_only(format_name: str) -> None:
    code, out, err = jlint("check", "--statistics", "--format", format_name)
    assert (code, out) == (2, "")
    assert "--statistics は --diff や、text と json 以外の --format と一緒に使えません" in err


def test_statistics_for_programs() -> None:
    Path("bad.md").write_bytes(b"\x93")
    code, out, _ = jlint("check", "--statistics", "-f", "json")
    assert code == 2
    content = json.loads(out)
    assert content["rules"] == [{"rule": "doubled-particle", "severity": "error", "findings": 3}]
    assert content["files"] == [{"path": "a.md", "findings": 2}, {"path": "b.md", "findings": 1}]
    assert [failure["path"] for failure in content["failures"]] == ["bad.md"]
    assert (content["summary"]["files"], content["summary"]["rules"]) == (3, {"doubled-particle": 3})


def test_counts_by_rule_are_those_of_the_run_with_and_without_the_cache() -> None:
    for number in range(12):
        Path(f"{number}.md").write_text("ご存存じですか。設定をを変える。\n" * (number % 3), "utf-8")
    runs = [json.loads(jlint("check", "-f", "json", *more).out) for more in ((), (), ("--no-cache",))]
    counts = Counter(finding["rule"] for finding in runs[0]["findings"])
    assert [run["summary"]["rules"] for run in runs] == [counts] * 3
    assert len(counts) > 1


def test_quiet() -> None:
    Path("link.adoc").write_text("記録を残す。\n", "utf-8")
    loud, quiet = (jlint("check", "a.md", "link.adoc", *more) for more in ((), ("-q",)))
    assert loud.err
    assert (quiet.code, quiet.err) == (1, "")
    assert loud.out.startswith(quiet.out)
    assert loud.out.removeprefix(quiet.out) == (
        "2ファイルを調べました: 2件の指摘（エラー2、警告0、情報0）\n--fix で2件を直せます\n"
    )
    assert jlint("baseline", "create", "a.md").code == 0
    assert jlint("check", "-q", "-f", "concise", "a.md", "--baseline", "jlint-baseline.json") == (0, "", "")
    assert jlint("check", "-q", "b.md", "--fix", "--diff").err  # mistakes are told all the same


def test_exclude_and_show_files() -> None:
    Path("drafts").mkdir()
    Path("drafts/c.md").write_text("手順をを書く。\n", "utf-8")
    Path("rules.yaml").write_text("exclude: [b.md]\n", "utf-8")
    assert jlint("check", "--show-files") == (0, "a.md\ndrafts/c.md\n", "")
    assert jlint("check", "--show-files", "--exclude", "drafts/**") == (0, "a.md\n", "")
    found = jlint("check", "-f", "concise", "--exclude", "/a.md", "--exclude", "b*").out
    assert [line.partition(":")[0] for line in found.splitlines()] == ["drafts/c.md"]
    assert jlint("check", "drafts/c.md", "--exclude", "*.md").code == 0
    assert "--exclude" in jlint("check", "--exclude", "../x").err
    assert jlint("check", "--show-files", "none.md") == (2, "", "jlint: none.md: ファイルがありません\n")


def test_exit_zero() -> None:
    assert jlint("check", "--exit-zero").code == 0
    assert jlint("check", "--exit-zero", "none.md").code == 2
    assert jlint("check", "--exit-zero", "--fail-on", "error").code == 2


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


def test_html_of_very_many_findings_is_a_page_for_each_file() -> None:
    for number in range(8):
        Path(f"many{number}.md").write_text("設定をを変える。\n\n手順をを書く。\n\n" * 200, "utf-8")
    code, _, err = jlint("check", "--all", "-q", "--output", "html=out.html", "--select", "doubled-particle")
    assert (code, err) == (1, "")
    names = sorted(path.name for path in Path("out_files").iterdir())
    assert names == [f"{number:04}.html" for number in range(1, 11)]
    assert len(Path("out.html").read_text("utf-8")) < 100_000
    Path("out_files/0099.html").write_text("mine", "utf-8")
    jlint("check", "a.md", "--output", "html=out.html")
    assert [path.name for path in Path("out_files").iterdir()] == ["0099.html"]
    assert "out_files" not in Path("out.html").read_text("utf-8")


def test_trend() -> None:
    Path("history").mkdir()
    jlint("check", "-f", "concise", "--output", "json=history/2026-10-01.json")
    jlint("check", "a.md", "-f", "concise", "--output", "html=out.html", "--trend", "history")
    page = Path("out.html").read_text("utf-8")
    assert "<tr><th>2026-10-01</th><td>3</td><td>0</td><td>0</td></tr>" in page
    assert jlint("check", "--trend", "history").code == 2
    Path("history/broken.json").write_text("{}", "utf-8")
    code, _, err = jlint("check", "a.md", "--output", "html=out.html", "--trend", "history")
    assert code == 2
    assert "history/broken.json は jlint の JSON の報告ではありません" in err
