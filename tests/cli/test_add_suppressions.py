"""`jlint check --add-suppressions`: what is found is silenced by comments, and the document stays as it was."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.run import jlint
from tests.cli.test_changes import git

BAD = "設定をを変える。"
TEXT = f"---\ntitle: 題名です\n---\n\n{BAD}\n\n- 一つ目\n- 手順をを書く。あなたもご存存じです。\n"


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("posts").mkdir()
    Path("posts/a.md").write_text(TEXT, "utf-8")
    Path("posts/b.md").write_text(f"{BAD}\n", "utf-8")


def without_comments(path: str) -> str:
    lines = Path(path).read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if line and "jlint-" not in line)


def test_a_second_run_reports_nothing() -> None:
    code, out, err = jlint("check", "--add-suppressions", "posts", "--reason", "原文のまま", "--format", "concise")
    assert (code, out) == (0, "")
    assert err == "jlint: 2ファイルの3か所に書き込み、エラー4件を止めました\n"
    text = Path("posts/a.md").read_text("utf-8")
    assert f"<!-- jlint-disable-next doubled-particle -- 原文のまま -->\n\n{BAD}\n" in text
    assert "<!-- jlint-disable-next doubled-particle doubled-character -- 原文のまま -->\n\n- 一つ目" in text
    assert without_comments("posts/a.md") == "\n".join(line for line in TEXT.splitlines() if line)
    assert jlint("check", "--format", "concise") == (0, "", "")
    assert jlint("check", "--add-suppressions", "--format", "concise") == (0, "", "")
    assert Path("posts/a.md").read_text("utf-8") == text


def test_some_rules_only() -> None:
    code, out, _ = jlint("check", "--add-suppressions=doubled-particle", "--format", "concise")
    assert code == 1
    assert [line.rpartition(" ")[2] for line in out.splitlines()] == ["[doubled-character]"]
    assert jlint("check", "--add-suppressions=typo", "--format", "concise")[:2] == (0, "")
    code, out, err = jlint("check", "--add-suppressions=doubled-partcle")
    assert (code, out) == (2, "")
    assert "--add-suppressions: doubled-partcle というルールや分類はありません。doubled-particle" in err


def test_what_can_be_repaired_is_repaired_first() -> None:
    Path("posts/b.md").write_text(f"<!-- jlint-disable-next end-marker -->\n\n{BAD}\n", "utf-8")
    code, out, err = jlint("check", "--fix", "--add-suppressions", "--format", "concise")
    assert (code, out) == (0, "")
    assert err == "jlint: 2ファイルで4か所を直しました\njlint: 1ファイルの1か所に書き込み、エラー1件を止めました\n"
    assert Path("posts/b.md").read_text("utf-8") == "設定を変える。\n"
    assert "doubled-particle" not in Path("posts/a.md").read_text("utf-8")


def test_a_reason_vouches_for_no_other_rule() -> None:
    jlint("check", "--add-suppressions=doubled-character", "--reason", "わざと", "posts/a.md")
    code, out, err = jlint("check", "--add-suppressions", "posts/a.md")
    assert (code, "指摘はありません" in out) == (0, True)
    assert "エラー2件を止めました" in err
    text = Path("posts/a.md").read_text("utf-8")
    assert "<!-- jlint-disable-next doubled-character -- わざと -->" in text
    assert "<!-- jlint-disable-next doubled-particle -->\n\n- 一つ目" in text
    assert jlint("check", "posts/a.md", "--format", "concise") == (0, "", "")


def test_what_is_silenced_is_counted_by_severity() -> None:
    Path("posts/b.md").write_text(f"{BAD}\n\n昨日は富士山が見れた。\n", "utf-8")
    _, out, err = jlint("check", "posts/b.md", "--format", "json")
    assert err == ""
    assert {each["severity"] for each in json.loads(out)["findings"]} == {"error", "warning"}
    assert "エラー1件、警告1件が止まります" in jlint("check", "--add-suppressions", "--diff", "posts/b.md").err
    arguments = ("check", "--add-suppressions", "posts/b.md", "--lang", "en")
    assert "2 comments in 1 file written, which silences 1 error, 1 warning\n" in jlint(*arguments).err


def test_a_diff_of_it_can_be_applied() -> None:
    code, out, _ = jlint("check", "--diff", "--add-suppressions")
    assert (code, Path("posts/a.md").read_text("utf-8")) == (1, TEXT)
    done = subprocess.run(["git", "apply", "-"], input=out.encode(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert jlint("check", "--format", "concise")[:2] == (0, "")


def test_only_what_is_reported_is_silenced() -> None:
    git("init", "-q", "-b", "main", ".")
    git("add", ".")
    git("commit", "-qm", "old")
    Path("posts/b.md").write_text(f"{BAD}\n\n手順をを書く。\n", "utf-8")
    assert jlint("check", "--since", "HEAD", "--add-suppressions").code == 0
    assert Path("posts/b.md").read_text("utf-8") == (
        f"{BAD}\n\n<!-- jlint-disable-next doubled-particle -->\n\n手順をを書く。\n"
    )
    assert Path("posts/a.md").read_text("utf-8") == TEXT


def test_what_the_baseline_accepts_gets_no_comment() -> None:
    jlint("baseline", "create")
    Path("posts/b.md").write_text(f"{BAD}\n\n手順をを書く。\n", "utf-8")
    assert jlint("check", "--baseline", "jlint-baseline.json", "--add-suppressions").code == 0
    assert Path("posts/b.md").read_text("utf-8").startswith(f"{BAD}\n\n<!-- ")
    assert Path("posts/a.md").read_text("utf-8") == TEXT


def test_findings_across_files_are_silenced_where_they_are() -> None:
    for name in ("c", "d"):
        Path(f"posts/{name}.md").write_text(f"---\ntitle: 同じ題名\n---\n\n{name}の本文。\n", "utf-8")
    assert "[duplicate-title]" in jlint("check", "--format", "concise").out
    assert jlint("check", "--add-suppressions", "--format", "concise")[:2] == (0, "")
    assert "jlint: {disable: [duplicate-title]}\n---" in Path("posts/c.md").read_text("utf-8") + Path(
        "posts/d.md"
    ).read_text("utf-8")
    assert jlint("check", "--format", "concise")[:2] == (0, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--reason", "理由"], "--reason は --add-suppressions と一緒に使います"),
        (["--add-suppressions", "--reason", "終わり -->"], "--reason には、コメントの中に一行で書ける文"),
        (["--add-suppressions", "--staged"], "--staged や標準入力（-）とは使えません"),
        (["--add-suppressions", "-"], "--staged や標準入力（-）とは使えません"),
        (["--add-suppressions", "--diff", "--fix"], "--diff を一緒に使うときは"),
        (["--add-suppressions", "--diff", "--unsafe-fixes"], "--diff を一緒に使うときは"),
        (["--add-suppressions=,"], "--add-suppressions にルールか分類の名前"),
    ],
)
def test_wrong_combinations(arguments: list[str], message: str) -> None:
    code, out, err = jlint("check", *arguments)
    assert (code, out) == (2, "")
    assert message in err
