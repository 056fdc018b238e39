"""The summary of a step of GitHub Actions, for what doesn't fit into annotations.

A step writes it in Markdown to the file that GITHUB_STEP_SUMMARY names, 1 MiB at most; a larger one isn't shown
(https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary).
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from jlint.compiled import lazy_pattern
from jlint.finding import Language, Text
from jlint.printable import printable
from jlint.system_error import reason_of

VARIABLE = "GITHUB_STEP_SUMMARY"
_LIMIT = 1024 * 1024
_LAST_LINE = 300
"""Bytes reserved for the line that counts what was left out."""
_SEVERITIES = {"error": "error", "warning": "warning", "notice": "info"}
_MARKDOWN = lazy_pattern(r"[\\`*_\[\]<>|~&$#@!]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_HEADER = Text(
    "| 場所 | 重要度 | 指摘 | ルール |\n|---|---|---|---|\n",
    "| place | severity | finding | rule |\n|---|---|---|---|\n",
)


_APPENDED: dict[tuple[str | None, tuple[Entry, ...]], Text] = {}
"""What was said when the last entries were appended."""


class Entry(NamedTuple):
    """An annotation: its command, its properties and its message."""

    command: str
    path: str
    line: int
    rule: str
    position: str
    message: str


def append(entries: Sequence[Entry], sentence: str, language: Language) -> Text:
    """Appends the sentence and a table of the entries. Returns the message where they are, or why they aren't there.

    A run may write several reports: what the process has appended already isn't appended again.
    """
    name = os.environ.get(VARIABLE)
    key = (name, tuple(entries))
    if key not in _APPENDED:
        _APPENDED.clear()
        _APPENDED[key] = _append(name, entries, sentence, language)
    return _APPENDED[key]


def _append(name: str | None, entries: Sequence[Entry], sentence: str, language: Language) -> Text:
    if not name:
        return Text(
            "すべて見るには --format text か --output html=FILE を使ってください",
            "To see all use --format text or --output html=FILE",
        )
    path = Path(name)
    try:
        room = _LIMIT - (path.stat().st_size if path.exists() else 0)
        text, left_out = _table(entries, sentence, language, room)
        with path.open("a", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
    except OSError as error:
        why = reason_of(error)
        return Text(
            f"ステップの概要 {name} に書き込めません: {why.ja}",
            f"The step's summary, {name}, can't be written: {why.en}",
        )
    if left_out:
        return _left_out(left_out)
    return Text("ステップの概要（Summary）にあります", "The step's summary has them")


def _table(entries: Sequence[Entry], sentence: str, language: Language, room: int) -> tuple[str, int]:
    """The Markdown, and how many entries it has no room for."""
    parts = [f"### jlint\n\n{_escaped(sentence)}\n\n{_HEADER.to(language)}"]
    used = _size(parts[0]) + _LAST_LINE
    if used > room:
        return "", len(entries)
    for number, entry in enumerate(entries):
        row = _row(entry)
        used += _size(row)
        if used > room:
            left_out = len(entries) - number
            return "".join(parts) + f"\n{_left_out(left_out).to(language)}\n", left_out
        parts.append(row)
    return "".join(parts) + "\n", 0


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace"))


def _left_out(number: int) -> Text:
    return Text(
        f"{number}件はステップの概要（Summary）に入りきりません。すべて見るには --output html=FILE を使ってください",
        f"{number} don't fit into the step's summary. To see all use --output html=FILE",
    )


def _row(entry: Entry) -> str:
    place = f"{entry.path}:{entry.line}" if entry.line else entry.path
    return (
        f"| {_escaped(place)} | {_SEVERITIES[entry.command]} | {_escaped(entry.message)} | {_escaped(entry.rule)} |\n"
    )


def _escaped(text: str) -> str:
    """The text as a table cell, escaped so that it is shown unchanged."""
    return _MARKDOWN.sub(r"\\\g<0>", printable(text))
