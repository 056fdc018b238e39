"""Examples of rules as a terminal shows them: under each line, marks beneath what is found."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from jlint.rules.example import unmark
from jlint.span import LineIndex, Span

_FOUND, _RELATED = ("^", "＾"), ("~", "～")


def example_lines(text: str) -> Iterator[str]:
    """The lines of an example's text, each followed by a line of marks where it has any."""
    bare, findings, related = unmark(text)
    index = LineIndex(bare)
    for number in range(1, len(index) + 1):
        span = index.span(number)
        line = span.of(bare).rstrip("\r\n")
        if not line and span.end == len(bare):
            continue
        yield _visible(line)
        marks = _marks(line, span.start, findings, related)
        if marks.strip():
            yield marks.rstrip()


def _marks(line: str, start: int, findings: tuple[Span, ...], related: tuple[Span, ...]) -> str:
    def mark(offset: int, wide: bool) -> str:
        for spans, pair in ((findings, _FOUND), (related, _RELATED)):
            if any(span.start <= offset < span.end for span in spans):
                return pair[wide]
        return "\u3000" if wide else " "

    return "".join(
        mark(start + offset, unicodedata.east_asian_width(char) in "WF")
        for offset, char in enumerate(line)
        if not unicodedata.combining(char)
    )


def _visible(line: str) -> str:
    return "".join(char if char.isprintable() or char == "\u3000" else "\ufffd" for char in line.replace("\t", " "))
