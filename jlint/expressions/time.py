"""The time limit for all of a user's regular expressions together on one file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

SECONDS = 2.0
"""The default time limit."""
_MOST_KNOWN = 256


class ExpressionTime:
    """The time left on one file, in seconds of CPU time, and a cache of what has been found in its texts."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self.left = seconds
        self._spent: dict[object, float] = {}
        self._known: dict[tuple[object, str], object] = {}

    def spend(self, owner: object, seconds: float) -> None:
        """Counts the time that `owner` took."""
        self.left -= seconds
        self._spent[owner] = self._spent.get(owner, 0.0) + seconds

    def is_slowest(self, owner: object) -> bool:
        """Whether no other owner took more time: only the slowest is to blame when the time is up."""
        return self._spent.get(owner, 0.0) == max(self._spent.values(), default=1.0)

    def known(self, owner: object, text: str) -> object:
        """What `owner` has found in the text before, None where it hasn't searched it."""
        return self._known.get((owner, text))

    def keep(self, owner: object, text: str, found: object) -> None:
        """Caches what `owner` has found in the text."""
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        self._known[owner, text] = found


_current: ContextVar[ExpressionTime | None] = ContextVar("expression_time", default=None)


@contextmanager
def expression_time(seconds: float = SECONDS) -> Iterator[None]:
    """Shares one file's time among all expressions that run inside. A nested block shares the time of the outer one."""
    if _current.get() is not None:
        yield
        return
    token = _current.set(ExpressionTime(seconds))
    try:
        yield
    finally:
        _current.reset(token)


def current_time() -> ExpressionTime:
    """The time of the file that is being linted; outside of `expression_time` a new one for each call."""
    return _current.get() or ExpressionTime()
