"""Writes files atomically: at any moment a file has its old or its new content, complete.

What isn't a regular file, such as a pipe or a terminal, is written to and not replaced.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from time import time

from jlint.compiled import lazy_pattern
from jlint.engine.files import SUFFIXES
from jlint.finding import Text
from jlint.paths import boundary_of, lies_in
from jlint.system_error import reason_of
from jlint.user_error import UserError

_PREFIX, _SUFFIX = ".jlint-writing-", ".tmp"
_TEMPORARY = lazy_pattern(re.escape(_PREFIX) + "[a-z0-9_]{8}" + re.escape(_SUFFIX))
"""The names that `tempfile` makes with this prefix and suffix; no user's file has such a name."""
_USAGE = "jlint-usage.txt"
_READ_BY_RUNS = frozenset(
    {".jlint.yaml", "rules.yaml", "pyproject.toml", "words.txt", _USAGE, "_config.yml", ".gitignore", ".gitattributes"}
)
_LONGEST_WRITING = 600
"""Seconds after which a temporary file can no longer belong to a current run."""
_NOTHING = Text("", "")


class WriteError(UserError):
    """A file can't be written; `message` says why."""


def replace_file(path: str, before: bytes, after: bytes) -> None:
    """Writes `after` to `path`, whose content must still be `before`.

    A symbolic link stays one: its target is replaced, if that is in the same repository. Mode and, where the system
    allows it, owner are kept. Raises WriteError if the file has changed meanwhile, can't be written, is outside the
    repository or isn't a regular file.
    """
    problem = why_not_replaceable(path)
    if problem:
        raise WriteError(problem)
    target = os.path.realpath(path)
    with _reported(Text("。ファイルは元のままです", ". It is as it was")):
        if not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), target)
        _put_in_place(target, after, lambda: _make_sure_unchanged(target, before))


def why_not_replaceable(path: str) -> Text | None:
    """Why a file must not be written to, whatever its content; None if it may be. Nothing is opened."""
    if _is_pipe_or_device(path):
        return Text(
            "普通のファイルではないので、書き換えません（--diff なら直し方を見られます）",
            "It is no regular file and is not written to (--diff shows what would be repaired)",
        )
    is_near = _is_named_below(path, os.getcwd())
    folder = os.getcwd() if is_near else os.path.dirname(os.path.abspath(path))
    if lies_in(path, boundary_of(folder)):
        return None
    return Text(
        "リポジトリの外を指すリンクなので、書き換えません",
        "It is not written to, being reached by a link that leads out of the repository",
    )


def write_file(path: str, content: bytes, *, for_runs: bool = False) -> None:
    """Writes a file that jlint generates; an existing one is replaced. `for_runs`: later runs are to read it.

    Raises WriteError if it can't be written, or if links lead from inside the working folder to outside.
    """
    problem = why_outside_working_folder(path) or (None if for_runs else _why_read_by_runs(path))
    if problem:
        raise WriteError(problem)
    if _is_pipe_or_device(path) or _is_open_already(path):
        with _reported(), open(path, "ab") as file:
            file.write(content)
        return
    target = os.path.realpath(path)
    with _reported():
        if os.path.lexists(target) and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), target)
        _put_in_place(target, content)


def why_outside_working_folder(path: str) -> Text | None:
    """Why a new file is not written there: links lead from inside the working folder to outside. None if it may be."""
    here = os.getcwd()
    if not _is_named_below(path, here) or lies_in(path, os.path.realpath(here)):
        return None
    return Text(
        "作業フォルダーの外を指すリンクなので、書き込みません",
        "It is not written to, being a link that leads out of the working folder",
    )


def _why_read_by_runs(path: str) -> Text | None:
    """Why no report is written under that name: later runs, or git, would read it as something else."""
    parts = os.path.realpath(path).split(os.sep)
    if ".git" in parts or parts[-1] in _READ_BY_RUNS or parts[-1].lower().endswith(SUFFIXES):
        return Text(
            "原稿か設定のファイルの名前なので、書き込みません。別の名前にしてください",
            "It is not written to, having the name of a draft or of a configuration. Choose another name",
        )
    return None


def _is_pipe_or_device(path: str) -> bool:
    """Whether the path is a pipe, a device or the like. Takes the path as is: /dev/stdout may have no real path."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _is_named_below(path: str, folder: str) -> bool:
    """Whether the path, without resolving links, names something in the folder."""
    return os.path.abspath(path).startswith(folder.rstrip(os.sep) + os.sep)


def _is_open_already(path: str) -> bool:
    """Whether the name stands for an already open file, such as /dev/stdout, which must not be replaced."""
    return os.name == "posix" and os.path.abspath(path).startswith(("/dev/", "/proc/"))


@contextlib.contextmanager
def _reported(reassurance: Text = _NOTHING) -> Iterator[None]:
    """Turns an OSError into a WriteError."""
    try:
        yield
    except OSError as error:
        reason = _reason(error)
        raise WriteError(
            Text(f"書き込めません: {reason.ja}{reassurance.ja}", f"Can't be written: {reason.en}{reassurance.en}")
        ) from error


def _put_in_place(target: str, content: bytes, last_look: Callable[[], None] = lambda: None) -> None:
    temporary = _written_beside(target, content)
    try:
        _take_over_rights(target, temporary)
        last_look()
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    _persist_folder(os.path.dirname(target))


def _written_beside(target: str, content: bytes) -> str:
    """A temporary file with the content synced to disk, in the target's folder, so that it can be renamed to it."""
    folder = os.path.dirname(target)
    _sweep(folder)
    handle, name = tempfile.mkstemp(dir=folder, prefix=_PREFIX, suffix=_SUFFIX)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    return name


@cache
def _sweep(folder: str) -> None:
    """Removes temporary files that killed runs have left in the folder, once a run; never those still in use."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        remains = [entry for entry in entries if _TEMPORARY.fullmatch(entry.name)]
        for entry in remains:
            if time() - entry.stat(follow_symlinks=False).st_mtime > _LONGEST_WRITING:
                os.unlink(entry.path)


def _take_over_rights(target: str, temporary: str) -> None:
    """Sets the temporary file's mode and owner to those of the file that it replaces, or those of a new file."""
    if not os.path.exists(target):
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)
        return
    shutil.copymode(target, temporary)
    if hasattr(os, "chown"):
        owner = os.stat(target)
        with contextlib.suppress(OSError):
            os.chown(temporary, owner.st_uid, owner.st_gid)


def _make_sure_unchanged(target: str, before: bytes) -> None:
    with open(target, "rb") as file:
        if file.read() != before:
            raise WriteError(
                Text(
                    "調べている間にファイルが書き換えられたので、直しませんでした。もう一度実行してください",
                    "It was changed while it was checked, so it was left alone. Run again",
                )
            )


def _persist_folder(folder: str) -> None:
    """Syncs the folder, so that the renaming survives a power cut, where folders can be opened."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _reason(error: OSError) -> Text:
    if error.errno == errno.ENOSPC:
        return Text("ディスクがいっぱいです", "the disk is full")
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return Text("書き込む権限がありません", "permission to write is missing")
    return reason_of(error)
