"""The exit code is kept when standard error can't be written to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jlint.cli.words import print_progress, print_stderr, print_stdout

CALLS: dict[str, tuple[tuple[str, ...], int]] = {
    "unknown option": (("check", "--nonsense"), 2),
    "unknown command": (("nonsense",), 2),
    "missing argument": (("explain",), 2),
    "unknown rule": (("explain", "nonsense"), 2),
    "missing file": (("check", "none.md"), 2),
    "nothing to check": (("check", "empty"), 2),
    "wrong configuration": (("check", "--config", "wrong.yaml", "good.md"), 2),
    "config show": (("config", "show", "--config", "wrong.yaml"), 2),
    "config test": (("config", "test", "--config", "wrong.yaml"), 2),
    "no baseline": (("baseline", "show", "--file", "none.json"), 2),
    "baseline": (("baseline", "create", "--file", "new.json", "good.md"), 0),
    "init": (("init", "--output", "new.yaml"), 0),
    "init again": (("init", "--output", "wrong.yaml"), 2),
    "profile, no finding": (("check", "--profile", "good.md"), 0),
    "profile, a finding": (("check", "--profile", "bad.md"), 1),
    "report to nowhere": (("check", "--output", "json=none/x", "good.md"), 2),
}


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()
    Path("good.md").write_text("設定を変える。\n", "utf-8")
    Path("bad.md").write_text("設定をを変える。\n", "utf-8")
    Path("wrong.yaml").write_text("rulez: {}\nnonsense: 1\n", "utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such shell")
@pytest.mark.parametrize("redirection", ["2>/dev/full", "2>&-"])
@pytest.mark.parametrize(("arguments", "code"), CALLS.values(), ids=CALLS)
def test_the_exit_code_is_kept(arguments: tuple[str, ...], code: int, redirection: str) -> None:
    if "full" in redirection and not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full")
    call = ["sh", "-c", f'exec "$@" {redirection}', "sh", sys.executable, "-m", "jlint", *arguments]
    assert subprocess.run(call, stdout=subprocess.DEVNULL, check=False).returncode == code


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("arguments", [("check", "--nonsense"), ("check", "bad.md"), ("rules",), ("config", "schema")])
def test_both_may_be_full(arguments: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([sys.executable, "-m", "jlint", *arguments], stdout=full, stderr=full, check=False)
    assert done.returncode == 2


def test_a_reader_that_has_gone_away() -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    done = subprocess.run([sys.executable, "-m", "jlint", "check", "--nonsense"], stderr=theirs, check=False)
    os.close(theirs)
    assert done.returncode == 2


def test_lines_are_made_printable(capsys: pytest.CaptureFixture[str]) -> None:
    print_stderr("a\nb", " ::error::x")
    print_progress("\rc")
    print_stdout("\x1b\u202e", "##vso[x]")
    assert capsys.readouterr() == ("\\x1b\\u202e\n\\x23#vso[x]\n", "a\\nb\n \\x3a:error::x\n\rc")
