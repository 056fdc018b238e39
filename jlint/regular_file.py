"""Reads the files that a configuration names. They come from a repository, so they may be anything."""

from __future__ import annotations

import os
import stat

from jlint.file_state import note
from jlint.finding import Text
from jlint.internal_error import lack_of
from jlint.system_error import reason_of
from jlint.user_error import UserError

MOST_BYTES = 20_000_000
"""No configuration, list of words, dictionary or baseline is larger: one of 500,000 words has 7 million bytes."""


class ReadError(UserError):
    """The file can't be read; `message` says why, for use after the file's name and a colon."""


def read_regular(path: str, most: int = MOST_BYTES) -> bytes:
    """The file's bytes. Raises ReadError if it doesn't exist, isn't a regular file or is larger than `most` bytes."""
    data = read_start(path, most + 1)
    if len(data) > most:
        raise ReadError(Text(f"大きすぎます: {most:,} バイトを超えています", f"Too large: more than {most:,} bytes"))
    return data


def read_start(path: str, size: int) -> bytes:
    """The file's first `size` bytes. Raises ReadError if it doesn't exist or isn't a regular file.

    The file is opened without blocking, so that a pipe without a writer is refused and not waited for.
    """
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise ReadError(Text("普通のファイルではありません", "It is no regular file"))
            data = file.read(size)
            note(path, status, data)
            return data
    except OSError as error:
        raise ReadError(why_unreadable(error)) from error
    except ValueError:
        missing = FileNotFoundError()  # open() refuses a NUL, which no file has in its name
        raise ReadError(why_unreadable(missing)) from missing


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def why_unreadable(error: OSError) -> Text:
    """The message for a file that the system can't open or read."""
    if isinstance(error, FileNotFoundError):
        return Text("ファイルがありません", "There is no such file")
    if isinstance(error, PermissionError):
        return Text("読む権限がありません", "Permission to read it is missing")
    if isinstance(error, IsADirectoryError):
        return Text("フォルダーです", "It is a folder")
    lack = lack_of(error)
    if lack:
        return Text(f"読めません: {lack.ja}", f"Can't be read: {lack.en}")
    why = reason_of(error)
    return Text(f"読めません: {why.ja}", f"Can't be read: {why.en}")
