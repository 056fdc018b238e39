"""The one thread that lints. Of the work on a file only the newest is done."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from contextlib import suppress
from threading import Condition, Thread, current_thread, get_ident
from time import monotonic
from typing import Generic, NamedTuple, TypeVar

from jlint.engine.rule_run import StoppedError

_LONGEST_WAIT = 20.0
"""Seconds in which any rule comes to its end."""

_Result = TypeVar("_Result")
IsWanted = Callable[[], bool]
Work = Callable[[IsWanted], _Result]
"""Does something; `is_wanted`, asked from time to time, says whether to go on. Raises StoppedError if not."""


class _Task(NamedTuple, Generic[_Result]):
    work: Work[_Result]
    due: float
    number: int


class Worker(Generic[_Result]):
    """Does work in a thread of its own, the earliest due first.

    `done` is called there with the key of the work and its result, `failed` with the exception that it raised.
    """

    def __init__(
        self, done: Callable[[Hashable, _Result], None], failed: Callable[[Hashable, Exception], None]
    ) -> None:
        self._done = done
        self._failed = failed
        self._tasks: dict[Hashable, _Task[_Result]] = {}
        self._newest: dict[Hashable, int] = {}
        self._count = 0
        self._changed = Condition()
        self._ended = False
        self._thread = Thread(target=self._run, name="jlint-worker", daemon=True)

    def start(self) -> None:
        """Starts the thread."""
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread and waits for that. One that is in the middle of C code can't be ended with the process."""
        with self._changed:
            self._ended = True
            self._tasks.clear()
            self._newest.clear()
            self._changed.notify()
        if self._thread.is_alive() and self._thread is not current_thread():
            self._thread.join(_LONGEST_WAIT)

    def put(self, key: Hashable, work: Work[_Result], delay: float = 0.0) -> None:
        """Has the work done in `delay` seconds, in the place of earlier work with the same key, begun or not."""
        with self._changed:
            if self._ended:
                return
            self._count += 1
            self._newest[key] = self._count
            self._tasks[key] = _Task(work, monotonic() + delay, self._count)
            self._changed.notify()

    def drop(self, key: Hashable) -> None:
        """Takes back the work with this key."""
        with self._changed:
            self._tasks.pop(key, None)
            self._newest.pop(key, None)

    def take_turns(self) -> None:
        """To be called from long work, between its parts: does first what has become due meanwhile."""
        if get_ident() != self._thread.ident:
            return
        while task := self._next(wait=False):
            self._do(*task)

    def _run(self) -> None:
        while task := self._next(wait=True):
            self._do(*task)

    def _next(self, *, wait: bool) -> tuple[Hashable, _Task[_Result]] | None:
        """The task that is due; None once the worker is stopped, or without `wait` if there is none."""
        with self._changed:
            while not self._ended:
                key = min(self._tasks, key=lambda key: self._tasks[key].due, default=None)
                left = self._tasks[key].due - monotonic() if self._tasks else None
                if left is not None and left <= 0:
                    return key, self._tasks.pop(key)
                if not wait:
                    return None
                self._changed.wait(left)
        return None

    def _do(self, key: Hashable, task: _Task[_Result]) -> None:
        def is_wanted() -> bool:
            return self._newest.get(key) == task.number

        try:
            with suppress(StoppedError):
                result = task.work(is_wanted)
                if is_wanted():
                    self._done(key, result)
        except Exception as error:
            self._failed(key, error)
