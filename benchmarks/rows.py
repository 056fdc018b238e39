"""Commands measured in turn, and the rows of the table that is made of them."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Series(NamedTuple):
    """A value of each round."""

    values: tuple[float, ...]

    def over(self, floor: Series) -> Series:
        """The ratio in each round."""
        return Series(tuple(value / least for value, least in zip(self.values, floor.values, strict=True)))

    def __sub__(self, other: Series) -> Series:
        return Series(tuple(value - less for value, less in zip(self.values, other.values, strict=True)))

    def __str__(self) -> str:
        return f"{statistics.median(self.values):.2f} ({min(self.values):.2f} to {max(self.values):.2f})"


class Run(NamedTuple):
    """The seconds of a command: of all processors together, and as one waits."""

    processor: Series
    wall: Series


class Row(NamedTuple):
    """A line of the table."""

    what: str
    found: Series
    goal: float


def measured(commands: Sequence[Sequence[str]], rounds: int, before: Callable[[], None] = lambda: None) -> list[Run]:
    """Runs the commands in turn, so many rounds; `before` is called before each round.

    Bytecode is cached as it is for users: an installed wheel has it.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    taken: list[list[tuple[float, float]]] = [[] for _ in commands]
    for _ in range(rounds):
        before()
        for times, command in zip(taken, commands, strict=True):
            times.append(_seconds(command, environment))
    return [Run(*(Series(values) for values in zip(*times, strict=True))) for times in taken]


def _seconds(command: Sequence[str], environment: dict[str, str]) -> tuple[float, float]:
    started, used = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=environment)
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = ended.ru_utime + ended.ru_stime - used.ru_utime - used.ru_stime
    return processor, time.perf_counter() - started


def table(rows: Sequence[Row], private: float | None) -> str:
    """The rows as Markdown. `private` is the memory of a process in megabytes, None where it can't be told."""
    lines = ["| what | measured: median (least to greatest) | goal |", "|---|---|---|"]
    lines += [f"| {row.what} | {row.found} | {row.goal:g} |" for row in rows]
    if private is not None:
        lines.append(f"| private memory of one process after 200 files, in megabytes | {private:.0f} | 80 |")
    return "\n".join(lines) + "\n"
