"""Which files a run is about."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

SUFFIXES = (".md", ".markdown", ".mdx")
STDIN = "-"


class Found(NamedTuple):
    """The files to lint, as paths with `/`, in order, and the named paths that don't exist."""

    files: tuple[str, ...]
    missing: tuple[str, ...]


def find_files(paths: Iterable[str]) -> Found:
    """The Markdown files in the folders among `paths` and every file that is named, each once.

    In a folder .gitignore holds: git is asked where there is one, else the .gitignore files themselves are read.
    A named file counts whatever its ending; `-` stands for standard input. Of two names of one file the first counts.
    """
    files: dict[str, str] = {}
    missing: list[str] = []
    for path in paths:
        if path == STDIN:
            files.setdefault(STDIN, STDIN)
        elif os.path.isdir(path):
            for name in _in_folder(path):
                files.setdefault(os.path.realpath(name), name)
        elif os.path.lexists(path):
            files.setdefault(os.path.realpath(path), _with_slashes(path))
        else:
            missing.append(_with_slashes(path))
    return Found(tuple(files.values()), tuple(missing))


def _with_slashes(path: str) -> str:
    return path.replace(os.sep, "/")


def _in_folder(folder: str) -> list[str]:
    known = _known_to_git(folder)
    names = list(_walked(folder)) if known is None else known
    prefix = "" if folder in (".", "./") else _with_slashes(folder).rstrip("/") + "/"
    return sorted(prefix + name for name in names if name.lower().endswith(SUFFIXES))


def _known_to_git(folder: str) -> list[str] | None:
    """The folder's files that git tracks or would track, relative to it; None outside a work tree or without git."""
    import subprocess

    try:
        listing = subprocess.run(
            ["git", "-C", folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            capture_output=True,
            check=True,
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    names = dict.fromkeys(os.fsdecode(name) for name in listing.split(b"\0") if name)
    return [file for name in names for file in _file_or_repository(folder, name)]


def _file_or_repository(folder: str, name: str) -> list[str]:
    """The file itself; of a submodule, or another repository inside this one, all of its files."""
    path = os.path.join(folder, name)
    if os.path.isfile(path):
        return [name]
    if not os.path.isdir(path):
        return []
    base = name.rstrip("/") + "/"
    return [base + inner for inner in _known_to_git(path) or _walked(path)]


def _walked(folder: str) -> Iterator[str]:
    """The folder's files, relative to it, that no .gitignore in it excludes."""
    ignored = _IgnoreFiles()
    for parent, folders, names in os.walk(folder):
        relative = _with_slashes(os.path.relpath(parent, folder))
        base = "" if relative == "." else relative + "/"
        ignored.read(Path(parent), base)
        folders[:] = sorted(name for name in folders if name != ".git" and not ignored.covers(f"{base}{name}/"))
        for name in names:
            if os.path.isfile(os.path.join(parent, name)) and not ignored.covers(base + name):
                yield base + name


class _IgnoreFiles:
    """The .gitignore files met on a walk, each for what lies below it."""

    def __init__(self) -> None:
        self._specs: dict[str, GitIgnoreSpec] = {}

    def read(self, folder: Path, base: str) -> None:
        file = folder / ".gitignore"
        if not file.is_file():
            return
        from jlint.config.gitignore import spec_of

        self._specs[base] = spec_of(file.read_text("utf-8", "replace").splitlines())

    def covers(self, path: str) -> bool:
        verdict = False
        for base, spec in self._specs.items():
            if path.startswith(base):
                result = spec.check_file(path[len(base) :])
                if result.include is not None:
                    verdict = result.include
        return verdict
