"""Which files a run finds."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from jlint.engine.files import find_files


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("a.md", "b.markdown", "c.mdx", "d.txt", "sub/e.MD", "sub/skip/f.md", "skip.md", "deep/g.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("文。\n", "utf-8")
    (tmp_path / ".gitignore").write_text("skip.md\nskip/\n/deep/*\n", "utf-8")
    (tmp_path / "sub" / ".gitignore").write_text("!x.md\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return tmp_path


EXPECTED = ("a.md", "b.markdown", "c.mdx", "sub/e.MD")


def test_a_folder_without_git(folder: Path) -> None:
    assert find_files(["."]).files == EXPECTED


def test_a_folder_with_git(folder: Path) -> None:
    subprocess.run(["git", "init", "-q", "."], check=True)
    assert find_files(["."]).files == EXPECTED
    (folder / "new").mkdir()
    (folder / "new" / "h.md").write_text("文。\n", "utf-8")
    (folder / "日本.md").write_text("文。\n", "utf-8")
    assert find_files(["."]).files == ("a.md", "b.markdown", "c.mdx", "new/h.md", "sub/e.MD", "日本.md")
    assert find_files(["sub"]).files == ("sub/e.MD",)


def test_named_files_count_whatever_their_ending(folder: Path) -> None:
    found = find_files(["d.txt", "skip.md", "sub", "a.md", "./a.md", "none.md", "-"])
    assert found.files == ("d.txt", "skip.md", "sub/e.MD", "sub/skip/f.md", "a.md", "-")
    assert [each.path for each in found.unreadable] == ["none.md"]


def test_without_git_at_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert find_files([str(folder)]).files == tuple(f"{folder.as_posix()}/{name}" for name in EXPECTED)


def test_a_file_by_two_names_is_one_file(folder: Path) -> None:
    (folder / "link.md").symlink_to("a.md")
    assert find_files(["./a.md", "a.md", "link.md", str(folder / "a.md")]).files == ("./a.md",)


def test_only_files_are_found_in_a_folder(folder: Path) -> None:
    os.mkfifo(folder / "pipe.md")
    (folder / "broken.md").symlink_to("nowhere.md")
    assert find_files(["."]).files == EXPECTED
    subprocess.run(["git", "init", "-q", "."], check=True)
    assert find_files(["."]).files == EXPECTED


def test_repositories_inside_a_repository_are_entered(folder: Path) -> None:
    subprocess.run(["git", "init", "-q", "."], check=True)
    inner = folder / "inner"
    inner.mkdir()
    subprocess.run(["git", "init", "-q", str(inner)], check=True)
    (inner / "i.md").write_text("文。\n", "utf-8")
    (inner / "skipped.md").write_text("文。\n", "utf-8")
    (inner / ".gitignore").write_text("skipped.md\n", "utf-8")
    assert "inner/i.md" in find_files(["."]).files
    assert "inner/skipped.md" not in find_files(["."]).files


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with one in it that can't be opened, for a user who isn't root."""
    folder = Path(tempfile.mkdtemp())
    (folder / "open").mkdir()
    (folder / "shut").mkdir()
    (folder / "open" / "a.md").write_text("文。\n", "utf-8")
    (folder / "shut" / "b.md").write_text("文。\n", "utf-8")
    (folder / "shut").chmod(0)
    folder.chmod(0o755)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(folder))
    was_root = os.geteuid() == 0
    if was_root:
        subprocess.run(["git", "config", "--global", "safe.directory", "*"], check=True)
        (folder / ".gitconfig").chmod(0o644)
        os.seteuid(65534)
    try:
        yield folder
    finally:
        if was_root:
            os.seteuid(0)
        (folder / "shut").chmod(0o755)
        shutil.rmtree(folder)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="there are no such rights here")
def test_a_folder_that_can_not_be_opened_is_named(closed: Path) -> None:
    found = find_files(["."])
    assert found.files == ("open/a.md",)
    assert [each.path for each in found.unreadable] == ["shut"]
    assert [each.path for each in find_files(["shut"]).unreadable] == ["shut"]
    assert [each.path for each in find_files([str(closed)]).unreadable] == [f"{closed}/shut"]


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="there are no such rights here")
def test_a_folder_that_git_can_not_open_is_named(closed: Path) -> None:
    if os.geteuid() != os.getuid():
        os.seteuid(0)
        subprocess.run(["git", "init", "-q", "."], check=True)
        os.seteuid(65534)
    else:
        subprocess.run(["git", "init", "-q", "."], check=True)
    found = find_files(["."])
    assert found.files == ("open/a.md",)
    assert [each.path for each in found.unreadable] == ["shut"]
    assert [each.path for each in find_files([str(closed)]).unreadable] == [f"{closed}/shut"]
