"""Which files and lines have changed, according to git."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.engine.commits import base_since, commit_named, merge_base, required
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

INDEX = ""
"""Where what is staged is: `INDEX:name` is the content of a file, as `COMMIT:name` is that in a commit."""


class ChangedLines(Struct, frozen=True):
    """The changed lines of one file, as ranges from 1, the end exclusive. With `everywhere`, all lines are new."""

    ranges: tuple[range, ...]
    everywhere: bool = False

    def touch(self, first: int, last: int) -> bool:
        """Whether one of the lines from `first` to `last` has changed."""
        return self.everywhere or any(lines.start <= last and first < lines.stop for lines in self.ranges)


class Changes:
    """The changed lines of files, by absolute path.

    `stored` says where the content is that the lines are those of: None for the work tree, `INDEX` for what is staged,
    else the name of a commit.
    """

    def __init__(self, files: Mapping[str, ChangedLines], repository: Repository, *, stored: str | None) -> None:
        self._files = files
        self._repository = repository
        self._stored = stored

    def of(self, path: str) -> ChangedLines | None:
        """The file's changed lines, None if it hasn't changed."""
        return self._files.get(_real(path))

    def is_stored(self, path: str) -> bool:
        """Whether git's content of the file is to be linted, which may differ from the one on the disk."""
        return self._stored is not None and _real(path) in self._files

    @property
    def is_staged(self) -> bool:
        """Whether these are the changes that are staged."""
        return self._stored == INDEX

    @property
    def is_partial_commit(self) -> bool:
        """Whether this runs in a hook of `git commit FILE`, whose index git makes for it and throws away."""
        return os.path.basename(os.environ.get("GIT_INDEX_FILE", "")).startswith("next-index-")

    def stored_content(self, path: str) -> bytes | Text:
        """The content of the file that git has, or the message that says why it can't be read."""
        try:
            return self._repository.ask("cat-file", "blob", f"{self._stored}:{self._name(path)}", at_top=True).out
        except GitError as error:
            return error.message

    def stage(self, path: str, content: bytes) -> None:
        """Stages another content for a file that is staged, its mode as it is. Raises GitError."""
        name = self._name(path)
        entry = self._repository.ask("ls-files", "-z", "--stage", "--", f":(literal,top){name}", at_top=True).out
        mode = entry.decode("utf-8", "surrogateescape").partition(" ")[0]
        stored = self._repository.ask("hash-object", "-w", "--stdin", at_top=True, given=content).out.decode().strip()
        self._repository.ask("update-index", "--cacheinfo", f"{mode},{stored},{name}", at_top=True)

    def _name(self, path: str) -> str:
        """The file's name for git: relative to the root, with `/`."""
        return os.path.relpath(_real(path), self._repository.top).replace(os.sep, "/")

    def narrowed(self, result: FileResult) -> FileResult | None:
        """The result with just the findings that touch changed lines, related places included; None if unchanged."""
        if result.path == RUN:
            return result
        lines = self.of(result.path)
        if lines is None:
            return None
        if result.changed is not None:
            lines = ChangedLines(tuple(range(*each) for each in result.changed))
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
    """The differences between the work tree, untracked files included, and where its branch has left `reference`.

    What was added to `reference` later is none of them. Raises GitError outside a work tree, without git, and for a
    reference that doesn't exist or was left at a commit that isn't there (see `commits`).
    """
    repository = Repository(folder)
    files = _changed(repository, base_since(repository, reference))
    untracked = repository.ask("ls-files", "-z", "--others", "--exclude-standard", at_top=True).out.split(b"\0")
    files.update((_absolute(repository, name), ChangedLines((), everywhere=True)) for name in untracked if name)
    return Changes(files, repository, stored=None)


def staged_changes(folder: str) -> Changes:
    """What is staged for the next commit. Raises GitError outside a work tree and without git."""
    repository = Repository(folder)
    empty_tree = repository.ask("hash-object", "-t", "tree", os.devnull).out.decode().strip()
    base = commit_named(repository, "HEAD") or empty_tree
    return Changes(_changed(repository, "--cached", base), repository, stored=INDEX)


def changes_between(reference: str, end: str, folder: str) -> Changes:
    """What was changed on the way from where `end` has left `reference` to `end`. Raises GitError as `changes_since`.

    The content is that of `end`, whatever is checked out.
    """
    repository = Repository(folder)
    last = required(repository, end)
    base = merge_base(repository, required(repository, reference), last, reference)
    return Changes(_changed(repository, base, last), repository, stored=last)


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
