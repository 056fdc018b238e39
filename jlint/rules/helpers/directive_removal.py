"""Removes a directive, or names in one, so that neither what readers see nor another directive changes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.document.directive import Directive, NamedRule, directives
from jlint.document.rendering import renders_alike
from jlint.finding import Edit
from jlint.span import Span

_COMMA = lazy_pattern(r"[ \t]*,[ \t]*")
_LINE_MARK = lazy_pattern(r"[ \t]*-[ \t]+[\"']?\Z")
_BLANKS = " \t"
_QUOTES, _SEPARATORS = "\"'", " \t,"


def removal(document: Document, directive: Directive, unused: Collection[NamedRule]) -> tuple[Edit, ...] | None:
    """The edits that remove a directive of which these names are unused: the names, or all of it where none is left.

    None where that can't be done without changing something else.
    """
    together = [each for each in directives(document) if each.span == directive.span]
    names = [name for each in together for name in each.names]
    left = [name for name in names if name not in unused]
    gone = [name for name in names if name in unused]
    is_whole = not left
    ways = _without_all(document, directive, together) if is_whole else _without(document, directive, gone)
    others = [_said(each) for each in directives(document) if each.kind != "enable" and each not in together]
    kept = sorted([*others, *([] if is_whole else _kept(together, gone))])
    for edits in ways:
        edited = document.with_text(_edited(document.text, edits))
        said = sorted(_said(each) for each in directives(edited) if each.kind != "enable")
        if said == kept and renders_alike(document, edited):
            return edits
    return None


def _said(directive: Directive) -> tuple[str, tuple[str, ...]]:
    return directive.kind, tuple(name.name for name in directive.names)


def _kept(together: Sequence[Directive], gone: Collection[NamedRule]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What the directives of one comment say without some of their names."""
    for each in together:
        names = tuple(name.name for name in each.names if name not in gone)
        if names:
            yield each.kind, names


def _without(document: Document, directive: Directive, gone: Sequence[NamedRule]) -> Iterator[tuple[Edit, ...]]:
    """Ways to remove names from a directive: in a list of YAML each with its line, else with a separator."""
    text, within = document.text, directive.span
    for around in (_with_its_line, _with_separator):
        spans = [around(text, name.span, within) for name in gone]
        if all(one.end <= other.start for one, other in pairwise(spans)):
            yield tuple(Edit(span, "") for span in spans)


def _with_its_line(text: str, name: Span, within: Span) -> Span:
    start, end = _lines(text, name)
    return Span(start, end) if _LINE_MARK.match(text, start, name.start) else _with_separator(text, name, within)


def _with_separator(text: str, name: Span, within: Span) -> Span:
    """The name with its quotes and the comma behind it, or where there is none what stands before it."""
    start, end = name
    if start and text[start - 1] in _QUOTES:
        start, end = start - 1, end + 1
    following = _COMMA.match(text, end, within.end)
    if following:
        return Span(start, following.end())
    while start > within.start and text[start - 1] in _SEPARATORS:
        start -= 1
    return Span(start, end)


def _without_all(document: Document, directive: Directive, together: Sequence[Directive]) -> Iterator[tuple[Edit, ...]]:
    """Ways to remove a directive as a whole, with the line that it is on, and the one that ends it."""
    text = document.text
    matter = document.front_matter
    if matter and directive.span.start < matter.span.end:
        field = matter.fields["jlint"]
        yield (Edit(Span(*_lines(text, Span(field.key_span.start, field.value_span.end))), ""),)
        return
    ends = _ends_of(document, together)
    for is_generous in (True, False):
        spans = [_with_line(text, span, document.body, is_generous=is_generous) for span in (directive.span, *ends)]
        yield tuple(Edit(span, "") for span in sorted(set(spans)))
    yield (Edit(directive.span, ""),)


def _ends_of(document: Document, together: Sequence[Directive]) -> list[Span]:
    """The comments that end the ranges of a directive, and nothing else."""
    ranges = [each for each in directives(document) if each.kind == "range"]
    found: list[Span] = []
    for end in (each.span for each in directives(document) if each.kind == "enable"):
        ended = [each for each in ranges if each.scope.end == end.start]
        if ended and all(each in together for each in ended):
            found.append(end)
    return found


def _with_line(text: str, comment: Span, body: Span, *, is_generous: bool) -> Span:
    """The comment with its line, if nothing else is there, and if wanted with the blank lines behind it."""
    start, end = _lines(text, comment)
    if text[start : comment.start].strip(_BLANKS) or text[comment.end : end].strip():
        before = comment.start
        while before > start and text[before - 1] in _BLANKS:
            before -= 1
        is_apart = not text[comment.end : end].strip() or text[comment.end] in _BLANKS
        return Span(before, comment.end) if is_apart else comment
    start = max(start, body.start)
    is_behind_blank = start == body.start or not text[_lines(text, Span(start - 1, start - 1))[0] : start].strip()
    while is_generous and is_behind_blank and end < body.end:
        following = _lines(text, Span(end, end))[1]
        if following == end or text[end:following].strip():
            break
        end = following
    return Span(start, end)


def _lines(text: str, span: Span) -> tuple[int, int]:
    """Where the lines of a span begin and end, the last line end included."""
    start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    end = span.end
    while end < len(text) and text[end] not in "\r\n":
        end += 1
    if text.startswith("\r\n", end):
        return start, end + 2
    return start, min(end + 1, len(text))


def _edited(text: str, edits: Sequence[Edit]) -> str:
    for span, put in sorted(edits, reverse=True):
        text = text[: span.start] + put + text[span.end :]
    return text
