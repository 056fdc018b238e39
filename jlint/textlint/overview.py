"""The table of docs/textlint.md: every rule of textlint's that can be migrated, and what it becomes.

python -m jlint.textlint.overview docs/textlint.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from jlint.config.display.dump import as_yaml
from jlint.document.exempt import Exempt
from jlint.textlint.presets import PACKAGES, PRESETS
from jlint.textlint.table import ADVICE, RULES
from jlint.textlint.translation import Dictionary, Given, On, Part, SitePattern

_BEGIN, _END = "<!-- table: {} -->", "<!-- /table -->"


def with_tables(text: str) -> str:
    """The text of the page with its tables generated anew. Raises ValueError where the mark of a table is missing."""
    for name, lines in (("rules", rules_table()), ("presets", presets_table()), ("advice", advice_table())):
        begin = _BEGIN.format(name)
        before, opening, rest = text.partition(begin + "\n")
        _, closing, after = rest.partition(_END)
        if not opening or not closing:
            raise ValueError(f"{begin} … {_END} is missing")
        text = before + opening + "\n".join(["", *lines, "", closing]) + after
    return text


def rules_table() -> Iterator[str]:
    """Each rule, by its short name, with jlint's rules and the options that match textlint's defaults."""
    yield "| textlint のルール | jlint のルール |"
    yield "|---|---|"
    for name in sorted(RULES):
        parts = list(RULES[name](Given({})))
        yield f"| {_cell(name)} | {_cell_of(parts)} |"


def presets_table() -> Iterator[str]:
    """Each preset with its version and rules; those that the preset itself leaves off are in brackets."""
    yield "| プリセット | 版 | ルール |"
    yield "|---|---|---|"
    for preset, rules in sorted(PRESETS.items()):
        names = [f"({name})" if value is False else name for name, value in rules.items()]
        yield f"| {preset} | {PACKAGES[preset].version} | {_escaped(', '.join(names))} |"


def advice_table() -> Iterator[str]:
    """The advice for rules without a counterpart in jlint."""
    yield "| textlint のルール | 代わりに |"
    yield "|---|---|"
    for name, advice in sorted(ADVICE.items()):
        yield f"| {_cell(name)} | {_escaped(advice.ja)} |"


def _cell_of(parts: list[Part]) -> str:
    cells: list[str] = []
    for part in parts:
        if isinstance(part, On):
            options = f" {_cell(as_yaml(dict(part.options)))}" if part.options else ""
            cells.append(f"{_cell(part.rule)}{options}")
        elif isinstance(part, SitePattern):
            cells.append("`patterns`")
        elif isinstance(part, Dictionary):
            cells.append("`dictionaries`")
        elif isinstance(part, Exempt):
            lists = {name: list(value) for name, value in part._asdict().items() if value}
            cells.append(f"`exempt` {_cell(as_yaml(lists))}")
    return "、".join(dict.fromkeys(cells)) or "`patterns`"


def _cell(text: str) -> str:
    return f"`{_escaped(text)}`"


def _escaped(text: str) -> str:
    return text.replace("|", r"\|")


if __name__ == "__main__":
    page = Path(sys.argv[1])
    page.write_text(with_tables(page.read_text("utf-8")), "utf-8", newline="\n")
