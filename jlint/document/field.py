"""What is read from front matter, in whichever format it is written."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from jlint.finding import Text
from jlint.span import Span

ProblemKind = Literal["unclosed", "one-line", "too-long", "not-a-mapping", "syntax", "flaw"]


class Problem(NamedTuple):
    """Why front matter can't be read, or for a `flaw` what is wrong in it though it can be read.

    `detail` says what is wrong with the YAML, TOML or JSON, and is None for the kinds that need no more words.
    """

    kind: ProblemKind
    span: Span
    detail: Text | None = None


class Field(NamedTuple):
    """A key and its value. Dates stay text; a value that isn't there is None."""

    key: str
    value: Any
    key_span: Span
    value_span: Span

    def start_in(self, source: str) -> int | None:
        """Where a text value begins in the source; None where it is written with escapes or over several lines."""
        offset = self.value_span.of(source).find(self.value)
        return None if offset < 0 else self.value_span.start + offset


class Reading(NamedTuple):
    """What stands between the markers. Spans count from where it begins."""

    fields: tuple[Field, ...] = ()
    problem: Problem | None = None
    flaws: tuple[Problem, ...] = ()

    def moved(self, by: int) -> Reading:
        """The same in a text that has `by` more characters before it."""
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
    """The answer for text that can't be read, with the character where that shows.

    At the end of a line it is the last character before.
    """
    start = max(0, min(offset, len(text) - 1))
    if text[start : start + 1] in ("\r", "\n"):
        start = max(len(text[:start].rstrip()) - 1, 0)
    return Reading(problem=Problem("syntax", Span(start, start + 1), detail))


TOO_DEEP = Text("値の入れ子が深すぎます", "A value is nested too deeply")
"""What is said of front matter that no program would write for a reader."""
