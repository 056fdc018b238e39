"""Handling of Ctrl-C while modules are imported, and while Python exits."""

from __future__ import annotations

import os
import signal
from types import FrameType

from jlint.cli.exit_codes import INTERRUPTED


class QuietEnd:
    """A context in which Ctrl-C ends the process at once and without a message.

    Python prints a KeyboardInterrupt that is raised inside the import machinery, or turns it into an ImportError. Where
    the caller ignores or handles the signal, nothing changes.
    """

    def __enter__(self) -> None:
        self._ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        if self._ours:
            signal.signal(signal.SIGINT, _end)

    def __exit__(self, *_: object) -> None:
        if self._ours:
            signal.signal(signal.SIGINT, signal.default_int_handler)


def end_by_signal() -> None:
    """Lets the signal of Ctrl-C itself end the process from now on: during shutdown Python could only print it."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _end(_signal: int, _frame: FrameType | None) -> None:
    os._exit(INTERRUPTED)
