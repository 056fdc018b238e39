"""What the command line prints for people, in their language."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TextIO

from jlint.cli.languages import for_people
from jlint.finding import Language
from jlint.printable import printable_line


def words(ja: str, en: str, language: Language | None = None) -> str:
    """The text in `language`, else in that of the command line (see `languages`)."""
    return en if (language or for_people()) == "en" else ja


def print_notice(message: str) -> None:
    """Prints a message that isn't part of the report, on one line of standard error."""
    print_stderr(f"jlint: {message}")


_quiet = False


def be_quiet() -> None:
    """Prints no more hints."""
    global _quiet
    _quiet = True


def print_hint(message: str) -> None:
    """Prints a message that a run can do without, unless it is to be quiet."""
    if not _quiet:
        print_notice(message)


def print_stderr(*lines: str) -> None:
    """Writes lines to standard error, each made printable."""
    print_progress("".join(f"{printable_line(line)}\n" for line in lines))


def print_progress(text: str) -> None:
    """Writes to standard error at once, unchanged and without a line end.

    Once standard error can't be written to, nothing more is: the exit code is enough.
    """
    try:
        sys.stderr.write(_writable(text, sys.stderr))
        sys.stderr.flush()
    except (OSError, ValueError):
        _discard(sys.stderr)


def print_stdout(*lines: str) -> None:
    """Writes lines to standard output, each made printable."""
    for line in lines:
        print(_writable(printable_line(line), sys.stdout))


def print_bytes(data: bytes) -> None:
    """Writes bytes to standard output as they are. Ignores a closed pipe."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        discard_output()


def _writable(text: str, stream: TextIO) -> str:
    """The text with a question mark for each character that the stream's encoding lacks."""
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)


def discard_output() -> None:
    """Redirects standard output to the null device, so that Python's flush at exit doesn't report a closed pipe."""
    _discard(sys.stdout)


def _discard(stream: TextIO) -> None:
    with suppress(OSError, ValueError):  # a stream that has no file, or is closed, isn't flushed at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def to_add(extra: str, language: Language | None = None) -> str:
    """How an extra is added to the jlint that runs: by its folder, as pip finds no package of that name."""
    pip, pipx = f"python -m pip install '.[{extra}]'", f"pipx install --force '.[{extra}]'"
    return words(
        f"jlint のフォルダーで {pip}（pipx なら {pipx}）を実行すると入ります",
        f"{pip} in the folder of jlint installs it (with pipx: {pipx})",
        language,
    )
