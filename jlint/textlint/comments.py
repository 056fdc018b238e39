"""textlint's own comments in a document: what they suppress in textlint, they suppress in jlint."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.document.directive import Directive, Kind, NamedRule
from jlint.span import Span
from jlint.textlint.names import short_name
from jlint.textlint.table import rules_for

if TYPE_CHECKING:
    from jlint.document.document import Document

_COMMENT = lazy_pattern(
    r"\s*textlint-(?P<word>disable|enable)(?P<line>-next-line|-line)?(?:\s+(?P<names>\S.*?))?\s*\Z", re.DOTALL
)
_ALL = ""


class _Open(Struct, frozen=True):
    """A `disable` that no `enable` has ended yet, of one textlint rule or of `_ALL`."""

    name: str
    span: Span


def textlint_directives(document: Document) -> Iterator[Directive]:
    """The directives in textlint's syntax, with jlint's names for its rules.

    A name without a counterpart in jlint suppresses nothing.
    """
    still_open: list[_Open] = []
    for comment in document.comments:
        match = _COMMENT.match(comment.text)
        if match is None:
            continue
        names = [short_name(name) for name in (match["names"] or "").split(",") if name.strip()]
        if match["line"]:
            scope = _line(document, comment.span, 1 if match["line"] == "-next-line" else 0)
            for name in names or [_ALL]:
                yield from _directive("line", _Open(name, comment.span), scope)
        elif match["word"] == "disable":
            still_open += [_Open(name, comment.span) for name in names or [_ALL]]
        else:
            ended = [each for each in still_open if not names or each.name in names]
            still_open = [each for each in still_open if each not in ended]
            for each in ended:
                yield from _directive("range", each, Span(each.span.end, comment.span.start))
    for each in still_open:
        yield from _directive("range", each, Span(each.span.end, len(document.text) + 1))


def _directive(kind: Kind, disabled: _Open, scope: Span) -> Iterator[Directive]:
    rules = () if disabled.name == _ALL else rules_for(disabled.name)
    if rules or disabled.name == _ALL:
        names = tuple(NamedRule(rule, disabled.span) for rule in rules)
        yield Directive(kind, "textlint", disabled.span, names, scope, foreign=True)


def _line(document: Document, span: Span, further: int) -> Span:
    """The line of a comment, or one further down; an empty span where the file ends before it."""
    line = document.lines.line_of(span.start) + further
    return document.lines.span(line) if line <= len(document.lines) else Span(len(document.text), len(document.text))
