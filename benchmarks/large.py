"""Lines of megabytes, a list of 100,000 items and 5,000 files, with the default rules: `python -m benchmarks.large`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.draft import draft
from benchmarks.floor import best_of, floor_command, jlint_command
from benchmarks.kinds import KINDS, numbered

MEGABYTE = 1_000_000
_MOST = 5 * MEGABYTE
"""Bytes of the longest file that jlint reads by default."""
_BYTES = 3
"""Of a Japanese character in UTF-8."""


def _one_line(megabytes: int) -> str:
    return draft(megabytes * MEGABYTE // _BYTES).replace("\n", "")


def texts() -> dict[str, str]:
    """The long files by name."""
    return {
        "one line of 1 MB": _one_line(1),
        "one line of 5 MB": _one_line(5),
        "one sentence of 5 MB": KINDS["one sentence"](5 * MEGABYTE // _BYTES),
        "one word of 1 MB": KINDS["katakana"](MEGABYTE // _BYTES),
        "100,000 items": "".join(f"- {number}番の項目です\n" for number in range(100_000)),
        "one list of 5 MB": numbered("- 第{}号の資料の整理を、手分けして少しずつ進めました。\n")(
            5 * MEGABYTE // _BYTES
        ),
    }


def main(rounds: int = 3) -> None:
    """Prints seconds for each, and the multiple of what plain fugashi takes."""
    with tempfile.TemporaryDirectory() as made:
        for name, text in texts().items():
            path = Path(made, "a.md")
            path.write_bytes(text.encode()[:_MOST].decode(errors="ignore").encode())
            _print(name, path, rounds)
        folder = Path(made, "files")
        folder.mkdir()
        for number in range(5_000):
            Path(folder, f"draft{number:04d}.md").write_text(draft(1_000, seed=number), "utf-8")
        _print("5,000 files of 1,000 characters", folder, rounds)


def _print(name: str, path: Path, rounds: int) -> None:
    floor, jlint = best_of([floor_command([str(path)]), jlint_command([str(path)], "--jobs", "1")], rounds)
    print(f"{name:32s} {jlint:6.2f} s, plain fugashi {floor:5.2f} s, ratio {jlint / floor:5.1f}", flush=True)


if __name__ == "__main__":
    main()
