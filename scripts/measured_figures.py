"""Collects how often findings were right, by rule, from what docs/precision.md and docs/typos.md say.

    python -m scripts.measured_figures jlint/rule_docs/measured.json

Nothing is measured here. The figures are those of the documents; whoever changes them there runs this again.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from jlint.rules.table import BY_ID

DOCS = Path(__file__).resolve().parent.parent / "docs"
_PAIR = re.compile(r"([a-z]+(?:-[a-z]+)+)\s(?:は )?(\d+) / (\d+)")
_NUMBERS = re.compile(r"(\d+) / (\d+)")
_GENERATED, _PEOPLE, _MET = "generated", "people", "met-before"


class Reading(NamedTuple):
    """One occasion on which findings were read: the document that tells of it, what was read, what changed since."""

    document: str
    ja: str
    en: str
    since_ja: str
    since_en: str


READINGS: Mapping[str, Reading] = {
    "first": Reading(
        "precision.md",
        "0.2.0 の前、十三種類の文章168本",
        "before 0.2.0, 168 texts of thirteen kinds",
        "読んだ後、`text-cut-off` の誤りの大半は出ないようにした。",
        "Most of what was wrong in text-cut-off is no longer reported.",
    ),
    "later": Reading(
        "precision.md",
        "後から加えたルールを、初めて見る20のリポジトリなどで",
        "rules that came later, on 20 repositories new to them and others",
        "読んだ後、誤りの種類のほとんどは出ないようにした。",
        "Most kinds of what was wrong are no longer reported.",
    ),
    "again": Reading(
        "precision.md",
        "その直しの後、ほかの10のリポジトリで",
        "after those changes, on ten other repositories",
        "誤りは差分（diff）を収めたファイルのものだけで、その後は指摘しないようにした。",
        "What was wrong stood in files that hold a diff, which are now left alone.",
    ),
    "typos": Reading(
        "typos.md",
        "初めて開いた五つのリポジトリ（303万字）",
        "five repositories opened for the first time, three million characters",
        "読んだ後、名前や作品の題のくり返しで黙るようにし、`missing-character` はより確かなときだけにした。",
        "Repeated names and titles are left alone since, and missing-character asks for more certainty.",
    ),
    "typos-later": Reading(
        "typos.md",
        "その直しの後、初めて開いた三つのリポジトリ（79万字）",
        "after those changes, three more repositories opened for the first time",
        "読んだ後、`surplus-character` を直した。",
        "surplus-character was corrected after that.",
    ),
    "typos-blogs": Reading(
        "typos.md",
        "重なりのルールを直すあいだに読んだブログ",
        "blogs read while the rules about doublings were corrected",
        "",
        "",
    ),
    "kanji": Reading(
        "typos.md",
        "初めて開いた五組の文章（読むたびに、外した行を狭めた）",
        "five lots of text opened for the first time; rows that were wrong were narrowed between them",
        "",
        "",
    ),
}


class Figure(NamedTuple):
    """How many findings of a rule were read in one kind of text, how many were right, how many true but trivial."""

    rule: str
    reading: str
    text: str
    read: int
    right: int
    trivial: int | None


def figures(precision: str, typos: str) -> Iterator[Figure]:
    """All figures of the two documents."""
    first, _, later = precision.partition("\n## Rules that came later\n")
    later, _, again = later.partition("\n**Read again**")
    for reading, part in (("first", first), ("later", later), ("again", again)):
        yield from _of_table(reading, part)
    yield from _of_typos(typos)


def _of_table(reading: str, text: str) -> Iterator[Figure]:
    """The rows `| rule | severity | text | right | trivial | wrong |`.

    The typo rules of the first reading are left out: what they find by statistics has changed altogether since, and
    docs/typos.md has newer figures.
    """
    counts: dict[tuple[str, str], Counter[str]] = {}
    for rule, kind, *numbers in re.findall(
        r"^\| ([a-z-]+) \| \w+ \| ([\w ]+) \| (\d+) \| (\d+) \| (\d+) \|$", text, re.M
    ):
        if reading == "first" and BY_ID[rule].category == "typo":
            continue
        lot = {"site": _GENERATED, "met before": _MET}.get(kind, _PEOPLE)
        row = dict(zip(("right", "trivial", "wrong"), map(int, numbers), strict=True))
        counts.setdefault((rule, lot), Counter()).update(row)
    for (rule, lot), verdicts in counts.items():
        yield Figure(rule, reading, lot, verdicts.total(), verdicts["right"], verdicts["trivial"])


def _of_typos(text: str) -> Iterator[Figure]:
    for rule, cells in re.findall(r"^\| ([a-z-]+) \| (?:error|warning|info) \| (.*) \|$", text, re.M):
        yield _right_of_read(rule, "typos", _NUMBERS.findall(cells))
    later, marker, blogs = text.partition("重なりのルールを直すあいだに読んだ")
    later = later[later.index("さらに三つを初めて開いた") :]
    blogs = blogs[: blogs.index("。")]
    if not marker:
        raise ValueError("docs/typos.md no longer tells what was read while the rules about doublings were corrected")
    for reading, part in (("typos-later", later), ("typos-blogs", blogs)):
        for rule, right, read in _PAIR.findall(part):
            yield _right_of_read(rule, reading, [(right, read)])
    kanji = text[text.index("そのあとで初めて開いた文章では、順に") :]
    yield _right_of_read("confused-kanji", "kanji", _NUMBERS.findall(kanji[: kanji.index("。")]))


def _right_of_read(rule: str, reading: str, pairs: Iterable[tuple[str, str]]) -> Figure:
    numbers = [(int(right), int(read)) for right, read in pairs]
    return Figure(rule, reading, _PEOPLE, sum(read for _, read in numbers), sum(right for right, _ in numbers), None)


def collected() -> str:
    """The text of the file of figures."""
    found: dict[str, list[dict[str, Any]]] = {}
    for figure in figures(*((DOCS / name).read_text("utf-8") for name in ("precision.md", "typos.md"))):
        row = figure._asdict()
        found.setdefault(row.pop("rule"), []).append(row)
    content = {
        "readings": {name: reading._asdict() for name, reading in READINGS.items()},
        "figures": {rule: found[rule] for rule in sorted(found)},
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(collected(), "utf-8", newline="\n")
