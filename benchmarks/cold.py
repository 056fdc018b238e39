"""One draft of 18,000 characters as a whole process, cold: `python -m benchmarks.cold [FILE]`."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks.draft import draft
from benchmarks.floor import best_of, floor_command, jlint_command

CHARACTERS = 18_000


def main() -> None:
    """Prints the times and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", help="a draft of your own; without it one is made")
    parser.add_argument("--rounds", type=int, default=7)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(args.file or Path(folder, "draft.md"))
        if not args.file:
            path.write_text(draft(CHARACTERS), "utf-8")
        floor, jlint = best_of([floor_command([str(path)]), jlint_command([str(path)])], args.rounds)
        characters = len(path.read_text("utf-8", "replace"))
    print(f"{characters:,} characters: jlint {jlint:.3f} s, plain fugashi {floor:.3f} s, ratio {jlint / floor:.2f}")


if __name__ == "__main__":
    main()
