"""Report formats: one module each, with a function `write`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, TextIO

from jlint.engine.result import RunResult
from jlint.finding import Language, Severity

if TYPE_CHECKING:
    from jlint.report.columns import Columns
    from jlint.report.earlier import EarlierRun

FORMATS = (
    "text",
    "concise",
    "json",
    "jsonl",
    "github",
    "gitlab",
    "sarif",
    "checkstyle",
    "junit",
    "rdjson",
    "html",
)
WITH_COLUMN_UNIT = ("text", "concise", "json", "jsonl", "checkstyle")
"""The formats whose columns can be in any unit. The others are told by their definition what to count."""

IN_PARTS = frozenset({"text", "concise", "json", "jsonl"})
"""The formats whose modules have `pieces` and `whole` (see `parts`), from which their `write` is made."""


def from_errors_on(_path: str) -> Severity | None:
    """The severity from which a finding in a file makes the run fail unless anything else is configured."""
    return Severity.ERROR


class Style(NamedTuple):
    """How a report looks: its language, whether the terminal shows colours, and what makes its columns.

    Without `columns` they count code points. Only formats `WITH_COLUMN_UNIT` follow it. `fails_from` says for the path
    of a file from which severity on its findings make the run fail, None for never. `docs_url` is the address of the
    pages about rules, with `{rule}` in the place of an id; empty where there are none. `links`: the terminal shows
    links (OSC 8). `quiet`: findings and failures alone, without a summary. `earlier` are runs before this one, the
    oldest first, with which HTML compares it.
    """

    language: Language
    colour: bool = False
    columns: Columns | None = None
    fails_from: Callable[[str], Severity | None] = from_errors_on
    docs_url: str = ""
    links: bool = False
    quiet: bool = False
    earlier: tuple[EarlierRun, ...] = ()


def writer(name: str) -> Callable[[RunResult, TextIO, Style], None]:
    """The function that writes format `name`, one of `FORMATS`. Imports its module on demand."""
    write: Callable[[RunResult, TextIO, Style], None] = import_module(f"jlint.report.{name}_format").write
    if name not in WITH_COLUMN_UNIT:
        return write

    def write_in_unit(result: RunResult, out: TextIO, style: Style) -> None:
        write(style.columns.result(result) if style.columns else result, out, style)

    return write_in_unit
