"""What the system refuses: files, processes, memory, the current folder."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path
from random import Random
from time import sleep

import pytest

from jlint.config import Config
from jlint.engine.one_file import FileLinter
from jlint.engine.run import run
from jlint.internal_error import internal_error
from jlint.regular_file import why_unreadable


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the folder")
def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    script = f"rmdir {tmp_path / 'gone'}; exec {sys.executable} -m jlint check ."
    (tmp_path / "gone").mkdir()
    environment = {**os.environ, "JLINT_LANG": "ja"}
    ended = subprocess.run(
        ["sh", "-c", script], cwd=tmp_path / "gone", capture_output=True, env=environment, check=False
    )
    assert ended.returncode == 2
    message = ended.stderr.decode("utf-8")
    assert message == "jlint: 今いるフォルダーがもうありません。ほかのフォルダーに移ってください\n"


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (OSError(errno.EMFILE, "x"), "開いているファイルが多すぎます"),
        (OSError(errno.EAGAIN, "x"), "メモリーかプロセスの数が足りません"),
        (MemoryError(), "メモリーかプロセスの数が足りません"),
    ],
)
def test_a_lack_of_resources_is_no_internal_error(error: Exception, message: str) -> None:
    assert message in internal_error(error).ja
    assert "不具合" not in internal_error(error).ja
    if isinstance(error, OSError):
        assert message in why_unreadable(error).ja


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
@pytest.mark.parametrize("forks", [0, 1])
def test_without_further_processes_this_one_does_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forks: int
) -> None:
    left, fork = [None] * forks, os.fork

    def refused() -> int:
        if not left:
            raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")
        left.pop()
        return fork()

    monkeypatch.setattr(os, "fork", refused)
    files = [str(tmp_path / f"{number}.md") for number in range(4)]
    for file in files:
        Path(file).write_text("ああ。\n", "utf-8")
    config = Config(isolated=True)
    config.load(files)
    results = run(files, FileLinter(config), jobs=2)
    assert [result.path for result in results] == files
    assert not any(result.failures for result in results)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_is_quiet_whenever_jlint_runs(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.md").write_text("# 港\n\n倉庫は古い。\n", "utf-8")
    script = "print('ready', flush=True); from jlint.cli import main; main()"
    random = Random(7)
    for _ in range(15):
        run = subprocess.Popen(
            [sys.executable, "-c", script, "check", ".", "--no-cache", "--format", "concise"],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert run.stdout is not None
        run.stdout.readline()
        sleep(0.05 + random.random())
        run.send_signal(signal.SIGINT)
        _, err = run.communicate(timeout=60)
        assert run.returncode in (0, 1, 130, -signal.SIGINT)
        assert err == b""
