"""Runs git, and is the only module to do so: nothing in a repository can make it run a program.

A repository's own configuration can name programs for nearly everything: file system monitors, filters, external
diffs, text conversions, pagers, hooks, helpers for transports. All of them are overridden in the command scope, which
takes precedence over the repository's. The system's and the user's configuration stay in force, for `safe.directory` is
set there. See https://git-scm.com/docs/git-config and https://git-scm.com/docs/git#_environment_variables.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.finding import Text
from jlint.user_error import UserError

OLDEST = (2, 38)
"""The first version of git that can be told not to use a folder that looks like a bare repository."""
SECONDS = 60
"""How long one call of git may take; where a pipe replaces a file that git reads, it would wait forever."""

_SETTINGS = (
    ("core.fsmonitor", "false"),
    ("core.attributesFile", os.devnull),
    ("core.hooksPath", os.devnull),
    ("core.pager", "cat"),
    ("core.editor", "false"),
    ("core.askPass", "false"),
    ("diff.external", ""),
    ("protocol.allow", "never"),
    ("safe.bareRepository", "explicit"),
)
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_REMOVED_VARIABLES = ("GIT_EXTERNAL_DIFF", "GIT_TRACE", "GIT_TRACE2", "GIT_TRACE2_EVENT", "GIT_TRACE2_PERF")
_FILTER_KEYS = (("clean", ""), ("smudge", ""), ("process", ""), ("required", "false"))
_COUNT = "GIT_CONFIG_COUNT"
_READ_TO_THE_END = (
    *("HEAD", "commondir", "config", "config.worktree", "index", "packed-refs", "shallow", "objects/info/alternates"),
    *("info/attributes", "info/exclude", "info/grafts", "info/sparse-checkout"),
)
"""Files of a repository, relative to its own folder, that git reads whole."""
_VERSION = lazy_pattern(rb"git version (\d+)\.(\d+)")
_LOCATION_VARIABLES = ("GIT_DIR", "GIT_WORK_TREE")


class GitError(UserError):
    """git can't be run or fails; `message` says why."""


class Answer(Struct, frozen=True):
    """What git wrote to standard output, and its warnings."""

    out: bytes
    warnings: str


class Repository:
    """The work tree that contains a folder; `top` is its root, an absolute path.

    Raises GitError if there is none, or if git is missing, fails or is older than `OLDEST`.
    """

    def __init__(self, folder: str) -> None:
        _require_version()
        _refuse_endless_files(folder)
        self._folder = folder
        self._settings: tuple[tuple[str, str], ...] = _SETTINGS
        self.top = os.fsdecode(self.ask("rev-parse", "--show-toplevel").out.rstrip(b"\n"))
        if not _belongs_to(folder, self.top):
            raise GitError(
                Text(
                    f"git の core.worktree が別の場所（{self.top}）を指しているので、使いません",
                    f"core.worktree of git names another place ({self.top}), so git is not used",
                )
            )
        self._settings = (*_SETTINGS, *self._filters_emptied())

    def ask(self, *arguments: str, at_top: bool = False, given: bytes = b"") -> Answer:
        """Runs git in the folder, or at the root of the work tree. `given` is its standard input.

        Raises GitError if it fails.
        """
        return _run(["git", "-C", self.top if at_top else self._folder, *arguments], self._settings, given)

    def _filters_emptied(self) -> Iterable[tuple[str, str]]:
        """Settings that remove the commands of each filter driver."""
        try:
            listing = self.ask("config", "-z", "--name-only", "--get-regexp", r"^filter\.").out
        except GitError:
            return  # there are no filter drivers
        keys = os.fsdecode(listing).split("\0")
        for name in sorted({key.rpartition(".")[0] for key in keys if key.count(".") >= 2}):
            yield from ((f"{name}.{key}", value) for key, value in _FILTER_KEYS)


def _belongs_to(folder: str, top: str) -> bool:
    """Whether the folder is in the work tree, or the user's environment sets the work tree explicitly."""
    if any(name in os.environ for name in _LOCATION_VARIABLES):
        return True
    real, root = os.path.realpath(folder), os.path.realpath(top)
    return os.path.commonpath([real, root]) == root


def _refuse_endless_files(folder: str) -> None:
    """Raises GitError if git, as it looks for the repository of the folder, would read a file that may have no end.

    A pipe or a link to a device in the place of one of these files would make git wait for ever or fill the memory.
    """
    above = os.path.realpath(folder)
    while True:
        inner = os.path.join(above, ".git")
        for candidate in (inner, above):
            for name in _READ_TO_THE_END:
                path = os.path.join(candidate, name)
                if os.path.exists(path) and not os.path.isfile(path):
                    raise GitError(Text(f"{path} が普通のファイルではありません", f"{path} is no regular file"))
        parent = os.path.dirname(above)
        if parent == above or os.path.lexists(inner):
            return
        above = parent


@cache
def _require_version() -> None:
    found = _VERSION.match(_run(["git", "version"], ()).out)
    if found is None or (int(found[1]), int(found[2])) < OLDEST:
        wanted = ".".join(map(str, OLDEST))
        raise GitError(Text(f"git {wanted} 以降が必要です", f"git {wanted} or newer is needed"))


def _run(command: list[str], settings: Iterable[tuple[str, str]], given: bytes = b"") -> Answer:
    try:
        done = subprocess.run(
            command,
            input=given,
            capture_output=True,
            check=False,
            env=_environment(settings),
            timeout=SECONDS,
        )
    except OSError as error:
        raise GitError(Text("git を実行できません", "git can't be run")) from error
    except subprocess.TimeoutExpired as error:
        raise GitError(
            Text(f"git が {SECONDS} 秒たっても終わりません", f"git has not ended after {SECONDS} seconds")
        ) from error
    words = done.stderr.decode("utf-8", "replace").strip()
    if done.returncode:
        raise GitError(_why_failed(words))
    return Answer(done.stdout, words)


def _why_failed(words: str) -> Text:
    """What is said where git fails, which tells why in English."""
    first = words.partition("\n")[0].removeprefix("fatal: ").removeprefix("error: ")
    if first.startswith("not a git repository"):
        return Text("ここは git のリポジトリではありません", "This is no git repository")
    if first.startswith("this operation must be run in a work tree"):
        return Text("ここは git の作業ツリーの中ではありません", "This is not inside of a work tree of git")
    if "dubious ownership" in first:
        return Text(
            "このリポジトリの持ち主がほかの人なので、git を使えません。信用してよければ "
            "git config --global --add safe.directory にそのフォルダーを加えてください",
            "The repository belongs to somebody else, so git refuses to be used. If it can be trusted, add its folder "
            "with git config --global --add safe.directory",
        )
    return Text(f"git を使えません: {first}", f"git can't be used: {first}")


def _environment(settings: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The caller's environment with the settings added to those that it may already pass to git."""
    environment = {name: value for name, value in os.environ.items() if name not in _REMOVED_VARIABLES} | _ENVIRONMENT
    count = int(given) if (given := environment.get(_COUNT, "")).isdecimal() else 0
    for number, (key, value) in enumerate(settings, count):
        environment[f"GIT_CONFIG_KEY_{number}"] = key
        environment[f"GIT_CONFIG_VALUE_{number}"] = value
        environment[_COUNT] = str(number + 1)
    return environment
