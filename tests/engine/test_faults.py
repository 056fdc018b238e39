"""`--fix` under kill -9 and beside itself: every file is the old one or the new one, whole, and the next run is right.

JLINT_KILLS says how many processes are killed; few by default, since each takes a second.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

KILLS = int(os.environ.get("JLINT_KILLS", "6"))
FILES = 60
COMMAND = [sys.executable, "-m", "jlint", "check", "--fix", "--no-cache", "--format", "concise"]


def texts(number: int) -> tuple[str, str]:
    """A file's text before and after the fixes."""
    filler = "".join(f"第{number}号の{line}行目に、棚の並べ方を書く。\n\n" for line in range(40))
    return f"{filler}設定をを{number}回変える。\n", f"{filler}設定を{number}回変える。\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for number in range(FILES):
        (tmp_path / f"{number:02d}.md").write_text(texts(number)[0], "utf-8")
    return tmp_path


def assert_whole(folder: Path) -> None:
    for number in range(FILES):
        assert (folder / f"{number:02d}.md").read_text("utf-8") in texts(number)


def test_killed_at_any_moment(folder: Path) -> None:
    chance = random.Random(1)
    started = time.monotonic()
    subprocess.run(COMMAND, capture_output=True, check=False)
    usual = time.monotonic() - started
    for _ in range(KILLS):
        for number in range(FILES):
            (folder / f"{number:02d}.md").write_text(texts(number)[0], "utf-8")
        process = subprocess.Popen(COMMAND, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(usual * 0.2, usual))
        process.kill()
        process.wait()
        assert_whole(folder)
    last = subprocess.run(COMMAND, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (last.returncode, last.stdout) == (0, "")
    assert all((folder / f"{number:02d}.md").read_text("utf-8") == texts(number)[1] for number in range(FILES))


def test_two_runs_over_the_same_files(folder: Path) -> None:
    runs = [subprocess.Popen(COMMAND, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    said = [process.communicate(timeout=120) for process in runs]
    assert_whole(folder)
    assert all(b"Traceback" not in err and b"jlint \xe3\x81\x8c" not in err for _, err in said)
    last = subprocess.run(COMMAND, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (last.returncode, last.stdout) == (0, "")
    assert sorted(path.suffix for path in folder.iterdir()) == [".md"] * FILES
