"""Sessions on a terminal as text: what `jlint fix` and `jlint check --watch` show, with the answers that are typed.

They run in a pseudo-terminal on a copy of examples/. Nothing that they show is overwritten, so that without colours the
text is what a user sees, line by line.
"""

from __future__ import annotations

import os
import re
import select
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 60.0
_QUIET = 0.4
"""Seconds without output after which something is shown to its end."""
KEYS = {"examples/faulty.md": "yynyq", "--select typo examples/faulty.md": "yn"}
"""What is typed in a session of `jlint fix`, by its arguments without the language."""
DRAFT = "examples/clean.md"
SLIP = "\n棚の前にには、小さな椅子を置きました。\n"
"""What is written below the draft while it is watched, and taken away again."""

_PROMPT = re.compile(r"^\[.* > ", re.MULTILINE)
_END_OF_PART = re.compile(r"^\d+ ?(?:ファイルを調べました|files? checked): ", re.MULTILINE)
_CLOCK = re.compile(r"^── \d\d:\d\d:\d\d ", re.MULTILINE)


def can_record() -> bool:
    """Whether there are pseudo-terminals here, which Windows has not."""
    return os.name == "posix"


def is_session(arguments: str) -> bool:
    """Whether the command is one that goes on until the user ends it."""
    return arguments.startswith("fix ") or "--watch" in arguments


@cache
def recorded(arguments: str, language: str) -> str:
    """What the terminal shows after the command `jlint ARGUMENTS`, where JLINT_LANG is `language`.

    Raises KeyError for a session of `jlint fix` whose keys aren't known, AssertionError where it ends badly.
    """
    with TemporaryDirectory() as folder:
        site = Path(folder, "site")
        (site / ".git").mkdir(parents=True)
        shutil.copytree(ROOT / "examples", site / "examples")
        environment = {**os.environ, "JLINT_CACHE_DIR": str(Path(folder, "cache")), "JLINT_LANG": language}
        with _Terminal(shlex.split(arguments), site, environment).running() as terminal:
            if arguments.startswith("fix "):
                own = re.sub(r" --lang \w+", "", arguments.removeprefix("fix "))
                shown = terminal.answered(KEYS[own])
            else:
                shown = terminal.watched(site / DRAFT)
    return shown.lstrip("\n")


class _Terminal:
    """A run of jlint that takes a pseudo-terminal for the user's."""

    def __init__(self, arguments: list[str], folder: Path, environment: dict[str, str]) -> None:
        self._command = [sys.executable, "-m", "jlint", *arguments]
        self._folder = folder
        plain = {"TERM": "xterm", "NO_COLOR": "1", "FORCE_HYPERLINK": "0", "LC_ALL": "C.UTF-8"}
        # the checkout's own modules, though the run is elsewhere
        self._environment = {**environment, **plain, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
        self._shown = b""

    @contextmanager
    def running(self) -> Iterator[_Terminal]:
        """The run, which has to end by itself or by Ctrl-C with 0."""
        self._ours, theirs = os.openpty()
        try:
            with subprocess.Popen(
                self._command, cwd=self._folder, env=self._environment, stdin=theirs, stdout=theirs, stderr=theirs
            ) as self._process:
                os.close(theirs)
                try:
                    yield self
                    self._read_until(lambda: False)
                    self._process.wait(PATIENCE)
                finally:
                    self._process.kill()
        finally:
            os.close(self._ours)
        assert self._process.returncode == 0, self._text

    def answered(self, keys: str) -> str:
        """What is shown when each prompt is answered by the next key."""
        for number, key in enumerate(keys, 1):
            self._read_until(partial(self._asks, number))
            os.write(self._ours, key.encode())
        self._read_until(lambda: False)
        return self._text

    def watched(self, draft: Path) -> str:
        """What is shown when a sentence with a slip is written below the draft and taken away again, then Ctrl-C."""
        before = draft.read_text("utf-8")
        for number, text in enumerate((before + SLIP, before, None), 1):
            self._read_until(partial(self._has_parts, number), quiet=True)
            if text is not None:
                draft.write_text(text, "utf-8")
        shown = self._text
        self._process.send_signal(signal.SIGINT)
        times = count()
        return _CLOCK.sub(lambda _: f"── 10:15:{7 + 12 * next(times):02} ", shown)

    @property
    def _text(self) -> str:
        return self._shown.decode("utf-8", "replace").replace("\r\n", "\n")

    def _asks(self, number: int) -> bool:
        """Whether a prompt has been shown as often, and the terminal hands over keys without showing them itself."""
        import termios

        asked = len(_PROMPT.findall(self._text)) == number
        return asked and not termios.tcgetattr(self._ours)[3] & termios.ICANON

    def _has_parts(self, number: int) -> bool:
        return len(_END_OF_PART.findall(self._text)) == number

    def _read_until(self, there: Callable[[], bool], *, quiet: bool = False) -> None:
        """Reads until something is there, and with `quiet` nothing follows it, or the other end is closed."""
        end = monotonic() + PATIENCE
        while monotonic() < end:
            if select.select([self._ours], [], [], _QUIET if quiet else 0.02)[0]:
                try:
                    data = os.read(self._ours, 65536)
                except OSError:  # Linux raises this when the other end is closed
                    data = b""
                if not data:
                    return
                self._shown += data
            elif there():
                return
        raise AssertionError(self._text)
