"""Ctrl-C while modules are imported."""

from __future__ import annotations

import os
import signal
from types import FrameType

from jlint.cli import INTERRUPTED


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


def _end(_signal: int, _frame: FrameType | None) -> None:
    os._exit(INTERRUPTED)
