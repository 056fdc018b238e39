"""Examples of rules as a terminal shows them: under each line, marks beneath what is found."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.printable import shown
from jlint.report.width import marks_beneath
from jlint.rules.contract.example import unmark
from jlint.span import LineIndex, Span


def example_lines(text: str) -> Iterator[str]:
    """The lines of an example's text, each followed by a line of marks where it has any."""
    bare, findings, related = unmark(text)
    index = LineIndex(bare)
    for number in range(1, len(index) + 1):
        span = index.span(number)
        line = span.of(bare).rstrip("\r\n")
        if not line and span.end == len(bare):
            continue
        pieces = shown(line.replace("\t", " "))
        yield "".join(pieces)
        marks = _marks(pieces, span.start, findings, related)
        if marks.strip():
            yield marks.rstrip()


def _marks(line: list[str], start: int, findings: tuple[Span, ...], related: tuple[Span, ...]) -> str:
    def mark_at(at: int) -> str:
        for spans, mark in ((findings, "^"), (related, "~")):
            if any(span.start <= start + at < span.end for span in spans):
                return mark
        return " "

    return marks_beneath(line, mark_at)
