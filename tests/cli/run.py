"""Runs jlint as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import NamedTuple


class Ended(NamedTuple):
    """The exit code and the output of a call."""

    code: int
    out: str
    err: str


def jlint(*arguments: str, stdin: str = "", **environment: str) -> Ended:
    """One call in the current folder, its output read as UTF-8."""
    run = subprocess.run(
        [sys.executable, "-m", "jlint", *arguments],
        input=stdin.encode("utf-8"),
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "JLINT_LANG": "", "LC_ALL": "C.UTF-8", **environment},
        check=False,
    )
    return Ended(run.returncode, run.stdout.decode("utf-8"), run.stderr.decode("utf-8"))
