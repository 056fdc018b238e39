"""`--fix` under kill -9 and in two runs at once: every file is whole, old or new, and the next run is right.

JLINT_KILLS sets how many processes are killed; few by default, since each takes a second.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import SHARED

KILLS = int(os.environ.get("JLINT_KILLS", "6"))
FILES = 60
COMMAND = [sys.executable, "-m", "jlint", "check", "--fix", "--no-cache", "--format", "concise"]
MANY_EDITS = (
    "mixed-half-width-spacing,full-width-alphanumeric,space-around-markup,half-width-space-after-mark,"
    "space-around-bracket,period-in-list-item,mixed-digit-grouping,doubled-space"
)
"""Rules that are quick and have much to fix in any post."""


class Texts:
    """Files before and after the fixes, in the current folder."""

    def __init__(self, before: Mapping[str, bytes]) -> None:
        self.before = before
        self.after: dict[str, bytes] = {}

    def put_back(self) -> None:
        for name, content in self.before.items():
            Path(name).write_bytes(content)

    def fix(self, command: list[str]) -> float:
        """Fixes the files in an undisturbed run. Returns how long that took, in seconds."""
        self.put_back()
        started = time.monotonic()
        subprocess.run(command, capture_output=True, check=False)
        taken = time.monotonic() - started
        self.after = {name: Path(name).read_bytes() for name in self.before}
        return taken

    def torn(self) -> list[str]:
        """The files that are neither the old ones nor the new ones."""
        return [n for n in self.before if Path(n).read_bytes() not in (self.before[n], self.after[n])]

    def done(self) -> int:
        """How many files have been fixed."""
        return sum(Path(n).read_bytes() != old for n, old in self.before.items())


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Texts:
    monkeypatch.chdir(tmp_path)

    def draft(number: int) -> str:
        lines = "".join(f"第{number}号の{line}行目に、棚の並べ方を書く。\n\n" for line in range(40))
        return f"{lines}設定をを{number}回変える。\n"

    texts = Texts({f"{number:02d}.md": draft(number).encode() for number in range(FILES)})
    texts.fix(COMMAND)
    assert all(
        after == texts.before[name].replace("をを".encode(), "を".encode()) for name, after in texts.after.items()
    )
    return texts


def kill_often(texts: Texts, command: list[str], usual: float, seed: int) -> list[int]:
    """Kills runs, asserts that no file is torn, and returns how many files each run had fixed.

    The kills alternate between any moment and any file, and between with and without the workers.
    """
    chance = random.Random(seed)
    changed = sum(after != texts.before[name] for name, after in texts.after.items())
    done = []
    for number in range(KILLS):
        texts.put_back()
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        if number % 2:
            time.sleep(chance.uniform(0, usual))
        else:
            wait_for(texts, chance.randrange(changed), process)
            time.sleep(chance.uniform(0, 0.02))
        if number % 4 < 2:
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        done.append(texts.done())
        assert texts.torn() == []
    return done


def wait_for(texts: Texts, goal: int, process: subprocess.Popen[bytes]) -> None:
    """Waits until `goal` files have been replaced, or the process has ended."""
    old = {name: os.stat(name).st_ino for name in texts.before}
    while sum(os.stat(name).st_ino != inode for name, inode in old.items()) < goal and process.poll() is None:
        time.sleep(0.001)


def assert_next_run_is_right(texts: Texts, command: list[str]) -> None:
    """Asserts that the next run completes the fixes, and removes remains once no process can still be writing."""
    time.sleep(1)
    for remains in Path().glob(".jlint-*"):
        os.utime(remains, (0, 0))
    texts.put_back()
    last = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert "Traceback" not in last.stderr
    assert {name: Path(name).read_bytes() for name in texts.before} == texts.after
    assert sorted(path.name for path in Path().iterdir()) == sorted(texts.before)


def test_killed_at_any_moment(drafts: Texts) -> None:
    kill_often(drafts, COMMAND, drafts.fix(COMMAND), seed=1)
    assert_next_run_is_right(drafts, COMMAND)


@pytest.mark.shared
def test_real_posts_killed_at_any_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    command = [*COMMAND, "--isolated", "--unsafe-fixes", "--select", MANY_EDITS]
    texts = Texts({path.name: path.read_bytes() for path in (SHARED / "data" / "posts").glob("*.md")})
    usual = texts.fix(command)
    changed = texts.done()
    assert changed > len(texts.before) / 2
    done = kill_often(texts, command, usual, seed=2)
    print(f"{KILLS} kills; posts fixed by then: {sorted(done)} of {changed}")
    assert_next_run_is_right(texts, command)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="processes are looked up in /proc")
def test_no_process_outlives_the_one_that_was_killed(drafts: Texts) -> None:
    process = subprocess.Popen([*COMMAND, "--jobs", "2"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    deadline = time.monotonic() + 30
    while len(workers := children.read_text().split()) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    while any(Path("/proc", worker).exists() for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert workers
    assert [worker for worker in workers if Path("/proc", worker).exists()] == []


def test_two_runs_over_the_same_files(drafts: Texts) -> None:
    drafts.put_back()
    runs = [subprocess.Popen(COMMAND, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    outputs = [process.communicate(timeout=120) for process in runs]
    assert drafts.torn() == []
    assert all(b"Traceback" not in err and "jlint が".encode() not in err for _, err in outputs)
    last = subprocess.run(COMMAND, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (last.returncode, last.stdout) == (0, "")
    assert drafts.torn() == []
    assert drafts.done() == FILES
    assert sorted(path.suffix for path in Path().iterdir()) == [".md"] * FILES
