"""The private memory of one process after 200 files: `python -m benchmarks.memory FOLDER` (Linux)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_FILES = 200
_ROLLUP = Path("/proc/self/smaps_rollup")


def private_megabytes(folder: Path) -> float | None:
    """That of a process that lints files of a folder, over again where there are too few; None without /proc."""
    if not _ROLLUP.exists():
        return None
    command = [sys.executable, "-m", "benchmarks.memory", str(folder)]
    return float(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)


def main() -> None:
    """Lints, and prints the megabytes: pages written to, as those of files are shared with other processes."""
    from jlint.cli.configuration import config_of
    from jlint.engine.one_file import FileLinter

    paths = sorted(map(str, Path(sys.argv[1]).glob("**/*.md")))
    linter = FileLinter(config_of(None, isolated=True, lang=None))
    for path in (paths * (_FILES // len(paths) + 1))[:_FILES]:
        linter(path)
    private = [line.split()[1] for line in _ROLLUP.read_text("ascii").splitlines() if line.startswith("Private_Dirty")]
    print(sum(map(int, private)) / 1024)


if __name__ == "__main__":
    main()
