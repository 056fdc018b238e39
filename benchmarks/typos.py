"""What the typo rules find, fix and wrongly report, by kind of slip and by setting.

    python -m benchmarks.typos --typos typos.jsonl --clean clean.txt [--known clean.known.txt] [-v]

`--typos` has one JSON object a line: `before`, `after`, `class`, and `span`, the slip's place in `before`. Rows
with a `round` other than 1 are left out. `--clean` has correct sentences, one a line, `--known` those of them that
do contain a slip.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Rule
from jlint.rules.helpers.typo.slip_rule import Certainty, SlipOptions, SlipRule
from jlint.rules.table import RULES

_SENTENCES = 400
"""Sentences of one document."""


def rules_at(setting: Certainty) -> list[Rule]:
    """The typo rules that are on by default, at a setting."""
    typo = [rule for rule in RULES if rule.category == "typo" and rule.severity is not None]
    return [rule(SlipOptions(certainty=setting)) if issubclass(rule, SlipRule) else rule() for rule in typo]


def findings(text: str, rules: list[Rule]) -> list[Finding]:
    document = Document(text)
    return [finding for rule in rules for finding in rule.check(document)]


def fixed(text: str, finding: Finding) -> str:
    edits = sorted(finding.fix.edits, reverse=True) if finding.fix else []
    for edit in edits:
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def recall(path: Path, rules: list[Rule]) -> Iterator[str]:
    """Lines on how many slips were found and fixed, by class and in all."""
    total, found, fixes = Counter[str](), Counter[str](), Counter[str]()
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row.get("round", 1) != 1:
            continue
        start, end = row["span"]
        near = [f for f in findings(row["before"], rules) if f.span.start <= end + 1 and f.span.end >= start - 1]
        for key in (row["class"], "all"):
            total[key] += 1
            found[key] += bool(near)
            fixes[key] += any(fixed(row["before"], finding) == row["after"] for finding in near)
    for key in sorted(total, key=lambda key: (key == "all", key)):
        yield f"  {key}: found {found[key] / total[key]:.1%}, fixed {fixes[key] / total[key]:.1%} of {total[key]}"


def alarms(path: Path, known: frozenset[str], rules: list[Rule], *, verbose: bool) -> Iterator[str]:
    """A line on how many findings there are in correct text."""
    sentences = [line for line in path.read_text("utf-8").splitlines() if line and line not in known]
    count = 0
    for first in range(0, len(sentences), _SENTENCES):
        text = "\n\n".join(sentences[first : first + _SENTENCES])
        for finding in findings(text, rules):
            count += 1
            if verbose:
                start, end = finding.span
                place = f"{text[start - 12 : start]}【{text[start:end]}】{text[end : end + 12]}"
                yield f"    {finding.rule}: {place.replace(chr(10), ' ')}"
    yield f"  alarms: {count}, {count / sum(map(len, sentences)) * 10_000:.2f} per 10,000 characters"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--typos", type=Path)
    parser.add_argument("--clean", type=Path)
    parser.add_argument("--known", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    args = parser.parse_args()
    known = frozenset(args.known.read_text("utf-8").splitlines()) if args.known else frozenset()
    for setting in get_args(Certainty):
        rules = rules_at(setting)
        print(setting)
        lines = [*recall(args.typos, rules)] if args.typos else []
        lines += alarms(args.clean, known, rules, verbose=args.verbose) if args.clean else []
        print("\n".join(lines))


if __name__ == "__main__":
    main()
