"""A whole repository: `python -m benchmarks.repository FOLDER [--files 1000]`.

The files are made from the posts of FOLDER with a serial number in every sentence, so that no sentence comes twice.
Timed are plain fugashi, a run without cache on all cores, one that fills the cache, and, in CPU time beside plain
fugashi over one draft, runs that find all in it and runs after a single file was changed; also printed is the most
memory that any process used.
"""

from __future__ import annotations

import argparse
import itertools
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.floor import floor_command, jlint_command

_ROUNDS = 5
_SENTENCE_END = re.compile("(?=。)")


def make(posts: list[Path], folder: Path, files: int) -> list[Path]:
    """As many files as asked for."""
    serial = itertools.count(1)
    made = []
    for number, post in zip(range(files), itertools.cycle(posts)):
        path = folder / f"2026-01-01-{number:04d}.md"
        text = post.read_text("utf-8")
        path.write_text(_SENTENCE_END.sub(lambda _: str(next(serial)), text), "utf-8")
        made.append(path)
    return made


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def cpu_seconds(command: list[str]) -> float:
    """What the command and its children take of the processor, which other programs disturb less than the clock."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    """Prints the times as multiples of the floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=1000)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        os.environ["JLINT_CACHE_DIR"] = str(Path(made, "cache"))
        folder = Path(made, "posts")
        folder.mkdir()
        paths = make(sorted(args.folder.glob("**/*.md")), folder, args.files)
        floor = seconds(floor_command(list(map(str, paths))))
        print(f"{len(paths)} files, plain fugashi {floor:.1f} s")
        cached = [sys.executable, "-m", "jlint", "check", "--isolated", "--format", "json", str(folder)]
        runs = [("no cache", jlint_command([str(folder)])), ("filling the cache", cached)]
        for name, command in runs:
            taken = seconds(command)
            print(f"  {name + ':':20}{taken:6.2f} s, {taken / floor:.3f} floors")
        cpu_seconds(cached)  # files changed within the last two seconds are read once more
        floors, all_known, one_changed = [], [], []
        for number, path in enumerate(paths[:_ROUNDS]):
            floors.append(cpu_seconds(floor_command([str(paths[0])])))
            all_known.append(cpu_seconds(cached))
            with path.open("a", encoding="utf-8") as file:
                file.write(f"\nこの段落は{number}番目に新しい。\n")
            one_changed.append(cpu_seconds(cached))
        floor = min(floors)
        print(f"  one draft, plain fugashi {floor:.3f} s of CPU")
        for name, times in (("all in the cache", all_known), ("one file changed", one_changed)):
            print(f"  {name + ':':20}{min(times):6.3f} s of CPU, {min(times) / floor:.1f} floors")
    print(f"  most memory of a process: {peak():.0f} MB")


def peak() -> float:
    """The most memory of any process that ended, in megabytes."""
    size = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return size / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
