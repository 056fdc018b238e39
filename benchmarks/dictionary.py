"""What prh dictionaries add: one of 2,000 entries to a cold draft, or ten to a folder of posts.

`python -m benchmarks.dictionary` and `python -m benchmarks.dictionary FOLDER`. For a folder CPU seconds are measured,
in floors: what plain fugashi takes for it.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

from benchmarks.draft import draft
from benchmarks.floor import best_of, check_command, floor_command, least_cpu_of

CHARACTERS = 18_000
ENTRIES = 2_000
_DICTIONARIES, _ENTRIES_OF_EACH = 10, 300
_HEADS = "港橋舟網市島浜灯塔倉棚庭窓机椅箱紙筆墨糸布針鍋皿匙米麦茶塩油"
_TAILS = "守番頭屋役所台場口元先手数式表図帳札印鑑券符号板柱壁床"
_KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニ"


def dictionary(entries: int, skip: int = 0) -> str:
    """A dictionary of words, expressions and terms without a pattern, a few of which stand in the drafts.

    Two with different entries are made by skipping those of the first.
    """
    lines = ["version: 1", "rules:", *_entry("棚卸し", "棚の並べ替え"), *_entry("リーダー宛ての返信", "/読者への返事/")]
    for entry in islice(_entries(), skip, skip + entries - 2):
        lines += entry
    return "\n".join(lines) + "\n"


def _entries() -> Iterator[list[str]]:
    for number, (head, tail, kana) in enumerate(product(_HEADS, _TAILS, _KATAKANA)):
        word = f"{kana}ン{head}{tail}"
        if number % 8 == 0:
            yield _entry(word, f"/{kana}ン{head}(?:の)?{tail}(?!{head})/")
        elif number % 8 == 1:
            yield [f"  - {kana}x{number}"]
        elif number % 8 == 2:
            yield _entry(word, f"/\\bx{number}\\b|{kana}ン{head}(?={tail})/")
        elif number % 8 == 3:
            yield _entry(word, f"/({tail})?(?<!{head})y-?{number}[かきくけこ]/i")
        elif number % 8 == 4:
            yield [*_entry(word, f"Z{number}"), "    options: {wordBoundary: true}"]
        else:
            yield _entry(word, f"{head}{tail}{kana}ン")


def _entry(expected: str, pattern: str) -> list[str]:
    return [f"  - expected: {expected}", f"    pattern: {pattern}"]


def main() -> None:
    """Prints the times without and with dictionaries, whose compiled form is cached, and the difference."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--rounds", type=int, default=15)
    args = parser.parse_args()
    if args.folder:
        _measure_folder(args.folder, args.rounds)
        return
    with tempfile.TemporaryDirectory() as folder:
        path, without, with_one = Path(folder, "draft.md"), Path(folder, "without.yaml"), Path(folder, "with.yaml")
        path.write_text(draft(CHARACTERS), "utf-8")
        Path(folder, "prh.yml").write_text(dictionary(ENTRIES), "utf-8")
        without.write_text("extends: default\n", "utf-8")
        with_one.write_text("extends: default\ndictionaries: [prh.yml]\n", "utf-8")
        os.environ["JLINT_CACHE_DIR"] = folder
        commands = [check_command([str(path)], "--config", str(config)) for config in (without, with_one)]
        best_of(commands, 1)
        plain, extended = best_of(commands, args.rounds)
    print(f"{ENTRIES:,} entries: {plain:.3f} s without, {extended:.3f} s with, {(extended - plain) * 1000:.0f} ms more")


def _measure_folder(posts: str, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        names = [f"{number}.yml" for number in range(_DICTIONARIES)]
        for number, name in enumerate(names):
            Path(folder, name).write_text(dictionary(_ENTRIES_OF_EACH, skip=number * _ENTRIES_OF_EACH), "utf-8")
        without, with_ten = Path(folder, "without.yaml"), Path(folder, "with.yaml")
        without.write_text("extends: default\n", "utf-8")
        with_ten.write_text(f"extends: default\ndictionaries: [{', '.join(names)}]\n", "utf-8")
        os.environ["JLINT_CACHE_DIR"] = folder
        checks = [check_command([posts], "--jobs", "1", "--config", str(config)) for config in (without, with_ten)]
        commands = [floor_command([posts]), *checks]
        least_cpu_of(commands, 1)
        floor, plain, extended = least_cpu_of(commands, rounds)
    print(
        f"{_DICTIONARIES} dictionaries of {_ENTRIES_OF_EACH} entries, CPU: floor {floor:.2f} s, "
        f"{plain / floor:.2f} floors without, {extended / floor:.2f} with, {(extended - plain) / floor:.2f} more"
    )


if __name__ == "__main__":
    main()
