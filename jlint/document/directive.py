"""jlint's directives in a document: which findings its author suppresses, and where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.document.block import Block, BlockKind
from jlint.span import Span

if TYPE_CHECKING:
    from jlint.document.comments import Comment
    from jlint.document.document import Document

Kind = Literal["next", "line", "range", "file", "enable", "unknown", "malformed"]

_WORD = lazy_pattern(r"\s*jlint-([a-z-]+)")
_REASON = lazy_pattern(r"(?<!\S)--(?!\S)")
_NAME = lazy_pattern(r"[^\s,]+")
_YAML_COMMENT = lazy_pattern(r"(?<=\s)#[ \t]*([^\r\n]*)")
_KINDS: dict[str, Kind] = {"disable-next": "next", "disable-line": "line", "disable": "range", "disable-file": "file"}
_KEY = "jlint"
_ALL = ""


class NamedRule(Struct, frozen=True):
    """A rule id or category that a directive names, and where."""

    name: str
    span: Span


class Directive(NamedTuple):
    """One directive.

    `span` is the comment or the front matter's value. Findings that start in `scope` are suppressed, those of all rules
    if there are no `names`. `word` is what follows `jlint-`, as written. An `enable` only ends others, and one that is
    `unknown` or `malformed` does nothing. A `foreign` one is written for another tool and is never reported as unused.
    `reason` is what its author gives as one: behind `--`, in front matter as comments of YAML.
    """

    kind: Kind
    word: str
    span: Span
    names: tuple[NamedRule, ...]
    scope: Span
    foreign: bool = False
    reason: str = ""

    @property
    def suppresses(self) -> bool:
        """Whether it suppresses findings."""
        return self.kind not in ("enable", "unknown", "malformed")


def directives(document: Document) -> list[Directive]:
    """The directives in the front matter and in the comments, in order."""
    return [*_in_front_matter(document), *_in_comments(document)]


def _in_front_matter(document: Document) -> Iterator[Directive]:
    """`jlint: {disable: [RULE]}` suppresses rules in the whole file, `jlint: {disable: true}` every rule."""
    field = document.front_matter.fields.get(_KEY) if document.front_matter else None
    if field is None:
        return
    whole = Span(0, len(document.text) + 1)
    if not isinstance(field.value, dict):
        yield Directive("malformed", _KEY, field.value_span, (), whole)
        return
    for word, value in field.value.items():
        kind: Kind = "unknown" if word != "disable" else "file" if _is_well_formed(value) else "malformed"
        names = tuple(_names_in_field(document.text, field.value_span, value))
        if kind != "file" or names or value is True:
            yield Directive(
                kind, word, field.value_span, names, whole, reason=_reason_in_yaml(document, field.value_span)
            )


def _reason_in_yaml(document: Document, value: Span) -> str:
    """The comments in and behind a value of the front matter."""
    lines = document.lines
    text = document.text[value.start : lines.span(lines.line_of(max(value.end - 1, value.start))).end]
    return "\n".join(match[1].rstrip() for match in _YAML_COMMENT.finditer(text))


def _is_well_formed(value: Any) -> bool:
    return isinstance(value, bool | str) or (isinstance(value, list) and all(isinstance(name, str) for name in value))


def _names_in_field(text: str, span: Span, value: Any) -> Iterator[NamedRule]:
    values = value if isinstance(value, list) else [value]
    for name in values:
        if isinstance(name, str):
            start = text.find(name, span.start, span.end)
            yield NamedRule(name, Span(start, start + len(name)) if start >= 0 else span)


def _in_comments(document: Document) -> Iterator[Directive]:
    open_ranges: dict[str, list[Directive]] = {}
    end_of_file = len(document.text) + 1
    for comment in document.comments:
        match = _WORD.match(comment.text)
        if match is None:
            continue
        word, names, reason = match[1], tuple(_names(comment, match.end())), _reason(comment, match.end())
        kind = "enable" if word == "enable" else _KINDS.get(word, "unknown")
        if kind == "range":
            for part in [names[i : i + 1] for i in range(len(names))] or [()]:
                request = Directive(kind, word, comment.span, part, comment.span, reason=reason)
                open_ranges.setdefault(part[0].name if part else _ALL, []).append(request)
            continue
        yield Directive(kind, word, comment.span, names, _scope(kind, document, comment, end_of_file), reason=reason)
        if kind == "enable":
            yield from _closed(open_ranges, [name.name for name in names] or list(open_ranges), comment.span.start)
    yield from _closed(open_ranges, list(open_ranges), end_of_file)


def _closed(open_ranges: dict[str, list[Directive]], names: Iterable[str], end: int) -> Iterator[Directive]:
    """Ends the open ranges of these names."""
    for name in names:
        for request in open_ranges.pop(name, ()):
            yield request._replace(scope=Span(request.span.end, end))


def _names(comment: Comment, start: int) -> Iterator[NamedRule]:
    """The names in a comment from `start` on, up to the reason after `--`."""
    text_start = comment.span.start + _opening_length(comment)
    reason = _REASON.search(comment.text, start)
    for name in _NAME.finditer(comment.text, start, reason.start() if reason else len(comment.text)):
        if name[0].strip("-"):
            yield NamedRule(name[0], Span(text_start + name.start(), text_start + name.end()))


def _reason(comment: Comment, start: int) -> str:
    found = _REASON.search(comment.text, start)
    return comment.text[found.end() :].strip() if found else ""


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
    """The block after the comment and the directives that follow it; of a list or table all, up to another kind."""
    blocks = document.blocks
    first = bisect_right(blocks, comment.span.end - 1, key=lambda block: block.span.start)
    ours = [each.span for each in document.comments if each.span.start >= comment.span.end and _WORD.match(each.text)]
    for span in ours:  # another directive stands between this one and what it is for
        if first == len(blocks) or not _is_all_of(span, blocks[first], document.text):
            break
        first += 1
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


def _is_all_of(span: Span, block: Block, text: str) -> bool:
    """Whether the block is the comment at the span and nothing else."""
    return block.kind is BlockKind.HTML and block.span.of(text).strip() == span.of(text)
