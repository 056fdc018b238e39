"""Ctrl-C while modules are imported, and while Python ends."""

from __future__ import annotations

import os
import signal
from types import FrameType

from jlint.cli.exit_codes import INTERRUPTED


class QuietEnd:
    """While it is entered, Ctrl-C ends the process at once and without a word.

    Where a KeyboardInterrupt strikes the machinery of imports, Python prints it or turns it into an ImportError. A
    signal that the caller ignores or handles is left as it is.
    """

    def __enter__(self) -> None:
        self._ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        if self._ours:
            signal.signal(signal.SIGINT, _end)

    def __exit__(self, *_: object) -> None:
        if self._ours:
            signal.signal(signal.SIGINT, signal.default_int_handler)


def end_by_signal() -> None:
    """Lets Ctrl-C from now on end the process by itself: where Python tidies up it can only be printed."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _end(_signal: int, _frame: FrameType | None) -> None:
    os._exit(INTERRUPTED)
