"""Many files: `python -m benchmarks.many [FOLDER] [--ignore RULES]`, on one core and on all.

What rules or categories cost is the difference between the figures with them and without.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks.draft import draft
from benchmarks.floor import best_of, floor_command, jlint_command


def main() -> None:
    """Prints the times as multiples of the floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="a folder of Markdown; without it 100 drafts are made")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--ignore", metavar="RULES", help="rules or categories that are left out, as for jlint check")
    args = parser.parse_args()
    options = ["--ignore", args.ignore] if args.ignore else []
    with tempfile.TemporaryDirectory() as made:
        folder = args.folder or made_in(Path(made))
        paths = sorted(str(path) for path in folder.glob("**/*.md"))
        floor, one, all_cores = best_of(
            [
                floor_command(paths),
                jlint_command([str(folder)], "--jobs", "1", *options),
                jlint_command([str(folder)], *options),
            ],
            args.rounds,
        )
    print(f"{len(paths)} files, plain fugashi {floor:.2f} s")
    print(f"  one process:   {one:.2f} s, {one / floor:.2f} floors")
    print(f"  all cores:     {all_cores:.2f} s, {all_cores / floor:.2f} floors")


def made_in(folder: Path) -> Path:
    """The folder, with 100 drafts in it."""
    for number in range(100):
        Path(folder, f"draft{number:03d}.md").write_text(draft(15_000, seed=number), "utf-8")
    return folder


if __name__ == "__main__":
    main()
