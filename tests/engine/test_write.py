"""jlint's own files: written whole; pipes and devices are written to, not replaced."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from jlint.engine.write import WriteError, replace_file, write_file


def test_only_an_existing_file_is_reported_as_unchanged(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(WriteError) as replaced:
        replace_file(str(folder), b"", b"new")
    with pytest.raises(WriteError) as missing:
        write_file(str(tmp_path / "none" / "new.json"), b"{}")
    assert "元のままです" in replaced.value.message.ja
    assert "It is as it was" in replaced.value.message.en
    assert missing.value.message.ja.startswith("書き込めません: ")
    assert "元のまま" not in missing.value.message.ja
    assert "as it was" not in missing.value.message.en


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
@pytest.mark.parametrize("name", ["pipe", "link"])
def test_a_pipe_is_written_into_and_stays_one(tmp_path: Path, name: str) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    (tmp_path / "link").symlink_to(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_file(str(tmp_path / name), b"{}")
        assert stat.S_ISFIFO(pipe.stat().st_mode)
        assert os.read(reader, 10) == b"{}"
    finally:
        os.close(reader)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "pipe"]
    assert (tmp_path / "link").is_symlink()


@pytest.mark.skipif(not os.path.exists("/dev/stdout"), reason="there is no /dev/stdout here")
def test_the_standard_output(tmp_path: Path) -> None:
    """As a pipe, and as a file that the shell has opened."""
    command = [sys.executable, "-c", "from jlint.engine.write import write_file; write_file('/dev/stdout', b'{}')"]
    before = os.lstat("/dev/stdout")
    assert subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout == b"{}"
    with (tmp_path / "out").open("wb") as out:
        subprocess.run(command, stdout=out, check=True)
    assert (tmp_path / "out").read_bytes() == b"{}"
    assert os.lstat("/dev/stdout").st_ino == before.st_ino


def test_a_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(WriteError):
        write_file(str(tmp_path), b"{}")


def test_a_link_to_a_file_stays_one(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "link").symlink_to("file")
    write_file(str(tmp_path / "link"), b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"


def test_only_its_own_remains_are_removed(tmp_path: Path) -> None:
    own, notes, young = ".jlint-writing-abcd_123.tmp", ".jlint-notes.tmp", ".jlint-writing-abcd_124.tmp"
    for name in (own, notes, young):
        (tmp_path / name).write_text("")
    for name in (own, notes):
        os.utime(tmp_path / name, (0, 0))
    write_file(str(tmp_path / "new.json"), b"{}")
    assert sorted(path.name for path in tmp_path.iterdir()) == [notes, young, "new.json"]
