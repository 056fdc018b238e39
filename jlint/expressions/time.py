"""The time that all of a user's regular expressions together may take on one file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

SECONDS = 2.0
"""The time where the configuration says nothing."""
_MOST_KNOWN = 256


class ExpressionTime:
    """What is left of the time on one file, in seconds of CPU time, and what has been found in its texts already."""

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
        """Whether no other took more of the time: the others only find that nothing is left."""
        return self._spent.get(owner, 0.0) == max(self._spent.values(), default=1.0)

    def known(self, owner: object, text: str) -> object:
        """What `owner` has found in the text before, None where it hasn't looked."""
        return self._known.get((owner, text))

    def keep(self, owner: object, text: str, found: object) -> None:
        """Remembers what `owner` has found in the text."""
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        self._known[owner, text] = found


_current: ContextVar[ExpressionTime | None] = ContextVar("expression_time", default=None)


@contextmanager
def expression_time(seconds: float = SECONDS) -> Iterator[None]:
    """One file's time: all expressions that run inside share it. Inside another such block that one's time goes on."""
    if _current.get() is not None:
        yield
        return
    token = _current.set(ExpressionTime(seconds))
    try:
        yield
    finally:
        _current.reset(token)


def current_time() -> ExpressionTime:
    """The time of the file that is being linted; outside of that a new one for each question."""
    return _current.get() or ExpressionTime()
