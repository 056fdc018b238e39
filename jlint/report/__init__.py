"""Report formats: one module each, with a function `write`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, TextIO

from jlint.engine.result import RunResult
from jlint.finding import Language

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

IN_PARTS = frozenset({"text", "concise", "json", "jsonl"})
"""The formats whose modules have `pieces` and `whole` (see `parts`), from which their `write` is made."""


class Style(NamedTuple):
    """How a report looks: its language, and whether the terminal shows colours."""

    language: Language
    colour: bool = False


def writer(name: str) -> Callable[[RunResult, TextIO, Style], None]:
    """The function that writes format `name`, one of `FORMATS`. Imports its module on demand."""
    write: Callable[[RunResult, TextIO, Style], None] = import_module(f"jlint.report.{name}_format").write
    return write
