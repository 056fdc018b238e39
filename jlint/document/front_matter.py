"""The front matter of a file, each key and value with its place.

YAML between two lines of `---`, TOML between two lines of `+++`, or a JSON object at the start of the file.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Literal

from jlint.compiled import lazy_pattern
from jlint.document.field import Field, Problem, Reading
from jlint.span import LINE_END, Span

__all__ = ["Field", "Format", "FrontMatter", "Problem", "split_front_matter"]

Format = Literal["yaml", "toml", "json"]

LONGEST = 100_000
"""Characters of the longest front matter that is read. In more than a hundred real posts the longest has 1,700."""

_OPENING = lazy_pattern(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n|\Z)")
_YAML_CLOSING = lazy_pattern(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)")
_TOML_CLOSING = lazy_pattern(r"(?<=[\r\n])\+\+\+[ \t]*(?=[\r\n]|\Z)")
_BLANK_LINES = lazy_pattern(r"(?:[ \t]*(?:\r\n|\r|\n))+(?=---|\+\+\+)")
_ONE_LINE = lazy_pattern(r"---[ \t]+(?=[A-Za-z_][\w-]*:[ \t])[^\r\n]*")
_LINE = lazy_pattern(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_YAML_LINE = lazy_pattern(r"#|-[ \t]|[\]}\"'{]|[^\s:#-][^:\r\n]*:(?:[ \t\r\n]|\Z)|[ \t]+\S")
_TOML_LINE = lazy_pattern(r"#|[\]}\"'\[]|[A-Za-z0-9_.\-\"']+[ \t]*=|[ \t]+\S")
_REST_OF_LINE = lazy_pattern(r"[ \t]*(?=[\r\n]|\Z)")


class FrontMatter:
    """The front matter of a file. `span` includes its marker lines and the line end after the last one."""

    def __init__(
        self, text: str, span: Span, content: Span, problem: Problem | None, written_in: Format = "yaml"
    ) -> None:
        self.span = span
        self.format: Format = written_in
        self._text = text
        self._content = content
        self._found = problem

    @property
    def opening(self) -> Span:
        """The span of the opening marker."""
        return Span(self.span.start, self.span.start + (1 if self.format == "json" else 3))

    @property
    def problem(self) -> Problem | None:
        """Why it can't be read, None if it can."""
        return self._read.problem

    @property
    def flaws(self) -> tuple[Problem, ...]:
        """Defects in it that don't keep it from being read."""
        return self._read.flaws

    @property
    def all_fields(self) -> tuple[Field, ...]:
        """Every field in order, duplicate keys included. Empty if there is a problem."""
        return self._read.fields

    @cached_property
    def fields(self) -> dict[str, Field]:
        """Field by key. Of duplicate keys the last counts, as in most tools."""
        return {field.key: field for field in self.all_fields}

    def text_of(self, key: str) -> str:
        """The value of `key` if it is text, else an empty string."""
        field = self.fields.get(key)
        return field.value if field and isinstance(field.value, str) else ""

    @cached_property
    def _read(self) -> Reading:
        if self._found:
            return Reading(problem=self._found)
        content = self._content.of(self._text)
        if len(content) > LONGEST:
            return Reading(problem=Problem("too-long", self.opening))
        return _read(content, self.format).moved(self._content.start)


def _read(content: str, written_in: Format) -> Reading:
    if written_in == "toml":
        from jlint.document.toml_fields import read_toml

        return read_toml(content)
    if written_in == "json":
        from jlint.document.json_fields import read_json

        return read_json(content)
    from jlint.document.yaml_fields import read_yaml

    return read_yaml(content)


def split_front_matter(text: str, *, may_follow_blanks: bool = False) -> FrontMatter | None:
    """The front matter at the start of `text`, None if there is none.

    With `may_follow_blanks` blank lines may stand before it, as Hugo has it for YAML and TOML.

    Front matter that isn't closed, or is on one line with its opening marker, has a `problem`; if it isn't closed, it
    extends as far as its lines look like keys.
    """
    if text.startswith("{"):
        return _json(text)
    start = _end_of_blank_lines(text) if may_follow_blanks else 0
    one_line = _ONE_LINE.match(text, start)
    if one_line:
        whole = Span(start, _line_end(text, one_line.end()))
        return FrontMatter(text, whole, whole, Problem("one-line", Span(*one_line.span())))
    opening = _OPENING.match(text, start)
    if not opening:
        return None
    whole = Span(*opening.span())
    return _yaml(text, whole) if opening[1] == "---" else _toml(text, whole)


def _end_of_blank_lines(text: str) -> int:
    blank = _BLANK_LINES.match(text)
    return blank.end() if blank else 0


def _yaml(text: str, opening: Span) -> FrontMatter | None:
    body = _start_of_body(text, opening.end, _YAML_LINE)
    closing = _YAML_CLOSING.search(text, opening.end)
    if closing and (body is None or closing.start() <= body):
        whole = Span(opening.start, _line_end(text, closing.end()))
        return FrontMatter(text, whole, Span(opening.end, closing.start()), None)
    return _unclosed(text, opening, body, _YAML_LINE, "yaml")


def _toml(text: str, opening: Span) -> FrontMatter | None:
    """Front matter in TOML. Any line `+++` closes it: unlike `---`, it has no other meaning in Markdown."""
    closing = _TOML_CLOSING.search(text, opening.end)
    if closing:
        whole = Span(opening.start, _line_end(text, closing.end()))
        return FrontMatter(text, whole, Span(opening.end, closing.start()), None, "toml")
    return _unclosed(text, opening, _start_of_body(text, opening.end, _TOML_LINE), _TOML_LINE, "toml")


def _unclosed(
    text: str, opening: Span, body: int | None, key_line: re.Pattern[str], written_in: Format
) -> FrontMatter | None:
    end = len(text) if body is None else body
    if not key_line.match(text, opening.end):
        return None
    problem = Problem("unclosed", Span(opening.start, opening.start + 3))
    return FrontMatter(text, Span(opening.start, end), Span(opening.end, end), problem, written_in)


def _json(text: str) -> FrontMatter | None:
    """An object followed by a line end; a broken one extends to its closing brace, else to the first blank line."""
    from jlint.document.json_fields import end_of_broken_object, end_of_object, opens_object

    if not opens_object(text):
        return None
    end = end_of_object(text)
    if end is None:
        end = end_of_broken_object(text)
    elif not _REST_OF_LINE.match(text, end):
        return None
    return FrontMatter(text, Span(0, _line_end(text, _rest_of_line(text, end))), Span(0, end), None, "json")


def _rest_of_line(text: str, offset: int) -> int:
    rest = _REST_OF_LINE.match(text, offset)
    return rest.end() if rest else offset


def _line_end(text: str, offset: int) -> int:
    end = LINE_END.match(text, offset)
    return end.end() if end else offset


def _start_of_body(text: str, offset: int, key_line: re.Pattern[str]) -> int | None:
    """The offset of the first line after a blank line that can't be front matter, None if there is none."""
    after_blank = False
    while offset < len(text):
        line = _LINE.match(text, offset)
        if line is None:
            return None
        if not line[0].strip():
            after_blank = True
        elif after_blank and not key_line.match(line[0]):
            return offset
        offset = line.end()
    return None
