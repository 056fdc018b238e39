"""`jlint check --fix`, `--unsafe-fixes` and `--diff`."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.run import jlint

BAD = "売上は2,400億円、利益は1300億円だった。設定をを変える。\n"
GOOD = "売上は2,400億円、利益は1,300億円だった。設定を変える。\n"


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(BAD, "utf-8")


def test_fix_writes_and_reports_what_is_left() -> None:
    code, out, err = jlint("check", "--fix", "--format", "concise")
    assert (code, out) == (0, "")
    assert err == "jlint: 1ファイルで2か所を直しました\n"
    assert Path("a.md").read_text("utf-8") == GOOD
    assert jlint("check", "--fix", "--format", "concise") == (0, "", "")


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_bytes_that_are_not_fixed_stay_as_they_are(newline: str) -> None:
    text = f"\ufeff前の行{newline}{BAD.strip()}"
    Path("a.md").write_bytes(text.encode())
    jlint("check", "--fix")
    assert Path("a.md").read_bytes() == f"\ufeff前の行{newline}{GOOD.strip()}".encode()


def test_diff_writes_nothing_and_can_be_applied() -> None:
    Path("b.md").write_text(BAD.rstrip("\n"), "utf-8")
    code, out, err = jlint("check", "--diff")
    assert (code, err) == (1, "")
    assert out.startswith("--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n")
    assert Path("a.md").read_text("utf-8") == BAD
    done = subprocess.run(["git", "apply", "-"], input=out.encode(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert Path("a.md").read_text("utf-8") == GOOD
    assert Path("b.md").read_text("utf-8") == GOOD.rstrip("\n")


@pytest.mark.parametrize("text", ["\ufeff" + BAD, "\ufeff\ufeff前の行\r\n\r\n" + BAD.replace("\n", "\r\n")])
def test_a_diff_of_a_file_with_a_byte_order_mark_can_be_applied(text: str) -> None:
    Path("a.md").write_bytes(text.encode())
    diff = jlint("check", "--diff").out
    done = subprocess.run(["git", "apply", "-"], input=diff.encode(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "設定を変える" in Path("a.md").read_text("utf-8")
    assert jlint("check", "--diff").out == ""
    assert Path("a.md").read_bytes().startswith(b"\xef\xbb\xbf")


def test_unsafe_fixes_are_asked_for() -> None:
    Path("a.md").write_text("あなたもご存存じの通りです。\n", "utf-8")
    assert jlint("check", "--diff").out == ""
    assert "+あなたもご存じの通りです。\n" in jlint("check", "--diff", "--unsafe-fixes").out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--fix", "--diff"], "--fix と --diff は一緒に使えません"),
        (["--unsafe-fixes"], "--unsafe-fixes は --fix か --diff と一緒に使います"),
        (["--fix", "-"], "標準入力は --fix で書き換えられません"),
    ],
)
def test_wrong_combinations(arguments: list[str], words: str) -> None:
    code, out, err = jlint("check", *arguments)
    assert (code, out) == (2, "")
    assert words in err


def test_a_diff_of_standard_input() -> None:
    assert "+" + GOOD in jlint("check", "--diff", "-", stdin=BAD).out
