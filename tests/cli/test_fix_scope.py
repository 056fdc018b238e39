"""`--fix` and `--diff` with `--since`, `--staged` and `--baseline`: only what would be reported is repaired."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.run import jlint
from tests.cli.test_changes import git

OLD = "設定をを変える。\n"
NEW = "手順をを書く。\n"
GOOD = "手順を書く。\n"


def staged(path: str) -> str:
    return subprocess.run(["git", "show", f":{path}"], capture_output=True, check=True).stdout.decode("utf-8")


@pytest.fixture(autouse=True)
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PRE_COMMIT", raising=False)
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main", ".")
    git("config", "core.autocrlf", "false")
    Path("a.md").write_text(OLD, "utf-8")
    Path("b.md").write_text(OLD, "utf-8")
    git("add", ".")
    git("commit", "-qm", "old")
    Path("a.md").write_text(f"{OLD}\n{NEW}", "utf-8")


def test_since() -> None:
    diff = jlint("check", "--diff", "--since", "HEAD").out
    assert f"+{GOOD}" in diff
    assert "設定を変える" not in diff
    assert jlint("check", "--fix", "--since", "HEAD", "--format", "concise")[:2] == (0, "")
    assert Path("a.md").read_text("utf-8") == f"{OLD}\n{GOOD}"
    assert Path("b.md").read_text("utf-8") == OLD


def test_lines_that_a_fix_moves_are_still_the_changed_ones() -> None:
    Path("rules.yaml").write_text(
        "patterns:\n"
        r"  - {id: empty, match: '甲行', replace: '', message: 消す, severity: error, safe: true}"
        "\n"
        r"  - {id: long, match: '乙行', replace: '長い行になる', message: 伸ばす, severity: error, safe: true}"
        "\n",
        "utf-8",
    )
    Path("a.md").write_text("甲行です。\n\n古い文をを残す。\n", "utf-8")
    git("add", ".")
    git("commit", "-qm", "before")
    Path("a.md").write_text("甲行です。\n\n古い文をを残す。\n\n乙行と乙行と丙をを書く。\n", "utf-8")
    code, out, _ = jlint("check", "--fix", "--since", "HEAD", "--format", "concise")
    assert (code, out) == (0, "")
    assert Path("a.md").read_text("utf-8") == (
        "甲行です。\n\n古い文をを残す。\n\n長い行になると長い行になると丙を書く。\n"
    )


def test_what_fixes_leave_is_reported_where_it_lies_then() -> None:
    Path("a.md").write_text(f"---END---\n\n{OLD}\n本文です。ご存存じの通り。\n", "utf-8")
    git("commit", "-qam", "before")
    Path("a.md").write_text(f"---END---\n\n{OLD}\n---END---\n\n本文です。あなたもご存存じの通り。\n", "utf-8")
    code, out, _ = jlint("check", "--fix", "--since", "HEAD", "--format", "concise")
    assert code == 1
    text = Path("a.md").read_text("utf-8")
    assert text.count("---END---") == 1
    line = text.splitlines().index("本文です。あなたもご存存じの通り。") + 1
    assert [each.split(" ")[0] for each in out.splitlines()] == [f"a.md:{line}:11:"]


def test_staged_fixes_the_index_and_the_file() -> None:
    git("add", "a.md")
    Path("b.md").write_text(f"{OLD}\n{NEW}", "utf-8")
    code, out, err = jlint("check", "--fix", "--staged", "--format", "concise")
    assert (code, out) == (0, "")
    assert "1ファイルで1か所を直しました" in err
    assert Path("a.md").read_text("utf-8") == staged("a.md") == f"{OLD}\n{GOOD}"
    assert Path("b.md").read_text("utf-8") == f"{OLD}\n{NEW}"
    assert staged("b.md") == OLD


@pytest.mark.parametrize("name", ["a.md", "日本 語,:x.md", "-b.md"])
def test_names_and_modes_stay_in_the_index(name: str) -> None:
    Path("posts").mkdir()
    path = Path("posts", name)
    path.write_text(NEW, "utf-8")
    path.chmod(0o755)
    git("add", "posts")
    mode = subprocess.run(["git", "ls-files", "-s", "posts"], capture_output=True, check=True).stdout[:6]
    assert jlint("check", "--fix", "--staged", "posts").code == 0
    assert staged(f"posts/{name}") == path.read_text("utf-8") == GOOD
    assert subprocess.run(["git", "ls-files", "-s", "posts"], capture_output=True, check=True).stdout[:6] == mode


def test_a_partly_staged_file_is_left_and_named() -> None:
    git("add", "a.md")
    Path("a.md").write_text(f"{OLD}\n{NEW}\n続き。\n", "utf-8")
    code, out, err = jlint("check", "--fix", "--staged", "--format", "concise")
    assert (code, out.split(" ")[0]) == (1, "a.md:3:3:")
    assert "a.md: git add した内容とファイルの内容が違うので、直しませんでした" in err
    assert staged("a.md") == f"{OLD}\n{NEW}"
    assert Path("a.md").read_text("utf-8") == f"{OLD}\n{NEW}\n続き。\n"


def test_line_ends_that_git_converts_stay() -> None:
    git("add", "a.md")
    Path("a.md").write_bytes(f"{OLD}\n{NEW}".replace("\n", "\r\n").encode())
    jlint("check", "--fix", "--staged")
    assert Path("a.md").read_bytes() == f"{OLD}\n{GOOD}".replace("\n", "\r\n").encode()
    assert staged("a.md") == f"{OLD}\n{GOOD}"


def test_a_diff_of_what_is_staged_applies_to_the_index() -> None:
    git("add", "a.md")
    Path("a.md").write_text("作業中。\n", "utf-8")
    diff = jlint("check", "--diff", "--staged").out
    subprocess.run(["git", "apply", "--cached", "-"], input=diff.encode(), check=True)
    assert staged("a.md") == f"{OLD}\n{GOOD}"


def test_what_the_baseline_accepts_stays() -> None:
    Path("a.md").write_text(OLD, "utf-8")
    jlint("baseline", "create")
    Path("a.md").write_text(f"{OLD}\n{NEW}", "utf-8")
    code, out, _ = jlint("check", "--fix", "--baseline", "jlint-baseline.json", "--format", "concise")
    assert (code, out) == (0, "")
    assert Path("a.md").read_text("utf-8") == f"{OLD}\n{GOOD}"
    assert Path("b.md").read_text("utf-8") == OLD


def test_an_accepted_finding_stays_when_its_sentence_is_repaired() -> None:
    Path("a.md").write_text("設定をを変え、表を作る。\n", "utf-8")
    jlint("baseline", "create", "a.md")
    Path("rules.yaml").write_text(
        "patterns: [{id: table, match: 表, replace: 一覧, message: 一覧と書く, severity: error, safe: true}]\n", "utf-8"
    )
    jlint("check", "--fix", "--baseline", "jlint-baseline.json", "a.md")
    assert Path("a.md").read_text("utf-8") == "設定をを変え、一覧を作る。\n"


def test_a_renamed_file_keeps_what_is_accepted() -> None:
    Path("a.md").write_text(OLD, "utf-8")
    jlint("baseline", "create")
    git("mv", "b.md", "c.md")
    jlint("check", "--fix", "--baseline", "jlint-baseline.json")
    assert Path("c.md").read_text("utf-8") == OLD
