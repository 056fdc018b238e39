"""The report as one JSON object, for programs; its shape is fixed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

import msgspec

from jlint.api.result import failure_of, finding_of, held_back_of
from jlint.engine.result import FileResult, RunResult, Totals
from jlint.engine.told import Piece, Pieces
from jlint.report import Style
from jlint.report.json_text import as_json, inert
from jlint.report.parts import Rest, files_of, held_back_in_order, in_order, rest_of, write_whole


class SummaryObject(msgspec.Struct, frozen=True, gc=False):
    """The counts of a run; `rules` has the number of findings by rule, the most frequent first."""

    files: int
    errors: int
    warnings: int
    infos: int
    suppressed: int
    held_back: int
    fixable: int
    unsafely_fixable: int
    accepted: int
    rules: dict[str, int]


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes `version`, `findings`, `held_back`, `failures`, `summary`, and `column_unit` if it isn't code points."""
    write_whole(whole([pieces(file, style) for file in files_of(result)], rest_of(result), style), out)


def pieces(file: FileResult, style: Style) -> tuple[str, ...]:
    """The findings of a file, and those held back, as items of the lists that the report has of them."""
    findings = [finding_of(finding) for finding in in_order(file.findings)]
    return _items(findings), _items([held_back_of(each) for each in held_back_in_order(file.held_back)])


def whole(parts: Iterable[Pieces], rest: Rest, style: Style) -> Iterator[Piece]:
    """The report, the findings of the files as given."""
    parts = list(parts)
    findings, held_back = ([part[number] for part in parts if part[number]] for number in range(2))
    failures = _items([failure_of(failure) for failure in rest.failures])
    yield '{\n "version": 1'
    yield from _list("findings", findings)
    yield from _list("held_back", held_back)
    yield from _list("failures", [failures] if failures else [])
    yield f',\n "summary": {_indented(summary_object(rest.totals), 1)}'
    yield f',\n "column_unit": "{style.columns.unit}"\n}}\n' if style.columns else "\n}\n"


def _list(name: str, items: Sequence[Piece]) -> Iterator[Piece]:
    yield f',\n "{name}": ['
    for number, each in enumerate(items):
        yield ",\n" if number else "\n"
        yield each
    yield "\n ]" if items else "]"


def _items(objects: Sequence[msgspec.Struct]) -> str:
    """The objects as items of a list in the report, indented as there; empty for none."""
    return "  " + _indented(objects, 1)[len("[\n  ") : -len("\n ]")] if objects else ""


def _indented(value: msgspec.Struct | Sequence[msgspec.Struct], levels: int) -> str:
    """The JSON of a value that stands so many levels deep: no string in it has a line break.

    By msgspec, and only text that is no valid Unicode by json, which takes a second for 10,000 findings.
    """
    try:
        text = inert(msgspec.json.format(msgspec.json.encode(value), indent=1).decode())
    except UnicodeEncodeError:
        text = as_json(msgspec.to_builtins(value), indent=1)
    return text.replace("\n", "\n" + " " * levels)


def summary_object(totals: Totals) -> SummaryObject:
    """The counts of a run."""
    return SummaryObject(
        totals.files,
        errors=totals.errors,
        warnings=totals.warnings,
        infos=totals.infos,
        suppressed=totals.suppressed,
        held_back=totals.held_back,
        fixable=totals.fixable,
        unsafely_fixable=totals.unsafely_fixable,
        accepted=totals.accepted,
        rules=dict(sorted(totals.by_rule.items(), key=lambda item: (-item[1], item[0]))),
    )
