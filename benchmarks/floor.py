"""The floor: plain fugashi over the lines of some files or folders, and how whole processes are timed against it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

# MeCab ends the process where a line of some megabytes comes in one piece
FLOOR = (
    "import fugashi, sys, pathlib\n"
    "tagger = fugashi.Tagger('-Owakati')\n"
    "paths = [pathlib.Path(name) for name in sys.argv[1:]]\n"
    "for path in [file for path in paths for file in (path.glob('**/*.md') if path.is_dir() else [path])]:\n"
    "    for line in path.read_text('utf-8', 'replace').split('\\n'):\n"
    "        for start in range(0, len(line), 10_000):\n"
    "            tagger.parse(line[start : start + 10_000])\n"
)


def floor_command(paths: Sequence[str]) -> list[str]:
    """The process that only imports fugashi and tokenizes the files."""
    return [sys.executable, "-c", FLOOR, *paths]


def jlint_command(paths: Sequence[str], *options: str) -> list[str]:
    """jlint with its defaults over the files, without cache."""
    return check_command(paths, "--isolated", *options)


def check_command(paths: Sequence[str], *options: str) -> list[str]:
    """jlint over the files, without cache."""
    return [sys.executable, "-m", "jlint", "check", "--no-cache", "--format", "json", *options, *paths]


def best_of(commands: Sequence[list[str]], rounds: int) -> list[float]:
    """The least wall time of each command in seconds, alternating so that noise affects all alike.

    Bytecode is cached as it is for users: an installed wheel has it.
    """
    return _least(commands, rounds, time.perf_counter)


def least_cpu_of(commands: Sequence[list[str]], rounds: int) -> list[float]:
    """The same in CPU seconds, which other work on the machine disturbs less. Not on Windows."""
    import resource

    def spent() -> float:
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    return _least(commands, rounds, spent)


def _least(commands: Sequence[list[str]], rounds: int, clock: Callable[[], float]) -> list[float]:
    best = [float("inf")] * len(commands)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(rounds):
        for index, command in enumerate(commands):
            started = clock()
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=environment)
            best[index] = min(best[index], clock() - started)
    return best
