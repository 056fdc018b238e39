"""Finds code and comments in a Markdown text before Markdown is parsed.

A dialect's own markup has no meaning inside them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from jlint.compiled import lazy_pattern
from jlint.span import Span

_FENCE = lazy_pattern(
    r"^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(?:(?P<fence>`{3,}|~{3,})(?P<rest>[^\n]*)$|(?P<comment><!--))",
    re.MULTILINE,
)
_COMMENT_END = "-->"
_HINTS = ("`", "~~~", "<!--")
_RUN = lazy_pattern(r"\\?(?P<run>`+)|\n[ \t>]*\r?\n")


class CodeRegions:
    """The fenced blocks, code spans, and comments at the start of a line, of a text."""

    def __init__(self, text: str) -> None:
        self._spans = sorted(_code(text)) if any(hint in text for hint in _HINTS) else []
        self._starts = [span.start for span in self._spans]

    def around(self, offset: int) -> Span | None:
        """The code or comment that contains `offset`, None if none does."""
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
    done, has_comments = 0, True
    for line in _FENCE.finditer(text):
        if line.start() < done:
            continue
        if line["comment"]:
            if opening is None and has_comments:
                end = text.find(_COMMENT_END, line.end() - len("--"))
                has_comments = end >= 0
                if has_comments:
                    done = end + len(_COMMENT_END)
                    yield Span(line.start("comment"), done)
        elif opening is None:
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
