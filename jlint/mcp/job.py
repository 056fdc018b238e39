"""One call of a tool, which its caller may cancel while it runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from threading import Event
from typing import TypeVar

from jlint.rules.contract.active_rule import ActiveRule

_Item = TypeVar("_Item")


class Cancelled(BaseException):
    """The call was cancelled. No Exception, as the engine would report that as the failure of a rule."""


class Job:
    """A call. `told` is called with how many files of how many are done."""

    def __init__(self, told: Callable[[int, int], None] = lambda done, total: None) -> None:
        self._told = told
        self._cancelled = Event()

    def cancel(self) -> None:
        """Lets the work end at the next rule or file. To be called from another thread."""
        self._cancelled.set()

    def go_on(self) -> None:
        """Raises Cancelled if the call was cancelled."""
        if self._cancelled.is_set():
            raise Cancelled

    def watch(self, results: Iterable[_Item], total: int) -> Iterator[_Item]:
        """Passes the results on, tells how far they are, and raises Cancelled between two of them."""
        for done, result in enumerate(results, 1):
            self.go_on()
            self._told(done, total)
            yield result


class StoppableRules(tuple[ActiveRule, ...]):
    """Rules to be run one after the other: between two of them Cancelled is raised if the job was cancelled."""

    _job: Job

    @classmethod
    def of(cls, rules: Iterable[ActiveRule], job: Job) -> StoppableRules:
        """The rules as they run for this job."""
        stoppable = cls(rules)
        stoppable._job = job
        return stoppable

    def __iter__(self) -> Iterator[ActiveRule]:
        for rule in super().__iter__():
            self._job.go_on()
            yield rule
