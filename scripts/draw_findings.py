"""Draws findings from JSON reports at random, to be read and judged: how docs/precision.md came about.

    python -m scripts.draw_findings REPORT.json --root FOLDER --each 25 > judged.tsv

One row a finding: kind of text (the file's folder), rule, severity, place, message, and the text around the place with
the finding between ⟦ and ⟧. The last column is left empty for a reader's verdict: right, trivial or wrong.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

_AROUND = 60
_LONGEST = 160


def drawn(findings: Iterable[dict[str, Any]], each: int, total: int, seed: int) -> list[dict[str, Any]]:
    """At most `each` findings of a rule and kind of text, and of these at most `total`; 0 is no limit."""
    groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for finding in findings:
        groups[finding["rule"], kind_of(finding)].append(finding)
    chance = random.Random(seed)
    chosen: list[dict[str, Any]] = []
    for key in sorted(groups):
        group = groups[key]
        chosen += chance.sample(group, min(each or len(group), len(group)))
    return chance.sample(chosen, total) if 0 < total < len(chosen) else chosen


def kind_of(finding: dict[str, Any]) -> str:
    """The name of the folder that the finding's file is in."""
    return Path(finding["path"]).parent.name or "."


def row(finding: dict[str, Any], root: Path) -> list[str]:
    """The columns of a finding; reads its file below `root`. Raises OSError."""
    lines = Path(root, finding["path"]).read_text("utf-8").split("\n")
    line = lines[finding["line"] - 1].rstrip("\r")
    start = finding["column"] - 1
    end = finding["end_column"] - 1 if finding["end_line"] == finding["line"] else len(line)
    after = line[end : end + _AROUND] + "⏎" + "⏎".join(each[:_AROUND] for each in lines[finding["line"] :][:3])
    shown = f"{line[max(0, start - _AROUND) : start]}⟦{line[start:end][:_LONGEST]}⟧{after}"
    place = f"{finding['path']}:{finding['line']}:{finding['column']}"
    return [kind_of(finding), finding["rule"], finding["severity"], place, finding["message"], shown, ""]


def rows(reports: Iterable[Path], root: Path, each: int, total: int, seed: int) -> Iterator[str]:
    """The lines of the table, without line ends."""
    findings = [finding for report in reports for finding in json.loads(report.read_text("utf-8"))["findings"]]
    for finding in drawn(findings, each, total, seed):
        yield "\t".join(" ".join(column.split()) for column in row(finding, root))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument("--root", type=Path, default=Path(), help="the folder that the paths in the reports start from")
    parser.add_argument("--each", type=int, default=25, help="of a rule and kind of text at most so many (0: all)")
    parser.add_argument("--total", type=int, default=0, help="of all at most so many (0: all)")
    parser.add_argument("--seed", type=int, default=60)
    args = parser.parse_args()
    for line in rows(args.reports, args.root, args.each, args.total, args.seed):
        sys.stdout.write(line + "\n")
