"""`jlint fix`, on a terminal: each answer is done at once, and a session goes on where it was."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from jlint.report.width import cells
from tests.cli.run import jlint
from tests.cli.test_changes import git

pty = pytest.importorskip("pty")

PATIENCE = 60.0
PROMPT = b" > "
TEXT = "前の行です。\n\n設定をを変える。あなたもご存存じです。\n\n手順をを書く。\n"


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JLINT_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "site/.git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "site")
    Path("a.md").write_text(TEXT, "utf-8")
    Path("b.md").write_text("記録をを残す。\n", "utf-8")


class Ended:
    """A session that is over: its exit code, and what the terminal received."""

    def __init__(self, code: int, shown: str) -> None:
        self.code = code
        self.shown = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown).replace("\r\n", "\n")
        self.places = re.findall(r"^(\w+\.md:\d+:\d+): ", self.shown, re.MULTILINE)


def session(*arguments: str, keys: str | list[str] = "") -> Ended:
    """A session in which each prompt is answered by the next of the keys, and Ctrl-D when there are no more."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "PYTHONIOENCODING": "utf-8", "JLINT_LANG": "", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "jlint", "fix", *arguments]
    left = list(keys)
    shown, answered, end = b"", 0, monotonic() + PATIENCE
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        while monotonic() < end:
            if select.select([ours], [], [], 0.2)[0]:
                try:
                    data = os.read(ours, 65536)
                except OSError:  # Linux raises this when the other end is closed
                    break
                if not data:
                    break
                shown += data
            elif (prompts := shown.count(PROMPT)) > answered:
                answered = prompts  # nothing comes any more: the session waits, for a key or with a line to edit
                os.write(ours, (left.pop(0) if left else "\x04").encode())
        else:
            process.kill()
    os.close(ours)
    return Ended(process.returncode, shown.decode("utf-8", "replace"))


def text(path: str = "a.md") -> str:
    return Path(path).read_text("utf-8")


def test_yes_and_no() -> None:
    ended = session("a.md", keys="yny")
    assert ended.code == 0
    assert ended.places == ["a.md:3:3", "a.md:3:13", "a.md:5:3"]
    assert text() == "前の行です。\n\n設定を変える。あなたもご存存じです。\n\n手順を書く。\n"
    assert "    - 設定をを変える。" in ended.shown
    assert "    + 設定を変える。" in ended.shown
    assert "    前の行です。" not in ended.shown
    assert ended.shown.endswith("直した 2件、このまま 1件\n")


def test_a_session_that_was_quit_goes_on_where_it_was() -> None:
    assert session(keys="nyq").places == ["a.md:3:3", "a.md:3:14", "a.md:5:3"]
    ended = session(keys="q")
    assert ended.places == ["a.md:5:3"], "one was left as it is, one repaired"
    assert "前に「このまま」と答えた指摘は尋ねません" in ended.shown
    assert session("--restart", keys="q").places == ["a.md:3:3"]
    assert "存存" not in text()
    assert "前に「このまま」と答えた" not in session("b.md", keys="q").shown, "nothing in it was left"


def test_what_was_left_is_not_asked_again_though_its_sentence_is_repaired() -> None:
    Path("a.md").write_text("設定をを変えた人はご存存じです。\n", "utf-8")
    assert session("a.md", keys="ny").places == ["a.md:1:3", "a.md:1:11"]
    assert text() == "設定をを変えた人はご存じです。\n"
    assert "前に「このまま」と答えた指摘は尋ねません" in (shown := session("a.md").shown)
    assert "ほかに指摘はありません" in shown


def test_all_of_a_rule_over_a_whole_folder_and_back() -> None:
    ended = session(keys="an")
    assert ended.places == ["a.md:3:3", "a.md:3:13"]
    assert text("b.md") == "記録を残す。\n"
    assert text() == "前の行です。\n\n設定を変える。あなたもご存存じです。\n\n手順を書く。\n"


def test_back_takes_back() -> None:
    ended = session(keys="yyybbbnnnq")
    assert ended.places == [
        *("a.md:3:3", "a.md:3:13", "a.md:5:3", "b.md:1:3"),
        *("a.md:5:3", "a.md:3:13", "a.md:3:3"),
        *("a.md:3:14", "a.md:5:3", "b.md:1:3"),
    ]
    assert text() == TEXT
    assert session(keys="q").places == ["b.md:1:3"]


def test_leave_all_of_a_rule_and_back() -> None:
    assert session(keys="xbxq").places == ["a.md:3:3", "a.md:3:14", "a.md:3:3", "a.md:3:14"]
    assert session(keys="q").places == ["a.md:3:14"], "no other finding of the rule"
    assert text() == TEXT


def test_another_repair_is_chosen() -> None:
    Path("a.md").write_text("入口は「北側にあります。\n", "utf-8")
    ended = session("a.md", keys=["1"])
    assert "    [1] " in ended.shown
    assert text() != "入口は「北側にあります。\n"
    assert jlint("check", "a.md").code == 0


def test_a_line_is_rewritten() -> None:
    ended = session("a.md", keys=["e", "\x15設定を見直す。\r", "q"])
    assert ended.places == ["a.md:3:3", "a.md:5:3"]
    assert text() == "前の行です。\n\n設定を見直す。\n\n手順をを書く。\n"


