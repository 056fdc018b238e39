"""Files are known by size, times and inode: every edit is noticed, and what rests isn't read again."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from time import time_ns

import pytest

from jlint.cache_folder import cache_folder
from jlint.config import Config
from jlint.engine import known_files
from jlint.engine.cache import Cache
from jlint.engine.known_files import KnownFiles
from jlint.engine.one_file import FileLinter
from jlint.engine.reading import read_bytes
from jlint.engine.run import run
from jlint.file_state import Stamp

MOST = 1_000_000
CLEAN, DIRTY = "設定をよく変える。\n", "設定をを今変える。\n"
"""Texts of the same length in bytes: only the second has a finding."""
LONG_AGO = 1_600_000_000_000_000_000

needs_stamps = pytest.mark.skipif(os.name != "posix", reason="the system doesn't tell when a file was changed")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Sets the clock ahead of the real one by so many seconds: files written before rest since then."""

    def ahead(seconds: int) -> None:
        monkeypatch.setattr(known_files, "time_ns", lambda: time_ns() + seconds * 1_000_000_000)

    return ahead


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read to tell their contents."""
    paths: list[str] = []

    def read(path: str, most: int) -> object:
        paths.append(path)
        return read_bytes(path, most)

    monkeypatch.setattr(known_files, "read_bytes", read)
    return paths


def findings() -> int:
    """How many findings a run with the cache has in a.md."""
    return sum(len(result.findings) for result in run(["a.md"], FileLinter(Config(isolated=True)), cache=Cache()))


def restore_time(path: Path, before: os.stat_result) -> None:
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_the_texts_have_one_length() -> None:
    assert len(CLEAN.encode()) == len(DIRTY.encode())


@needs_stamps
def test_a_file_at_rest_is_not_read_again(folder: Path, reads: list[str], clock: Callable[[int], None]) -> None:
    (folder / "a.md").write_text(DIRTY, "utf-8")
    clock(10)
    assert findings() == 1
    assert reads == ["a.md"]
    assert findings() == 1
    assert reads == ["a.md"]


@needs_stamps
def test_a_file_changed_shortly_before_is_read_again_until_it_rests(
    folder: Path, reads: list[str], clock: Callable[[int], None]
) -> None:
    (folder / "a.md").write_text(DIRTY, "utf-8")
    for _ in range(2):
        findings()
    assert len(reads) == 2
    clock(10)
    for _ in range(3):
        findings()
    assert len(reads) == 3


def test_an_edit_in_place_with_the_old_time_restored(folder: Path, clock: Callable[[int], None]) -> None:
    draft = folder / "a.md"
    draft.write_text(CLEAN, "utf-8")
    os.utime(draft, ns=(LONG_AGO, LONG_AGO))
    before = draft.stat()
    clock(10)
    assert findings() == 0
    with draft.open("r+b") as file:
        file.write(DIRTY.encode())
    restore_time(draft, before)
    after = draft.stat()
    assert (after.st_size, after.st_mtime_ns, after.st_ino) == (before.st_size, before.st_mtime_ns, before.st_ino)
    assert findings() == 1


def test_an_edit_so_soon_that_no_time_tells_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = folder / "a.md"
    draft.write_text(CLEAN, "utf-8")
    frozen = Stamp.of(draft.stat())
    monkeypatch.setattr(Stamp, "of", classmethod(lambda cls, status: frozen))  # a clock that ticks every two seconds
    assert findings() == 0
    draft.write_text(DIRTY, "utf-8")
    assert findings() == 1


def test_a_file_that_another_replaces_with_its_size_and_time(folder: Path, clock: Callable[[int], None]) -> None:
    draft, other = folder / "a.md", folder / "other"
    draft.write_text(CLEAN, "utf-8")
    other.write_text(DIRTY, "utf-8")
    before = draft.stat()
    restore_time(other, before)
    clock(10)
    assert findings() == 0
    other.replace(draft)
    assert draft.stat().st_mtime_ns == before.st_mtime_ns
    assert findings() == 1


def test_a_link_that_leads_elsewhere(folder: Path, clock: Callable[[int], None]) -> None:
    for name, text in (("clean", CLEAN), ("dirty", DIRTY)):
        (folder / name).write_text(text, "utf-8")
        os.utime(folder / name, ns=(LONG_AGO, LONG_AGO))
    draft = folder / "a.md"
    draft.symlink_to("clean")
    clock(10)
    assert findings() == 0
    draft.unlink()
    draft.symlink_to("dirty")
    assert findings() == 1


@pytest.mark.parametrize("lacking", ["inode", "changed"])
def test_without_an_inode_or_a_time_of_change_every_file_is_read(
    lacking: str, folder: Path, reads: list[str], clock: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Stamp.of
    monkeypatch.setattr(Stamp, "of", classmethod(lambda cls, status: real(status)._replace(**{lacking: 0})))
    draft = folder / "a.md"
    draft.write_text(CLEAN, "utf-8")
    os.utime(draft, ns=(LONG_AGO, LONG_AGO))
    clock(10)
    assert findings() == 0
    draft.write_text(DIRTY, "utf-8")
    os.utime(draft, ns=(LONG_AGO, LONG_AGO))
    assert findings() == findings() == 1
    assert len(reads) == 3


def test_a_time_in_the_future_is_no_rest(folder: Path, reads: list[str], clock: Callable[[int], None]) -> None:
    draft = folder / "a.md"
    draft.write_text(DIRTY, "utf-8")
    os.utime(draft, (4_000_000_000, 4_000_000_000))
    clock(10)
    for _ in range(3):
        assert findings() == 1
    assert len(reads) == 3


def test_what_cannot_be_read_has_no_digest(folder: Path) -> None:
    (folder / "long.md").write_text("長い文です。" * 10, "utf-8")
    files = KnownFiles({})
    assert files.digest("missing.md", MOST) is None
    assert files.digest("nul\0.md", MOST) is None
    assert files.digest(str(folder), MOST) is None
    assert files.digest("long.md", 10) is None
    assert files.new == {}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.md")
    assert KnownFiles({}).digest("pipe.md", MOST) is None


def test_a_limit_that_was_lowered_counts(folder: Path, clock: Callable[[int], None]) -> None:
    (folder / "a.md").write_text(DIRTY, "utf-8")
    clock(10)
    assert findings() == 1
    (folder / ".jlint.yaml").write_text("max-file-size: 20\n", "utf-8")
    (result,) = run(["a.md"], FileLinter(Config()), cache=Cache())
    assert result.failures
    assert cache_folder() == folder / "cache"
