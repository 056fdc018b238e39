"""How far a long run is, shown on a terminal only; and Ctrl-C at any moment."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pty = pytest.importorskip("pty")

AT_ONCE = "import jlint.cli.progress as p; p._QUIET = p._EVERY = 0; from jlint.cli import main; main()"
FILES = 60


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(FILES):
        Path(f"{number:02}.md").write_text(f"第{number}号の設定をを変える。\n", "utf-8")


def on_terminal(*arguments: str, code: str = AT_ONCE, **environment: str) -> tuple[str, str]:
    """Standard output, which is a pipe, and what a terminal received from standard error."""
    ours, theirs = pty.openpty()
    variables = {**os.environ, "TERM": "xterm", "PYTHONIOENCODING": "utf-8", "JLINT_LANG": "", **environment}
    command = [sys.executable, "-c", code, "check", "--no-cache", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env=variables) as process:
        os.close(theirs)
        shown = b""
        while data := _read(ours):
            shown += data
        assert process.stdout is not None
        out = process.stdout.read()
    os.close(ours)
    return out.decode("utf-8"), shown.decode("utf-8")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # Linux raises this when the other end is closed
        return b""


def screen(shown: str) -> str:
    """What is left on the line."""
    line = list[str]()
    at = 0
    for char in shown:
        at = 0 if char == "\r" else at + 1
        if char != "\r":
            line[at - 1 : at] = [char]
    return "".join(line).strip()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_run_shows_how_far_it_is_and_leaves_nothing_behind(jobs: str) -> None:
    out, shown = on_terminal("--format", "concise", "--jobs", jobs)
    assert f"{FILES}/{FILES}ファイルを調べました" in shown
    assert screen(shown) == ""
    assert shown.endswith(" \r")
    assert out.count("\n") == FILES
    assert "\r" not in out


def test_a_short_run_shows_nothing() -> None:
    assert on_terminal("00.md", "01.md", code="from jlint.cli import main; main()")[1] == ""


def test_a_terminal_that_cannot_go_back_is_left_alone() -> None:
    assert on_terminal(TERM="dumb")[1] == ""


def test_no_colour_is_used() -> None:
    assert "\x1b" not in on_terminal(NO_COLOR="1")[1]


def test_the_module_is_imported_only_for_a_terminal() -> None:
    code = "import sys; from jlint.cli import main\ntry: main()\nfinally: print('jlint.cli.progress' in sys.modules)"
    command = [sys.executable, "-c", code, "check", "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.stdout.splitlines()[-1], done.stderr) == ("False", "")


_TELLING_WHEN_IT_BEGINS = """
import sys
from jlint.cli import main
class Telling:
    def find_spec(self, name, *_):
        if name == "jlint.cli.interrupt":
            print(flush=True)
sys.meta_path.insert(0, Telling())
main()
"""
"""Prints a line as the first thing that `main` does: before it only Python itself could catch Ctrl-C."""


@pytest.mark.parametrize("delay", [number / 100 for number in range(0, 40, 4)])
def test_ctrl_c_ends_quietly_at_any_moment(delay: float) -> None:
    command = [sys.executable, "-c", _TELLING_WHEN_IT_BEGINS, "check", "--no-cache", "--jobs", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(delay)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate()
    assert process.returncode in (1, 130, -signal.SIGINT), "-SIGINT while Python takes itself down, 130 for a shell"
    assert err.strip() == b""


def test_ctrl_c_in_a_finalizer_ends_quietly_too() -> None:
    code = """
import os, signal, sys
from jlint.cli.interrupt import end_quietly
sys.unraisablehook = end_quietly
class Finalized:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)
        [None for _ in range(1000)]
Finalized()
print("went on")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
