"""What is read from front matter, whatever its format."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from msgspec import Struct

from jlint.finding import Text
from jlint.span import Span

ProblemKind = Literal["unclosed", "one-line", "too-long", "not-a-mapping", "syntax", "flaw"]


class Problem(NamedTuple):
    """Why front matter can't be read; a `flaw` is a defect in front matter that can be read.

    `detail` describes what is wrong with the YAML, TOML or JSON; None for the kinds that need no description.
    """

    kind: ProblemKind
    span: Span
    detail: Text | None = None


class Field(NamedTuple):
    """A key and its value. Dates stay text; a missing value is None."""

    key: str
    value: Any
    key_span: Span
    value_span: Span

    def start_in(self, source: str) -> int | None:
        """The offset of a text value in the source; None if it is written with escapes or over several lines."""
        offset = self.value_span.of(source).find(self.value)
        return None if offset < 0 else self.value_span.start + offset


class Reading(Struct, frozen=True):
    """What was read between the markers. Spans are relative to where that content begins."""

    fields: tuple[Field, ...] = ()
    problem: Problem | None = None
    flaws: tuple[Problem, ...] = ()

    def moved(self, by: int) -> Reading:
        """The same reading with all spans shifted by `by` code points."""
        return Reading(
            tuple(
                field._replace(key_span=_moved(field.key_span, by), value_span=_moved(field.value_span, by))
                for field in self.fields
            ),
            self.problem and self.problem._replace(span=_moved(self.problem.span, by)),
            tuple(flaw._replace(span=_moved(flaw.span, by)) for flaw in self.flaws),
        )


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def unreadable(text: str, offset: int, detail: Text) -> Reading:
    """The reading of text that can't be parsed, with the character at which parsing failed.

    At the end of a line that is the last character before the end.
    """
    start = max(0, min(offset, len(text) - 1))
    if text[start : start + 1] in ("\r", "\n"):
        start = max(len(text[:start].rstrip()) - 1, 0)
    return Reading(problem=Problem("syntax", Span(start, start + 1), detail))


TOO_DEEP = Text("値の入れ子が深すぎます", "A value is nested too deeply")
"""The message for values nested deeper than real front matter ever is."""
