"""Finds the files to lint."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jlint.compiled import lazy_pattern
from jlint.paths import STDIN
from jlint.regular_file import ReadError, read_regular

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

SUFFIXES = (".md", ".markdown", ".mdx")

_CLOSED = lazy_pattern(r"^warning: could not open directory '(.*)': ", re.MULTILINE)


class Unreadable(NamedTuple):
    """A named path that doesn't exist, or a folder that can't be opened, and the system's error."""

    path: str
    error: OSError


class Found(NamedTuple):
    """The files to lint, as paths with `/`, in order, and what couldn't be read.

    `outside` are symbolic links in a named folder that lead out of it: they are not followed.
    """

    files: tuple[str, ...]
    unreadable: tuple[Unreadable, ...] = ()
    outside: tuple[str, ...] = ()


def find_files(paths: Iterable[str]) -> Found:
    """The Markdown files in the folders among `paths` and every file that is named, each once.

    In a folder .gitignore applies: git lists the files if it is available, else the .gitignore files are read. No
    folder in it is entered through a symbolic link, and no link that leads out of it is followed. A named file is
    taken whatever its suffix, and links to it are followed; `-` stands for standard input. Of two names of one file
    the first counts.
    """
    files: dict[str, str] = {}
    unreadable: list[Unreadable] = []
    outside: list[str] = []
    for path in paths:
        if path == STDIN:
            files.setdefault(STDIN, STDIN)
        elif os.path.isdir(path):
            folder = _Folder(path)
            for real, name in folder.files():
                files.setdefault(real, name)
            unreadable += folder.unreadable
            outside += folder.outside
        elif os.path.lexists(path):
            files.setdefault(os.path.realpath(path), _with_slashes(path))
        else:
            unreadable.append(Unreadable(_with_slashes(path), FileNotFoundError()))
    return Found(tuple(files.values()), tuple(unreadable), tuple(outside))


def _with_slashes(path: str) -> str:
    return path.replace(os.sep, "/")


class _Folder:
    """A folder that was named, and the files in it."""

    def __init__(self, path: str) -> None:
        self.unreadable: list[Unreadable] = []
        self.outside: list[str] = []
        self._path = path
        self._real = os.path.realpath(path)
        self._prefix = "" if path in (".", "./") else _with_slashes(path).rstrip("/") + "/"
        self._is_entered: dict[str, bool] = {}
        self._regular: set[str] = set()

    def files(self) -> list[tuple[str, str]]:
        """The real path and the name of each Markdown file to lint, sorted by name."""
        names = sorted(name for name in self._names() if name.lower().endswith(SUFFIXES))
        return [(real, self._prefix + name) for name in names if (real := self._real_path(name))]

    def _real_path(self, name: str) -> str | None:
        """The file's real path; None if it can only be reached by a link that must not be followed."""
        parent, _, _ = name.rpartition("/")
        if parent not in self._is_entered:
            folder = os.path.normpath(os.path.join(self._real, parent))
            self._is_entered[parent] = os.path.realpath(folder) == folder
        path = os.path.join(self._real, name)
        if not self._is_entered[parent]:
            return None
        if name in self._regular:
            return os.path.normpath(path)
        if not os.path.isfile(path):
            return None
        real = os.path.realpath(path) if os.path.islink(path) else os.path.normpath(path)
        if real.startswith(self._real.rstrip(os.sep) + os.sep):
            return real
        self.outside.append(self._prefix + name)
        return None

    def _names(self) -> Iterator[str]:
        """The paths of files relative to the folder, including those in submodules and other nested repositories."""
        left = [""]
        while left:
            base = left.pop()
            known = self._known_to_git(base)
            for name in self._walked(base) if known is None else known:
                path = os.path.join(self._real, name)
                mode = _mode(path)
                if stat.S_ISREG(mode):
                    self._regular.add(name)
                    yield name
                elif stat.S_ISDIR(mode):
                    left.append(name.rstrip("/") + "/")
                elif not os.path.isdir(path):
                    yield name

    def _known_to_git(self, base: str) -> list[str] | None:
        """What git tracks or would track below `base`, a nested repository as one name; None if git can't be used."""
        from jlint.engine.git import GitError, Repository

        folder = os.path.join(self._real, base)
        try:
            repository = Repository(folder)
            if base and os.path.realpath(repository.top) != os.path.normpath(folder):
                return None  # a submodule that isn't checked out, or a folder that git takes for one
            answer = repository.ask("ls-files", "-z", "--cached", "--others", "--exclude-standard")
        except GitError:
            return None
        for closed in _CLOSED.findall(answer.warnings):
            path = os.path.relpath(os.path.join(os.path.realpath(repository.top), closed), self._real)
            self.unreadable.append(Unreadable(self._prefix + _with_slashes(path), PermissionError()))
        return [base + os.fsdecode(name) for name in dict.fromkeys(answer.out.split(b"\0")) if name]

    def _walked(self, base: str) -> Iterator[str]:
        """The files below `base` that no .gitignore there excludes."""
        ignored = _IgnoreFiles()
        top = os.path.join(self._real, base)
        for parent, folders, names in os.walk(top, onerror=self._note):
            relative = _with_slashes(os.path.relpath(parent, top))
            inside = "" if relative == "." else relative + "/"
            ignored.read(Path(parent), inside)
            folders[:] = sorted(name for name in folders if name != ".git" and not ignored.covers(f"{inside}{name}/"))
            for name in names:
                if not ignored.covers(inside + name):
                    yield base + inside + name

    def _note(self, error: OSError) -> None:
        path = os.path.relpath(error.filename or self._real, self._real)
        name = self._path if path == "." else self._prefix + path
        self.unreadable.append(Unreadable(_with_slashes(name), error))


def _mode(path: str) -> int:
    """What the path is, a link as such; 0 for nothing."""
    try:
        return os.lstat(path).st_mode
    except (OSError, ValueError):
        return 0


class _IgnoreFiles:
    """The .gitignore files found on a walk, each for what is below it. As in git, one that is a link is ignored."""

    def __init__(self) -> None:
        self._specs: dict[str, GitIgnoreSpec] = {}

    def read(self, folder: Path, base: str) -> None:
        file = folder / ".gitignore"
        if file.is_symlink() or not file.is_file():
            return
        from jlint.config.in_force.gitignore import spec_of

        try:
            lines = read_regular(str(file)).decode("utf-8", "replace").splitlines()
        except ReadError:
            return
        self._specs[base] = spec_of(lines)

    def covers(self, path: str) -> bool:
        verdict = False
        for base, spec in self._specs.items():
            if path.startswith(base):
                result = spec.check_file(path[len(base) :])
                if result.include is not None:
                    verdict = result.include
        return verdict
