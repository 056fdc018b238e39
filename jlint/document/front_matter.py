"""The front matter of a file: YAML between two lines of `---`, each key and value with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from jlint.finding import Text
from jlint.span import LINE_END, Span

if TYPE_CHECKING:
    import yaml

_OPENING = re.compile(r"---[ \t]*(?:\r\n|\r|\n|\Z)")
_CLOSING = re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)")
_ONE_LINE = re.compile(r"---[ \t]+(?=[A-Za-z_][\w-]*:[ \t])[^\r\n]*")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_KEY_LINE = re.compile(r"#|-[ \t]|[\]}\"'{]|[^\s:#-][^:\r\n]*:(?:[ \t\r\n]|\Z)|[ \t]+\S")

ProblemKind = Literal["unclosed", "one-line", "syntax", "not-a-mapping"]


class Problem(NamedTuple):
    """Why front matter can't be read. `detail` says what is wrong with its YAML, and is None for the other kinds."""

    kind: ProblemKind
    span: Span
    detail: Text | None = None


class Field(NamedTuple):
    """A key and its value. Dates stay text; a value that isn't there is None."""

    key: str
    value: Any
    key_span: Span
    value_span: Span


class FrontMatter:
    """`span` is the front matter with both its marker lines, the line end behind the second included."""

    def __init__(self, text: str, span: Span, content: Span, problem: Problem | None) -> None:
        self.span = span
        self._text = text
        self._content = content
        self._found = problem

    @property
    def problem(self) -> Problem | None:
        """What keeps it from being read, if anything does."""
        return self._found or self._read[1]

    @property
    def all_fields(self) -> tuple[Field, ...]:
        """Every field as it stands, a key that comes twice twice. Empty where there is a problem."""
        return self._read[0]

    @cached_property
    def fields(self) -> dict[str, Field]:
        """Field by key. Of a key that comes twice the last counts, as PyYAML has it."""
        return {field.key: field for field in self.all_fields}

    def text_of(self, key: str) -> str:
        """The value of `key` where it is text, else an empty text."""
        field = self.fields.get(key)
        return field.value if field and isinstance(field.value, str) else ""

    @cached_property
    def _read(self) -> tuple[tuple[Field, ...], Problem | None]:
        if self._found:
            return (), None
        from jlint.document.yaml_nodes import compose, is_mapping

        content = self._content.of(self._text)
        node, error = compose(content)
        if error is not None:
            start = min(self._content.start + error.offset, max(self._content.start, self._content.end - 1))
            return (), Problem("syntax", Span(start, start + 1), error.message)
        if node is None:
            return (), None
        if not is_mapping(node):
            return (), Problem("not-a-mapping", self._content)
        return tuple(self._fields_of(node)), None

    def _fields_of(self, node: yaml.Node) -> Iterator[Field]:
        from jlint.document.yaml_nodes import key_of, value_of

        for key, value in node.value:
            yield Field(key_of(key), value_of(value), self._span_of(key), self._span_of(value))

    def _span_of(self, node: yaml.Node) -> Span:
        """The node's own characters: a block of text or a list leaves out the blank space behind it."""
        start, end = node.start_mark.index, node.end_mark.index
        text = self._content.of(self._text)[start:end]
        first = self._content.start + start
        return Span(first, first + len(text.rstrip()))


def split_front_matter(text: str) -> FrontMatter | None:
    """The front matter at the start of `text`, None where there is none.

    Front matter that has no end, or stands on one line with its markers, comes with its `problem`; it then reaches
    as far as its lines look like keys.
    """
    one_line = _ONE_LINE.match(text)
    if one_line:
        whole = Span(0, _line_end(text, one_line.end()))
        return FrontMatter(text, whole, whole, Problem("one-line", Span(*one_line.span())))
    opening = _OPENING.match(text)
    if not opening:
        return None
    start = opening.end()
    body = _start_of_body(text, start)
    closing = _CLOSING.search(text, start)
    if closing and (body is None or closing.start() <= body):
        return FrontMatter(text, Span(0, _line_end(text, closing.end())), Span(start, closing.start()), None)
    end = len(text) if body is None else body
    if not _KEY_LINE.match(text, start):
        return None
    return FrontMatter(text, Span(0, end), Span(start, end), Problem("unclosed", Span(0, 3)))


def _line_end(text: str, offset: int) -> int:
    end = LINE_END.match(text, offset)
    return end.end() if end else offset


def _start_of_body(text: str, offset: int) -> int | None:
    """Where, behind a blank line, the first line stands that can't be YAML of a mapping. None where none does."""
    after_blank = False
    while offset < len(text):
        line = _LINE.match(text, offset)
        if line is None:
            return None
        if not line[0].strip():
            after_blank = True
        elif after_blank and not _KEY_LINE.match(line[0]):
            return offset
        offset = line.end()
    return None
