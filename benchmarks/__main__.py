"""All figures of docs/performance.md in one run: `python -m benchmarks FOLDER [--site FOLDER] [--write FILE]`.

Each row is a ratio to plain fugashi over the same text, or over one draft, measured in the same round: so many rounds
alternate, and the median is given with the least and the greatest. Times are those of the processors, of all processes
of a run together, but for the rows that say how long one waits. It takes half an hour.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.dictionary import dictionary
from benchmarks.document import put
from benchmarks.draft import draft
from benchmarks.floor import check_command, floor_command, jlint_command
from benchmarks.memory import private_megabytes
from benchmarks.presets import config
from benchmarks.repository import make
from benchmarks.rows import Row, measured, table

_CHARACTERS = 18_000
_DICTIONARIES = 10
_ENTRIES = 300
_FILES = 1000


def main() -> None:
    """Prints the table, and writes it between two comments of a document if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a folder of Markdown")
    parser.add_argument("--site", type=Path, help="a larger folder; without it one is made of the other")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", type=Path, metavar="FILE", help="a document with the two comments")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        os.environ["JLINT_CACHE_DIR"] = str(Path(made, "cache"))
        rows = [
            *_many(args.folder, args.rounds),
            *_site(args.site, args.folder, Path(made, "site"), args.rounds),
            *_draft(Path(made, "draft"), args.rounds),
            *_changed(args.folder, Path(made, "changed"), args.rounds),
        ]
        memory = private_megabytes(args.site or args.folder)
    text = table(rows, memory)
    print(text)
    if args.write:
        put(args.write, "measured", text)


def _many(folder: Path, rounds: int) -> list[Row]:
    paths = sorted(map(str, folder.glob("**/*.md")))
    one = ("--jobs", "1")
    with tempfile.TemporaryDirectory() as made:
        everything, terms = Path(made, "everything.yaml"), Path(made, "terms.yaml")
        everything.write_text(config(), "utf-8")
        names = [f"prh{number}.yml" for number in range(_DICTIONARIES)]
        for number, name in enumerate(names):
            Path(made, name).write_text(dictionary(_ENTRIES, skip=number * _ENTRIES), "utf-8")
        terms.write_text(f"extends: default\ndictionaries: [{', '.join(names)}]\n", "utf-8")
        commands = [
            floor_command(paths),
            jlint_command([str(folder)], *one),
            jlint_command([str(folder)], *one, "--ignore", "typo"),
            ["env", "JLINT_PURE=1", *jlint_command([str(folder)], *one)],
            check_command([str(folder)], "--config", str(everything), *one),
            check_command([str(folder)], "--config", str(terms), *one),
            jlint_command([str(folder)]),
        ]
        runs = measured(commands, rounds)
    floor, alone, without, pure, all_presets, with_terms, _ = (run.processor for run in runs)
    what = f"{len(paths)} files"
    return [
        Row(f"{what}, one process", alone.over(floor), 2.0),
        Row(f"{what}, two processes, as one waits", runs[-1].wall.over(runs[0].wall), 1.2),
        Row("of it the typo rules, with the C kernel", (alone - without).over(floor), 0.2),
        Row("of it the typo rules, in Python", (pure - without).over(floor), 0.8),
        Row(f"{what}, every rule of every preset, beyond the defaults", (all_presets - alone).over(floor), 3.5),
        Row(f"{what}, ten prh dictionaries of {_ENTRIES} entries, beyond none", (with_terms - alone).over(floor), 0.3),
    ]


def _site(site: Path | None, folder: Path, made: Path, rounds: int) -> list[Row]:
    if site is None:
        made.mkdir()
        make(sorted(folder.glob("**/*.md")), made, _FILES)
    paths = sorted(map(str, (site or made).glob("**/*.md")))
    floor, two = measured([floor_command(paths), jlint_command([str(site or made)])], rounds)
    return [Row(f"a site of {len(paths)} files, two processes, as one waits", two.wall.over(floor.wall), 1.0)]


def _draft(folder: Path, rounds: int) -> list[Row]:
    folder.mkdir()
    path = folder / "draft.md"
    path.write_text(draft(_CHARACTERS), "utf-8")
    floor, cold = measured([floor_command([str(path)]), jlint_command([str(path)])], 2 * rounds)
    return [Row(f"a draft of {_CHARACTERS:,} characters, a whole process", cold.processor.over(floor.processor), 2.5)]


def _changed(folder: Path, made: Path, rounds: int) -> list[Row]:
    made.mkdir()
    files = make(sorted(folder.glob("**/*.md")), made, _FILES)
    path = made.parent / "changed-draft.md"
    path.write_text(draft(_CHARACTERS), "utf-8")
    cached = [sys.executable, "-m", "jlint", "check", "--isolated", str(made)]
    measured([cached], 1)

    def change() -> None:
        with files[0].open("a", encoding="utf-8") as file:
            file.write("\nこの段落は新しい。\n")

    floor, again = measured([floor_command([str(path)]), cached], rounds, before=change)
    return [
        Row(f"one file changed among {_FILES}, in drafts", again.processor.over(floor.processor), 5.0),
        Row(f"one file changed among {_FILES}, in seconds of processor", again.processor, 0.3),
    ]


if __name__ == "__main__":
    main()
