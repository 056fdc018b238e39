"""How time grows with the text: `python -m benchmarks.growth [KIND …]`, every rule of every preset.

Each kind of text is linted and reported at four sizes, each time in a fork of a process that has everything loaded.
Eight times the text may take at most twelve times as long. Without a KIND `benchmarks.large` follows.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks import large
from benchmarks.kinds import DIALECTS, KINDS
from benchmarks.presets import config
from jlint.config.in_force.config import Config
from jlint.engine.one_file import FileLinter
from jlint.engine.result import RunResult
from jlint.report import Style, writer

SIZES = (10_000, 20_000, 40_000, 80_000)
MOST = 12.0
"""How many times longer the largest size may take than the smallest."""
TOO_SHORT = 0.2
"""Seconds at the largest size below which a kind isn't checked."""
ENOUGH = 3.0
"""Seconds after which a size isn't measured again."""


class Measured(NamedTuple):
    """The least processor time at each size, and how many rules failed."""

    seconds: list[float]
    failures: int

    @property
    def ratio(self) -> float:
        """How many times longer the largest size takes than the smallest."""
        return self.seconds[-1] / self.seconds[0]

    @property
    def is_broken(self) -> bool:
        """Whether time grows too fast, or a rule fails."""
        return bool(self.failures) or (self.seconds[-1] >= TOO_SHORT and self.ratio > MOST)


class Bench:
    """Lints texts under all presets, each in a fork of this process, so that no text's caches help another."""

    def __init__(self, folder: Path, dialect: str) -> None:
        self._path = folder / "a.md"
        folder.mkdir()
        Path(folder, "rules.yaml").write_text(f"{config()}markdown: {dialect}\n", "utf-8")
        self._linter = FileLinter(Config(file=str(folder / "rules.yaml")))
        self._lint(KINDS["draft"](2_000))  # loads what every run needs

    def measure(self, name: str, rounds: int) -> Measured:
        """The times of a kind of text: the least of some rounds wherever it matters."""
        first, *others = (KINDS[name](size) for size in SIZES)
        runs = [self._least(first, rounds), *(self._forked(text) for text in others)]
        if runs[-1][0] > MOST * runs[0][0]:  # which noise may have done
            runs[1:] = [self._least(text, rounds) for text in others]
        return Measured([seconds for seconds, _ in runs], max(failures for _, failures in runs))

    def _least(self, text: str, rounds: int) -> tuple[float, int]:
        runs: list[tuple[float, int]] = []
        while len(runs) < rounds and sum(seconds for seconds, _ in runs) < ENOUGH:
            runs.append(self._forked(text))
        return min(runs)

    def _forked(self, text: str) -> tuple[float, int]:
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.write(writing, json.dumps(self._lint(text)).encode())
            os._exit(0)
        os.close(writing)
        with open(reading, "rb") as pipe:
            seconds, failures = json.loads(pipe.read())
        os.waitpid(child, 0)
        return seconds, failures

    def _lint(self, text: str) -> tuple[float, int]:
        self._path.write_text(text, "utf-8", newline="")
        started = time.process_time()
        result = self._linter(str(self._path))
        assert result is not None
        for name in ("text", "json"):
            writer(name)(RunResult([result]), io.StringIO(), Style("ja"))
        return time.process_time() - started, len(result.failures)


def main() -> int:
    """Prints a line for each kind, and those that break the bound; returns whether any does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"of: {', '.join(KINDS)}")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    gc.set_threshold(1_000_000)  # as the command has it
    broken: list[str] = []
    print(f"{'kind':28s}", *(f"{size // 1000:5d}k" for size in SIZES), "  ratio")
    with tempfile.TemporaryDirectory() as folder:
        benches: dict[str, Bench] = {}
        for name in args.kinds or KINDS:
            dialect = DIALECTS.get(name, "kramdown")
            if dialect not in benches:
                benches[dialect] = Bench(Path(folder, dialect), dialect)
            measured = benches[dialect].measure(name, args.rounds)
            if measured.is_broken:
                broken.append(name)
            seconds = " ".join(f"{each:6.3f}" for each in measured.seconds)
            failures = f"  {measured.failures} failures" if measured.failures else ""
            mark = "  grows too fast" if measured.is_broken else ""
            print(f"{name:28s} {seconds}  {measured.ratio:6.1f}{mark}{failures}", flush=True)
    print(f"{len(broken)} kinds break the bound: {', '.join(broken)}" if broken else "No kind breaks the bound.")
    if not args.kinds:
        large.main(rounds=1)
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
