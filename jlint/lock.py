"""A lock for what threads share, of which a process makes one."""

from __future__ import annotations

import os
from threading import Lock


class ProcessLock:
    """A lock that is open in a forked child, where the thread that held it doesn't exist and can't let go of it.

    Made once, by a module: the process keeps it to its end.
    """

    def __init__(self) -> None:
        self._open()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._open)

    def _open(self) -> None:
        self._lock = Lock()

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()
