"""Makes the table of docs/precision.md from findings that `scripts.draw_findings` drew and a reader judged.

    python -m scripts.precision_table JUDGED.tsv...

The seventh column of each row is the verdict: right, trivial or wrong.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

VERDICTS = ("right", "trivial", "wrong")


def counted(lines: Iterable[str]) -> dict[tuple[str, str, str], Counter[str]]:
    """How often each verdict was given, by severity, rule and kind of text. Raises ValueError for another verdict."""
    counts: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for number, line in enumerate(lines, 1):
        columns = line.split("\t")
        kind, rule, severity = columns[:3]
        verdict = columns[6].strip() if len(columns) > 6 else ""
        if verdict not in VERDICTS:
            raise ValueError(f"row {number} has no verdict ({verdict!r}); write one of {', '.join(VERDICTS)}")
        counts[severity, rule, kind][verdict] += 1
    return counts


def table(counts: dict[tuple[str, str, str], Counter[str]]) -> Iterator[str]:
    """The lines of the table, errors first, rules with the most findings read first."""
    yield "| rule | severity | text | right | trivial | wrong |"
    yield "|---|---|---|---|---|---|"
    read: Counter[str] = Counter()
    for (_, rule, _), verdicts in counts.items():
        read[rule] += verdicts.total()
    for severity, rule, kind in sorted(counts, key=lambda key: (key[0], -read[key[1]], key[1], key[2])):
        numbers = " | ".join(str(counts[severity, rule, kind][verdict]) for verdict in VERDICTS)
        yield f"| {rule} | {severity} | {kind} | {numbers} |"


if __name__ == "__main__":
    judged = [line for path in sys.argv[1:] for line in Path(path).read_text("utf-8").splitlines() if line]
    sys.stdout.writelines(f"{line}\n" for line in table(counted(judged)))
