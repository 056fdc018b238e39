"""Full disks, folders and caches that can't be written to: reported, nothing lost, and the next run is right."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.cli.run import Ended

FILES = 12
AS_OTHER_USER = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
AS_OTHER_USER += ["--inh-caps=-all,+dac_read_search", "--ambient-caps=-all,+dac_read_search"]
"""Runs a command as a user who may read everything, including Python in root's own folders, and write nothing."""
CACHE_UNUSABLE = "前回の結果を使えない"


def draft(number: int, slip: str = "をを") -> bytes:
    lines = "".join(f"第{number}号の{line}行目に、棚の並べ方を書く。\n\n" for line in range(60))
    return f"{lines}設定{slip}{number}回変える。\n".encode()


def jlint(*arguments: str, prefix: Sequence[str] = (), cache: Path | None = None) -> Ended:
    """One call of jlint; `prefix` is the command that drops privileges or sets limits."""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "JLINT_LANG": "", "PYTHONDONTWRITEBYTECODE": "1"}
    if cache:
        environment["JLINT_CACHE_DIR"] = str(cache)
    command = [*prefix, sys.executable, "-m", "jlint", *arguments]
    run = subprocess.run(command, capture_output=True, env=environment, check=False)
    return Ended(run.returncode, run.stdout.decode("utf-8"), run.stderr.decode("utf-8"))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=500k", "tmpfs", str(folder)]
    try:
        subprocess.run(mount, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("a disk can't be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def as_other_user() -> list[str]:
    """The prefix that runs a command as another user."""
    try:
        subprocess.run([*AS_OTHER_USER, sys.executable, "-c", ""], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("nobody else can run Python here")
    return AS_OTHER_USER


def put_drafts(folder: Path) -> None:
    for number in range(FILES):
        (folder / f"{number:02d}.md").write_bytes(draft(number))


def fill(disk: Path) -> Path:
    """Writes a file until the disk is full."""
    filler = disk / "filler"
    with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 512)
    return filler


def assert_untouched(folder: Path) -> None:
    assert [(folder / f"{number:02d}.md").read_bytes() for number in range(FILES)] == [draft(n) for n in range(FILES)]
    assert [path for path in folder.iterdir() if path.name.startswith(".jlint")] == []


def assert_next_run_is_right(folder: Path) -> None:
    code, out, err = jlint("check", "--fix", "--no-cache", "--format", "concise", str(folder))
    assert (code, out, err) == (0, "", f"jlint: {FILES}ファイルで{FILES}か所を直しました\n")
    assert [(folder / f"{n:02d}.md").read_bytes() for n in range(FILES)] == [draft(n, "を") for n in range(FILES)]


def assert_each_file_is_reported_once(ended: Ended, folder: Path, words: str) -> None:
    code, out, err = ended
    reported = [line for line in (out + err).splitlines() if words in line]
    assert code == 2
    assert len(reported) == FILES
    assert len({line.split(":")[0] for line in reported}) == FILES
    assert "Traceback" not in err
    assert_untouched(folder)


def test_a_full_disk(disk: Path) -> None:
    put_drafts(disk)
    filler = fill(disk)
    ended = jlint("check", "--fix", "--no-cache", "--format", "concise", str(disk))
    assert_each_file_is_reported_once(ended, disk, "ディスクがいっぱいです")
    filler.unlink()
    assert_next_run_is_right(disk)


@pytest.mark.skipif(shutil.which("prlimit") is None, reason="prlimit isn't there")
def test_a_limit_to_the_size_of_files(tmp_path: Path) -> None:
    put_drafts(tmp_path)
    limited = ["prlimit", "--fsize=1000"]
    ended = jlint("check", "--fix", "--no-cache", "--format", "concise", str(tmp_path), prefix=limited)
    assert_each_file_is_reported_once(ended, tmp_path, "書き込めません")
    assert_next_run_is_right(tmp_path)


def test_a_disk_that_is_read_only(disk: Path) -> None:
    put_drafts(disk)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    ended = jlint("check", "--fix", "--no-cache", "--format", "concise", str(disk))
    assert_each_file_is_reported_once(ended, disk, "権限がありません")
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    assert_next_run_is_right(disk)


@pytest.mark.parametrize("mode", [0o644, 0o666])
def test_a_folder_of_another_user(tmp_path: Path, as_other_user: list[str], mode: int) -> None:
    """Also where the files themselves are writable: they can't be replaced atomically."""
    put_drafts(tmp_path)
    for path in tmp_path.iterdir():
        path.chmod(mode)
    ended = jlint("check", "--fix", "--no-cache", "--format", "concise", str(tmp_path), prefix=as_other_user)
    assert_each_file_is_reported_once(ended, tmp_path, "権限がありません")
    assert_next_run_is_right(tmp_path)


def test_a_cache_on_a_full_disk(disk: Path, tmp_path: Path) -> None:
    put_drafts(tmp_path)
    fill(disk)
    code, out, err = jlint("check", "--format", "concise", str(tmp_path), cache=disk / "cache")
    assert (code, out.count("doubled-particle"), err.count(CACHE_UNUSABLE)) == (1, FILES, 1)
    assert "Traceback" not in err


def test_a_cache_of_another_user(tmp_path: Path, as_other_user: list[str]) -> None:
    put_drafts(tmp_path)
    cache = tmp_path / "cache"
    first = jlint("check", "--format", "concise", str(tmp_path), cache=cache)
    code, out, err = jlint("check", "--format", "concise", str(tmp_path), cache=cache, prefix=as_other_user)
    assert (code, out) == (first.code, first.out)
    assert (err.count(CACHE_UNUSABLE), err.count("Traceback")) == (1, 0)
    assert jlint("check", "--format", "concise", str(tmp_path), cache=cache) == first


def test_a_baseline_on_a_full_disk_stays_what_it_was(disk: Path) -> None:
    put_drafts(disk)
    file = disk / "accepted.json"
    assert jlint("baseline", "create", "--file", str(file), str(disk)).code == 0
    before = file.read_bytes()
    for number in range(FILES):
        path = disk / f"{number:02d}.md"
        path.write_bytes(path.read_bytes() + "片付けをを済ませる。\n".encode())
    fill(disk)
    code, out, err = jlint("baseline", "create", "--file", str(file), str(disk))
    assert (code, out) == (2, "")
    assert "ディスクがいっぱいです" in err
    assert file.read_bytes() == before


def test_a_report_that_does_not_fit_is_an_error(disk: Path, tmp_path: Path) -> None:
    put_drafts(tmp_path)
    fill(disk)
    code, _, err = jlint("check", "--no-cache", "--output", f"html={disk / 'report.html'}", str(tmp_path))
    assert code == 2
    assert "書き込めません" in err
    assert "Traceback" not in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_an_output_that_takes_nothing(tmp_path: Path) -> None:
    put_drafts(tmp_path)
    with open("/dev/full", "wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "jlint", "check", "--no-cache", str(tmp_path)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert run.returncode == 2
    assert b"Traceback" not in run.stderr
    assert run.stderr
