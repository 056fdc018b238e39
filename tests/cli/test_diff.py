"""`check --diff`: programs can apply it, people can read it, and a CI server obeys none of its lines."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import jlint

NAMES = (
    "記事 一.md",
    "plain.md",
    "tab\there.md",
    "tab\t and space.md",
    "line\nend.md",
    "-x.md",
    "--fix.md",
    "trailing .md ",
    " leading.md",
    "quotes'\".md",
    "back\\slash.md",
    "\\n.md",
    "esc\x1b[2J.md",
    "nel\x85.md",
    "\u202ebidi.md",
    "::error::x.md",
    "<script>%0A.md",
    os.fsdecode(b"\xff\x93.md"),
)
BEFORE = "::error::x\n前の行\x1b[2J\u202e\r::stop-commands::x\n設定をを変える。\n\t##vso[task.x]\n"
AFTER = BEFORE.replace("をを", "を")
_HIDDEN = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are no bytes here")


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "TF_BUILD"):
        monkeypatch.delenv(name, raising=False)
    for name in NAMES:
        Path(name).write_bytes(BEFORE.encode())


def diff(*arguments: str, **environment: str) -> str:
    names = [f"./{name}" for name in NAMES]
    call = (
        "check",
        "--diff",
        "--isolated",
        "--select",
        "doubled-particle",
        *arguments,
        *(names if not arguments else ()),
    )
    code, out, err = jlint(*call, **environment)
    assert (code, err) == (1, "")
    return out


@pytest.mark.parametrize("tool", [["git", "apply"], ["patch", "-p1", "--quiet"]], ids=["git", "patch"])
@pytest.mark.parametrize("environment", [{}, {"GITHUB_ACTIONS": "true"}], ids=["", "github"])
def test_it_applies_whatever_the_files_are_called(tool: list[str], environment: dict[str, str]) -> None:
    subprocess.run(tool, input=diff(**environment).encode(), check=True)
    assert {name: Path(name).read_bytes().decode() for name in NAMES} == dict.fromkeys(NAMES, AFTER)


def test_names_are_quoted_only_where_they_must_be() -> None:
    names = [line[6:] for line in diff().splitlines() if line.startswith("--- a/")]
    assert names == [
        "記事 一.md\t",
        "plain.md",
        "-x.md",
        "--fix.md",
        " leading.md\t",
        "::error::x.md",
        "<script>%0A.md",
    ]
    quoted = [line for line in diff().split("\n") if line.startswith('--- "')]
    assert '--- "a/trailing .md "\t' in quoted
    assert '--- "a/tab\\t and space.md"\t' in quoted
    assert '--- "a/\\377\\223.md"' in quoted
    assert '--- "a/\\342\\200\\256bidi.md"' in quoted
    assert not any(map(_HIDDEN.search, quoted))


def test_the_runner_of_github_obeys_nothing_in_it() -> None:
    first, *inside, last = diff(GITHUB_ACTIONS="true").removesuffix("\n").split("\n")
    command, token = first[:17], first[17:]
    assert command == "::stop-commands::"
    assert re.fullmatch("[0-9a-f]{32}", token)
    assert last == f"::{token}::"
    assert not any(token in line for line in inside)
    assert diff(GITHUB_ACTIONS="true").splitlines()[0] != first


def test_a_patch_that_goes_to_a_file_contains_no_commands() -> None:
    call = [sys.executable, "-m", "jlint", "check", "--diff", "--isolated", "plain.md"]
    with open("x.patch", "wb") as out:
        subprocess.run(call, stdout=out, check=False, env={**os.environ, "GITHUB_ACTIONS": "true", "TF_BUILD": "True"})
    assert Path("x.patch").read_text("utf-8").startswith("--- a/plain.md\n+++ b/plain.md\n@@")


def test_nothing_to_show_is_nothing() -> None:
    Path("good.md").write_text("設定を変える。\n", "utf-8")
    assert jlint("check", "--diff", "--isolated", "good.md", GITHUB_ACTIONS="true") == (0, "", "")


def test_azure_gets_no_command() -> None:
    lines = diff(TF_BUILD="True").split("\n")
    assert r" \t\x23#vso[task.x]" in lines
    assert r" \x3a:error::x" in lines


def test_a_terminal_gets_no_control_characters() -> None:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    call = [sys.executable, "-m", "jlint", "check", "--diff", "--isolated", "--select", "doubled-particle", "plain.md"]
    with subprocess.Popen(call, stdout=theirs, env={**os.environ, "GITHUB_ACTIONS": "true"}):
        os.close(theirs)
        written = b""
        while part := _read(ours):
            written += part
    os.close(ours)
    text = written.decode().replace("\r\n", "\n")
    assert not _HIDDEN.search(text)
    assert r" 前の行\x1b[2J\u202e\r::stop-commands::x" in text.split("\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def test_an_empty_diff_says_why_it_ends_with_1() -> None:
    Path("a.md").write_text("昨日は富士山が見れた。\n", "utf-8")
    arguments = ("check", "--diff", "--isolated", "a.md", "--fail-on", "warning")
    assert jlint(*arguments) == (
        1,
        "",
        "jlint: 自動で直すところはありませんが、1件の指摘（エラー0、警告1、情報0）があります"
        "（1件は --unsafe-fixes で直せます）。jlint check で見られます\n",
    )
    assert jlint(*arguments, "-q").err == ""
    Path("a.md").write_text("設定をを変える。\n", "utf-8")
    assert jlint(*arguments).err == ""