def test_a_finding_is_silenced_where_it_is() -> None:
    ended = session("b.md", keys=["i", "原文のまま\r"])
    assert ended.code == 0
    assert text("b.md") == "<!-- jlint-disable-next doubled-particle -- 原文のまま -->\n\n記録をを残す。\n"
    assert jlint("check", "b.md", "--format", "concise")[:2] == (0, "")


def test_a_word_is_added_and_counts_at_once() -> None:
    Path("a.md").write_text("アプルケーションを開く。\n\n手順をを書く。\n", "utf-8")
    Path("b.md").write_text("アプルケーションを閉じる。\n", "utf-8")
    ended = session(keys="wn")
    assert "「アプルケーション」を words.txt に加える" in ended.shown
    assert ended.places == ["a.md:1:3", "a.md:3:3"]
    assert "「アプルケーション」を words.txt に加えました" in ended.shown
    assert text("words.txt").endswith("\nアプルケーション\n")
    assert session("--restart", keys=["n", "q"]).places == ["a.md:3:3"]
    Path("words.txt").unlink()
    session("--restart", keys="wb")
    assert not Path("words.txt").exists()


@pytest.mark.parametrize(
    ("draft", "offered"),
    [
        ("記録をを残す。\n", None),
        ("あなたもご存存じです。\n", None),
        ("新しいデザザインを見る。\n", "デザザイン"),
        ("こんにちわ、庭の話です。\n", "こんにちわ"),
        ("新しい企画は以外に難しく、時間がかかりました。\n", None),
    ],
)
def test_a_word_is_offered_where_it_may_be_one(draft: str, offered: str | None) -> None:
    Path("a.md").write_text(draft, "utf-8")
    shown = session("a.md", keys="q").shown
    assert "a.md:1:" in shown
    assert re.findall("「(.+)」を words.txt に加える", shown) == ([offered] if offered else [])


def test_what_may_change_the_meaning_is_marked() -> None:
    Path("a.md").write_text("昨日は富士山が見れた。\n\n手順をを書く。\n", "utf-8")
    unsafe, _, safe = session("a.md", keys="nq").shown.partition("手順をを書く")
    assert "直し方（要確認: 意味が変わるかもしれません）: " in unsafe
    assert "[y] 直す（要確認）" in unsafe
    assert "    直し方: " in safe
    assert "要確認" not in safe


def test_the_keys_fit_a_line() -> None:
    lines = session("b.md", keys="nq").shown.splitlines()
    assert all(cells(line) <= 80 for line in lines if line.startswith("["))
    assert any(line.startswith("[") for line in lines)


def test_the_help_says_how_to_end() -> None:
    assert "Ctrl-C" in jlint("fix", "--help").out


def test_with_a_baseline_and_since(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "repository").mkdir()
    monkeypatch.chdir(tmp_path / "repository")
    git("init", "-q", "-b", "main", ".")
    Path("a.md").write_text("設定をを変え、表を作る。\n", "utf-8")
    git("add", ".")
    git("commit", "-qm", "old")
    jlint("baseline", "create")
    Path("a.md").write_text("設定をを変え、表を作る。ご存存じです。\n\n手順をを書く。\n", "utf-8")
    ended = session("--baseline", "jlint-baseline.json", keys="yq")
    assert ended.places == ["a.md:1:14", "a.md:3:3"]
    assert session("--since", "HEAD", "--select", "doubled-particle", keys="nq").places == ["a.md:1:3", "a.md:3:3"]
    Path("a.md").write_text("設定をを変え、表を作る。\n\n手順をを書く。\n\n記録をを残す。\n", "utf-8")
    assert session("--since", "HEAD", "--restart", keys="yyq").places == ["a.md:3:3", "a.md:5:3"]
    assert text() == "設定をを変え、表を作る。\n\n手順を書く。\n\n記録を残す。\n"


def test_a_file_that_is_changed_elsewhere_is_not_overwritten() -> None:
    class Changed(str):
        def encode(self, *_: object) -> bytes:
            Path("b.md").write_text("ほかの文。記録をを残す。\n", "utf-8")
            return b"y"

    ended = session("b.md", keys=[Changed("y")])
    assert "調べている間にファイルが書き換えられたので、直しませんでした" in ended.shown
    assert text("b.md") == "ほかの文。記録をを残す。\n"


def test_unknown_keys_ask_again_and_keys_of_full_width_count() -> None:
    ended = session("b.md", keys="?zｙ")
    assert ended.shown.count("[y] 直す") == 3
    assert text("b.md") == "記録を残す。\n"


def test_nothing_to_do() -> None:
    Path("a.md").write_text("本文です。\n", "utf-8")
    ended = session("a.md")
    assert (ended.code, "指摘はありません" in ended.shown) == (0, True)


def test_without_a_terminal() -> None:
    code, out, err = jlint("fix", "a.md")
    assert (code, out) == (2, "")
    assert err == "jlint: jlint fix は端末で使います。端末がない所では jlint check --fix を使ってください\n"
    assert jlint("fix", "--lang", "en").err.startswith("jlint: jlint fix needs a terminal.")
