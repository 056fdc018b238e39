"""jlint's own words inside a document: which findings its author has silenced, and where."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from jlint.document.block import BlockKind
from jlint.span import Span

if TYPE_CHECKING:
    from jlint.document.document import Document
    from jlint.document.markdown import Comment

Kind = Literal["next", "line", "range", "file", "unknown"]

_DIRECTIVE = re.compile(r"\s*jlint-([a-z-]+)\b(?P<names>.*?)(?:\s--\s.*)?\s*\Z", re.DOTALL)
_NAME = re.compile(r"[^\s,]+")
_KINDS: dict[str, Kind] = {"disable-next": "next", "disable-line": "line", "disable": "range", "disable-file": "file"}
_KEY = "jlint"


class NamedRule(NamedTuple):
    """A rule id or category that a directive names, and where."""

    name: str
    span: Span


class Directive(NamedTuple):
    """One request for silence.

    `span` is the comment or the front matter's value, `scope` where findings are silenced if they start in it.
    Without `names` it silences every rule. `word` is what follows `jlint-`, as written. A `foreign` one is written for
    another tool: whether it does anything here is nobody's concern.
    """

    kind: Kind
    word: str
    span: Span
    names: tuple[NamedRule, ...]
    scope: Span
    foreign: bool = False

    def silences(self, offset: int) -> bool:
        """Whether a finding that starts at `offset` lies in its scope."""
        return self.scope.start <= offset < max(self.scope.end, self.scope.start + 1)


def directives(document: Document) -> list[Directive]:
    """Everything a document asks to be silent about, in order."""
    own = [*_in_front_matter(document), *_in_comments(document)]
    if not any("textlint-" in comment.text for comment in document.comments):
        return own
    from jlint.textlint.comments import textlint_directives

    return [*own, *textlint_directives(document)]


def _in_front_matter(document: Document) -> Iterator[Directive]:
    """`jlint: {disable: [RULE]}` silences for the whole file; without a list, or with `true`, every rule."""
    field = document.front_matter.fields.get(_KEY) if document.front_matter else None
    if field is None or not isinstance(field.value, dict):
        return
    for word, value in field.value.items():
        kind: Kind = "file" if word == "disable" else "unknown"
        names = tuple(_names_in_field(document.text, field.value_span, value))
        yield Directive(kind, word, field.value_span, names, Span(0, len(document.text) + 1))


def _names_in_field(text: str, span: Span, value: Any) -> Iterator[NamedRule]:
    values = value if isinstance(value, list) else [value] if isinstance(value, str) else []
    for name in map(str, values):
        start = text.find(name, span.start, span.end)
        yield NamedRule(name, Span(start, start + len(name)) if start >= 0 else span)


def _in_comments(document: Document) -> Iterator[Directive]:
    open_ranges: list[Directive] = []
    end_of_file = len(document.text) + 1
    for comment in document.comments:
        match = _DIRECTIVE.match(comment.text)
        if match is None:
            continue
        word, names = match[1], tuple(_names(comment, match))
        if word == "enable":
            yield from _closed(open_ranges, {name.name for name in names}, comment.span.start)
            continue
        kind = _KINDS.get(word, "unknown")
        if kind == "range":
            parts = [names[i : i + 1] for i in range(len(names))] or [()]
            open_ranges += [Directive(kind, word, comment.span, part, comment.span) for part in parts]
        else:
            yield Directive(kind, word, comment.span, names, _scope(kind, document, comment, end_of_file))
    yield from _closed(open_ranges, set(), end_of_file)


def _closed(open_ranges: list[Directive], names: set[str], end: int) -> Iterator[Directive]:
    """Ends the open ranges of these names, of all where there are none."""
    for directive in list(open_ranges):
        if not names or {name.name for name in directive.names} & names:
            open_ranges.remove(directive)
            yield directive._replace(scope=Span(directive.span.end, end))


def _names(comment: Comment, match: re.Match[str]) -> Iterator[NamedRule]:
    text_start = comment.span.start + _opening_length(comment)
    for name in _NAME.finditer(comment.text, *match.span("names")):
        yield NamedRule(name[0], Span(text_start + name.start(), text_start + name.end()))


def _opening_length(comment: Comment) -> int:
    """How many characters open the comment: `<!--` or `{/*`."""
    return 4 if comment.span.end - comment.span.start - len(comment.text) == 7 else 3


def _scope(kind: Kind, document: Document, comment: Comment, end_of_file: int) -> Span:
    if kind == "file":
        return Span(0, end_of_file)
    if kind == "line":
        return document.lines.span(document.lines.line_of(comment.span.start))
    return _next_block(document, comment) if kind == "next" else Span(comment.span.end, comment.span.end)


def _next_block(document: Document, comment: Comment) -> Span:
    """The block behind the comment; of a list or table the whole, as far as nothing else stands between."""
    blocks = document.blocks
    first = bisect_right(blocks, comment.span.end - 1, key=lambda block: block.span.start)
    if first == len(blocks):
        return Span(comment.span.end, comment.span.end)
    last = first
    while (
        blocks[first].kind in (BlockKind.ITEM, BlockKind.CELL)
        and last + 1 < len(blocks)
        and blocks[last + 1].kind is blocks[first].kind
    ):
        last += 1
    return Span(blocks[first].span.start, blocks[last].span.end)
