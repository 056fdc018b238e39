"""Rules across files on 100, 1,000 and 5,000 posts: `python -m benchmarks.across`. Time should grow with the posts."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.draft import draft

RULES = "duplicate-title,duplicate-excerpt,duplicate-paragraph"
MEASURED = (
    "import resource, runpy, sys\n"
    "try:\n"
    "    runpy.run_module('jlint', run_name='__main__')\n"
    "finally:\n"
    "    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)\n"
)


def main() -> None:
    """Prints seconds, milliseconds a post and peak memory for each size."""
    print("posts  seconds  ms a post  peak MB")
    for posts in (100, 1000, 5000):
        with tempfile.TemporaryDirectory() as folder:
            for number in range(posts):
                # every tenth post has a twin, so that there is something to report
                seed = number - number % 10 if number % 10 == 1 else number
                Path(folder, f"{number:05d}.md").write_text(draft(3_000, seed), "utf-8")
            options = ["check", "--isolated", "--jobs", "1", "--format", "json", "--select", RULES, folder]
            started = time.perf_counter()
            done = subprocess.run(
                [sys.executable, "-c", MEASURED, *options], capture_output=True, text=True, check=False
            )
            seconds = time.perf_counter() - started
        print(f"{posts:5d}  {seconds:7.2f}  {seconds / posts * 1000:9.2f}  {done.stderr.split()[-1]:>7}")


if __name__ == "__main__":
    main()
