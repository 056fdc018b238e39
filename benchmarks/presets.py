"""Every rule of every preset against the defaults: `python -m benchmarks.presets [FOLDER]`, in one process."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks.floor import best_of, check_command, floor_command, jlint_command
from benchmarks.many import made_in
from jlint.config.layers.chain import presets


def config() -> str:
    """A configuration with all presets."""
    return f"extends: [default, {', '.join(presets())}]\n"


def main() -> None:
    """Prints both times and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="a folder of Markdown; without it 100 drafts are made")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        everything = Path(made, "everything.yaml")
        everything.write_text(config(), "utf-8")
        folder = args.folder or made_in(Path(made))
        paths = sorted(str(path) for path in folder.glob("**/*.md"))
        floor, defaults, all_presets = best_of(
            [
                floor_command(paths),
                jlint_command([str(folder)], "--jobs", "1"),
                check_command([str(folder)], "--config", str(everything), "--jobs", "1"),
            ],
            args.rounds,
        )
    print(f"{len(paths)} files, plain fugashi {floor:.2f} s")
    print(f"  defaults:     {defaults:.2f} s, {defaults / floor:.2f} floors")
    print(f"  all presets:  {all_presets:.2f} s, {all_presets / defaults:.2f} times the defaults")


if __name__ == "__main__":
    main()
