"""Finds code in a Markdown text before Markdown is parsed: a dialect's own markup has no meaning inside code."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from jlint.span import Span

_FENCE = re.compile(r"^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(?P<fence>`{3,}|~{3,})(?P<rest>[^\n]*)$", re.MULTILINE)
_RUN = re.compile(r"\\?(?P<run>`+)|\n[ \t>]*\r?\n")


class CodeRegions:
    """The fenced blocks and code spans of a text."""

    def __init__(self, text: str) -> None:
        self._spans = sorted(_code(text)) if "`" in text or "~~~" in text else []
        self._starts = [span.start for span in self._spans]

    def around(self, offset: int) -> Span | None:
        """The code that contains `offset`, None if none does."""
        index = bisect_right(self._starts, offset) - 1
        return self._spans[index] if index >= 0 and offset < self._spans[index].end else None


def _code(text: str) -> Iterator[Span]:
    done = 0
    for block in _blocks(text):
        yield from _spans(text, done, block.start)
        yield block
        done = block.end
    yield from _spans(text, done, len(text))


def _blocks(text: str) -> Iterator[Span]:
    opening: re.Match[str] | None = None
    for line in _FENCE.finditer(text):
        if opening is None:
            if line["fence"][0] == "~" or "`" not in line["rest"]:
                opening = line
        elif line["fence"].startswith(opening["fence"]) and not line["rest"].strip():
            yield Span(opening.start(), line.end())
            opening = None
    if opening is not None:
        yield Span(opening.start(), len(text))


def _spans(text: str, start: int, end: int) -> Iterator[Span]:
    """Code spans: from a run of backticks to the next one of the same length in the same paragraph."""
    runs: list[Span] = []
    for match in _RUN.finditer(text, start, end):
        if match["run"]:
            runs.append(Span(*match.span("run")))
        else:
            yield from _paired(runs)
            runs = []
    yield from _paired(runs)


def _paired(runs: list[Span]) -> Iterator[Span]:
    by_length: dict[int, list[int]] = defaultdict(list)
    for index in range(len(runs) - 1, -1, -1):
        by_length[runs[index].end - runs[index].start].append(index)
    index = 0
    while index < len(runs):
        alike = by_length[runs[index].end - runs[index].start]
        while alike and alike[-1] <= index:
            alike.pop()
        if alike:
            yield Span(runs[index].start, runs[alike[-1]].end)
            index = alike[-1]
        index += 1
