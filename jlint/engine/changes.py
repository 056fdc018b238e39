"""Which files and lines have changed, according to git."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import NamedTuple

from jlint.compiled import lazy_pattern
from jlint.engine.git import GitError, Repository
from jlint.engine.result import RUN, FileResult, Place, ReportedFinding
from jlint.finding import Text

_FILE = lazy_pattern(rb"^(?:diff --(?:git|cc|combined) |\* Unmerged path )", re.MULTILINE)
_HUNK = lazy_pattern(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)

_PLAIN = (
    "--no-ext-diff",
    "--no-textconv",
    "--no-color",
    "--ignore-submodules=all",
    "--inter-hunk-context=0",
    f"-O{os.devnull}",
)
"""Options that keep the user's settings out of a diff, and git out of submodules, whose own filters it would run."""


class ChangedLines(NamedTuple):
    """The changed lines of one file, as ranges from 1, the end exclusive. With `everywhere`, all lines are new."""

    ranges: tuple[range, ...]
    everywhere: bool = False

    def touch(self, first: int, last: int) -> bool:
        """Whether one of the lines from `first` to `last` has changed."""
        return self.everywhere or any(lines.start <= last and first < lines.stop for lines in self.ranges)


class Changes:
    """The changed lines of files, by absolute path. With `staged`, those of the staged content."""

    def __init__(self, files: Mapping[str, ChangedLines], repository: Repository, *, staged: bool) -> None:
        self._files = files
        self._repository = repository
        self._staged = staged

    def of(self, path: str) -> ChangedLines | None:
        """The file's changed lines, None if it hasn't changed."""
        return self._files.get(_real(path))

    def is_staged(self, path: str) -> bool:
        """Whether the file's staged content is to be linted, which may differ from the one on the disk."""
        return self._staged and _real(path) in self._files

    def staged_content(self, path: str) -> bytes | Text:
        """The file's staged content, or the message that says why it can't be read."""
        name = os.path.relpath(_real(path), self._repository.top).replace(os.sep, "/")
        try:
            return self._repository.ask("cat-file", "blob", f":{name}", at_top=True).out
        except GitError as error:
            return error.message

    def narrowed(self, result: FileResult) -> FileResult | None:
        """The result with just the findings that touch changed lines, related places included; None if unchanged."""
        if result.path == RUN:
            return result
        lines = self.of(result.path)
        if lines is None:
            return None
        return result._replace(findings=tuple(each for each in result.findings if _touches(each, lines)))


def _touches(finding: ReportedFinding, lines: ChangedLines) -> bool:
    here = (related.place for related in finding.related if related.path == finding.path)
    return any(lines.touch(place.line, _last_line(place)) for place in (finding.place, *here))


def _last_line(place: Place) -> int:
    """The last line with a character inside the place."""
    return place.end_line - 1 if place.end_column == 1 and place.end_line > place.line else place.end_line


def _real(path: str) -> str:
    """The absolute path as git has it: symbolic links to folders are resolved, one at the file itself is not."""
    folder, name = os.path.split(os.path.abspath(path))
    return os.path.join(os.path.realpath(folder), name)


def changes_since(reference: str, folder: str) -> Changes:
    """The differences between `reference` and the work tree, untracked files included.

    Raises GitError outside a work tree, without git, and for a reference that doesn't exist.
    """
    repository = Repository(folder)
    commit = _commit(repository, reference)
    if commit is None:
        raise GitError(
            Text(
                f"{reference} というコミットはここにありません。浅いクローンなら git fetch で取り込んでください",
                f"There is no commit {reference} here. In a shallow clone, fetch it first",
            )
        )
    files = _changed(repository, commit)
    untracked = repository.ask("ls-files", "-z", "--others", "--exclude-standard", at_top=True).out.split(b"\0")
    files.update((_absolute(repository, name), ChangedLines((), everywhere=True)) for name in untracked if name)
    return Changes(files, repository, staged=False)


def staged_changes(folder: str) -> Changes:
    """What is staged for the next commit. Raises GitError outside a work tree and without git."""
    repository = Repository(folder)
    empty_tree = repository.ask("hash-object", "-t", "tree", os.devnull).out.decode().strip()
    base = _commit(repository, "HEAD") or empty_tree
    return Changes(_changed(repository, "--cached", base), repository, staged=True)


def _commit(repository: Repository, reference: str) -> str | None:
    """The name of the commit, in hexadecimal; None if the reference names none, or more than one.

    What begins with a hyphen would be an option to git, and with a ^ the opposite of a commit.
    """
    if reference.startswith(("-", "^")) or "\0" in reference:
        return None
    try:
        found = repository.ask("rev-parse", "--verify", "--quiet", f"{reference}^{{commit}}", at_top=True).out
    except GitError:
        return None
    return found.decode("ascii", "replace").strip()


def _changed(repository: Repository, *what: str) -> dict[str, ChangedLines]:
    """The changed lines of all files that still exist, renamed ones under their new names."""
    options = ("diff", *_PLAIN, "--find-renames", "--diff-filter=d")
    names = repository.ask(*options, "-z", "--name-only", *what, "--", at_top=True).out.split(b"\0")[:-1]
    parts = _FILE.split(repository.ask(*options, "--unified=0", *what, "--", at_top=True).out)[1:]
    return {_absolute(repository, name): _lines(part) for name, part in zip(names, parts, strict=True)}


def _lines(diff: bytes) -> ChangedLines:
    """The new lines in the diff of one file. Where lines were only removed, those on either side count as changed."""
    ranges = []
    for hunk in _HUNK.finditer(diff):
        start, length = int(hunk[1]), int(hunk[2] or 1)
        ranges.append(range(start, start + (length or 2)))
    return ChangedLines(tuple(ranges), everywhere=b"\nnew file mode " in diff)


def _absolute(repository: Repository, name: bytes) -> str:
    return os.path.join(repository.top, os.fsdecode(name))
