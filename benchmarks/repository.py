"""A whole repository: `python -m benchmarks.repository FOLDER [--files 1000]`.

The files are made from the posts of FOLDER with a serial number in every sentence, so that no sentence comes twice.
Timed are plain fugashi, a run without cache on all cores, one that fills the cache, one that finds all in it, and one
after a single file was changed; also printed is the most memory that any process used.
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
        runs = [("no cache", jlint_command([str(folder)])), ("filling the cache", cached), ("all in the cache", cached)]
        for name, command in runs:
            taken = seconds(command)
            print(f"  {name + ':':20}{taken:6.2f} s, {taken / floor:.3f} floors")
        with paths[0].open("a", encoding="utf-8") as file:
            file.write("\nこの段落は新しい。\n")
        print(f"  {'one file changed:':20}{seconds(cached):6.2f} s")
    print(f"  most memory of a process: {peak():.0f} MB")


def peak() -> float:
    """The most memory of any process that ended, in megabytes."""
    size = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return size / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
