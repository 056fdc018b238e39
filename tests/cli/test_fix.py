"""`jlint check --fix`, `--unsafe-fixes` and `--diff`."""

from __future__ import annotations

import json
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
        (["--exit-non-zero-on-fix"], "--exit-non-zero-on-fix は --fix か --diff と一緒に使います"),
    ],
)
def test_wrong_combinations(arguments: list[str], words: str) -> None:
    code, out, err = jlint("check", *arguments)
    assert (code, out) == (2, "")
    assert words in err


def test_a_diff_of_standard_input() -> None:
    assert "+" + GOOD in jlint("check", "--diff", "-", stdin=BAD).out


def test_standard_input_is_fixed_on_standard_output() -> None:
    code, out, err = jlint("check", "--fix", "-", "--format", "concise", stdin="\ufeff" + BAD)
    assert (code, out) == (0, "\ufeff" + GOOD)
    assert err == "jlint: 1ファイルで2か所を直しました\n"
    code, out, err = jlint("check", "--fix", "-", "--format", "concise", stdin=GOOD + "あなたもご存存じの通りです。\n")
    assert (code, out) == (1, GOOD + "あなたもご存存じの通りです。\n")
    assert err.startswith("-:2:")


def test_standard_input_that_cannot_be_fixed_comes_back_as_it_is() -> None:
    Path("rules.yaml").write_text("exclude: [drafts/**]\n" + UNSTABLE.replace("extends: none\n", ""), "utf-8")
    assert jlint("check", "--fix", "-", stdin="甲と丙\n")[:2] == (2, "甲と丙\n")
    assert jlint("check", "--fix", "-", "--stdin-filename", "drafts/a.md", stdin=BAD)[:2] == (0, BAD)
    Path("rules.yaml").write_text("max-file-size: 100\n", "utf-8")
    assert jlint("check", "--fix", "-", stdin=BAD * 3)[:2] == (2, BAD * 3)


def test_a_change_can_make_the_exit_code_one() -> None:
    Path("a.md").write_text("売上は2,400億円、利益は1300億円だった。\n", "utf-8")
    assert jlint("check", "--diff").code == 0
    assert jlint("check", "--diff", "--exit-non-zero-on-fix").code == 1
    assert jlint("check", "--fix", "--exit-non-zero-on-fix").code == 1
    assert jlint("check", "--fix", "--exit-non-zero-on-fix").code == 0
    assert jlint("check", "--diff", "--exit-non-zero-on-fix").code == 0


def test_the_summary_tells_what_can_be_repaired() -> None:
    Path("a.md").write_text("設定をを変える。あなたもご存存じの通りです。\n", "utf-8")
    out = jlint("check").out
    assert out.endswith("--fix で1件を直せます（--unsafe-fixes も付けると、ほかに1件）\n")
    assert "    直し方: " in out
    assert "    直し方（--unsafe-fixes）: " in out
    assert jlint("check", "--lang", "en").out.endswith("--fix repairs 1 of them, 1 more with --unsafe-fixes\n")
    assert jlint("check", "--statistics").out.endswith("（--unsafe-fixes も付けると、ほかに1件）\n")
    summary = json.loads(jlint("check", "--format", "json").out)["summary"]
    assert (summary["fixable"], summary["unsafely_fixable"]) == (1, 1)
    assert jlint("check", "--fix").out.endswith("\n--fix --unsafe-fixes で1件を直せます\n")
    Path("a.md").write_text("設定を変える。\n", "utf-8")
    assert jlint("check").out.count("\n") == 1


