"""What fixes would change, as a diff: exact for programs, printable for people."""

from __future__ import annotations

import os
import stat
from typing import TextIO

from jlint.engine.result import RunResult
from jlint.printable import printable_line
from jlint.report import Style


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes the diffs of all files, byte for byte so that `git apply` and `patch` take them, or printable for people.

    GitHub's runner obeys commands in the output of steps, and a line of a draft may look like one; so the diffs are
    between two lines that turn commands off and on by a random token. `git apply` and `patch` ignore both lines.
    """
    diffs = [file.diff for file in result.files if file.diff]
    if not diffs:
        return
    if _is_for_people(out):
        for diff in diffs:
            out.writelines(f"{printable_line(line)}\n" for line in diff.removesuffix("\n").split("\n"))
    elif os.environ.get("GITHUB_ACTIONS") == "true" and not _is_file(out):
        from secrets import token_hex

        token = token_hex(16)
        out.write(f"::stop-commands::{token}\n")
        try:
            out.writelines(diffs)
        finally:
            out.write(f"::{token}::\n")
    else:
        out.writelines(diffs)


def _is_for_people(out: TextIO) -> bool:
    """Whether `out` is a terminal, or the log of Azure Pipelines, where commands can't be turned off."""
    return out.isatty() or ("TF_BUILD" in os.environ and not _is_file(out))


def _is_file(out: TextIO) -> bool:
    try:
        return stat.S_ISREG(os.fstat(out.fileno()).st_mode)
    except OSError:
        return False
