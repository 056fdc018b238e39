"""Handling of Ctrl-C while modules are imported, in finalizers, and while Python exits."""

from __future__ import annotations

import os
import signal
import sys
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


def end_quietly(raised: sys.UnraisableHookArgs) -> None:
    """A hook for exceptions that nobody can catch: a Ctrl-C that lands in a finalizer ends the process all the same.

    Python would print it and go on. Files are written whole or not at all, so none is left half-written.
    """
    if raised.exc_type is KeyboardInterrupt:
        os._exit(INTERRUPTED)
    sys.__unraisablehook__(raised)


def _end(_signal: int, _frame: FrameType | None) -> None:
    os._exit(INTERRUPTED)