def test_a_report_from_the_cache_tells_it_too() -> None:
    for number in range(12):
        Path(f"{number:02}.md").write_text(f"第{number}号の設定をを変える。\n", "utf-8")
    first, again = jlint("check"), jlint("check")
    assert first == again
    assert first.out.endswith("--fix で14件を直せます\n")


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("ユーザが増えた。\n", "直し方（--unsafe-fixes）: 「ユーザー」に置き換える。パターンに safe: true と書けば"),
        ("ユ**ー**ザが増えた。\n", "途中に記号か改行があるので、自動では置き換えません"),
    ],
)
def test_a_replacement_that_is_not_applied_says_why(text: str, note: str) -> None:
    Path("rules.yaml").write_text(
        "extends: none\npatterns: [{id: user, match: ユーザ(?!ー), replace: ユーザー, message: 書き方}]\n", "utf-8"
    )
    Path("a.md").write_text(text, "utf-8")
    assert note in jlint("check", "--fix").out
    assert Path("a.md").read_text("utf-8") == text


UNSTABLE = """\
extends: none
patterns:
  - {id: there, match: 甲, replace: 乙, safe: true, message: 直す, severity: warning}
  - {id: back, match: 乙, replace: 甲, safe: true, message: 直す, severity: warning}
  - {id: quiet, match: 丙, replace: 丁, safe: true, message: 直す, severity: warning}
"""


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_a_file_whose_fixes_never_converge_is_left_alone_and_the_others_are_fixed(option: str) -> None:
    Path("rules.yaml").write_text(UNSTABLE, "utf-8")
    Path("a.md").write_text("甲と丙\n", "utf-8")
    Path("b.md").write_text("丙\n", "utf-8")
    code, out, err = jlint("check", option, "a.md", "b.md", "--lang", "en")
    assert code == 2
    assert "a.md: Fixing does not come to an end in 10 rounds" in out + err
    assert (out + err).count("what they have written: back, there") == 1
    assert Path("a.md").read_text("utf-8") == "甲と丙\n"
    assert Path("b.md").read_text("utf-8") == ("丁\n" if option == "--fix" else "丙\n")
    assert ("+丁" in out) is (option == "--diff")
    assert "a/a.md" not in out


def test_a_pattern_accepts_its_own_replacement() -> None:
    entry = "{id: server, match: サーバ, replace: サーバー, safe: true, message: 直す}"
    Path("rules.yaml").write_text(f"extends: none\npatterns: [{entry}]\n", "utf-8")
    Path("a.md").write_text("サーバを使う。\n", "utf-8")
    assert jlint("check", "--fix").code == 0
    assert Path("a.md").read_text("utf-8") == "サーバーを使う。\n"
    assert jlint("check", "--fix", "--format", "concise") == (0, "", "")


def test_a_text_that_grows_is_left_alone() -> None:
    entry = r"{id: more, match: '甲(.*)', replace: '甲甲甲\1\1\1', safe: true, message: 直す}"
    Path("rules.yaml").write_text(f"extends: none\npatterns: [{entry}]\n", "utf-8")
    Path("a.md").write_text("甲\n", "utf-8")
    code, out, err = jlint("check", "--fix")
    assert (code, Path("a.md").read_text("utf-8")) == (2, "甲\n")
    assert "2 倍を超える" in out + err


def test_a_diff_reports_what_could_not_be_checked() -> None:
    Path("b.md").write_bytes(b"\x93\xfa")
    code, out, err = jlint("check", "--diff")
    assert (code, out.count("+++")) == (2, 1)
    assert err == "b.md: UTF-8 として読めません: 1 バイト目が 0x93 です\n"


def test_a_file_that_could_not_be_fixed_was_checked() -> None:
    Path("rules.yaml").write_text(
        "patterns:\n"
        "  - {id: one, match: 甲, replace: 乙, message: x, safe: true}\n"
        "  - {id: other, match: 乙, replace: 甲, message: x, safe: true}\n",
        "utf-8",
    )
    Path("a.md").write_text("甲です。\n", "utf-8")
    code, out, _ = jlint("check", "--fix", "a.md")
    assert code == 2
    assert out.endswith("1ファイルを調べました: 1件の指摘（エラー0、警告1、情報0）。失敗1件\n--fix で1件を直せます\n")
