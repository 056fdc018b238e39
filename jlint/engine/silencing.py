"""Comments that silence rules, put where they silence them and change nothing that a reader sees."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.document import BlockKind, Document
from jlint.document.directive import Directive, Kind, directives
from jlint.document.front_matter import FrontMatter
from jlint.document.rendering import renders_alike
from jlint.engine.directives import all_directives
from jlint.engine.suppression import Suppressions
from jlint.finding import Edit
from jlint.span import Span

_TOGETHER = frozenset({BlockKind.ITEM, BlockKind.CELL})
"""Blocks that a comment before the first one of a row silences as a whole: none can stand between them."""
_CONTAINER = lazy_pattern(r"[ \t>]*")
_NEXT, _LINE, _FILE = "disable-next", "disable-line", "disable-file"
_KEY = "jlint"


class Wanted(NamedTuple):
    """What is to be silent: a rule, its category, and the place of its finding in the document."""

    rule: str
    category: str
    span: Span


class Silenced(Struct, frozen=True):
    """The document with comments for what was wanted, how many were written or extended, and what isn't silent yet."""

    document: Document
    comments: int
    left: tuple[Wanted, ...]


def silenced(document: Document, wanted: Iterable[Wanted], reason: str = "") -> Silenced:
    """The document with comments that silence all that is wanted, those of one block in one comment."""
    to_do = sorted(set(wanted), key=lambda each: (each.span, each.rule))
    left: list[Wanted] = []
    comments = 0
    while to_do:
        first = to_do[0]
        together = list(dict.fromkeys([first.rule, *(each.rule for each in _in_same_place(document, first, to_do))]))
        edit = _silencing(document, first, together, reason) or _silencing(document, first, [first.rule], reason)
        if edit is None:
            left.append(first)
            to_do.remove(first)
            continue
        comments += 1
        document = _edited(document, edit)
        left = [each._replace(span=_moved(each.span, edit)) for each in left]
        moved = [each._replace(span=_moved(each.span, edit)) for each in to_do]
        silent = _silent(document, moved)
        to_do = [each for each in moved if each not in silent]
    return Silenced(document, comments, tuple(left))


def silenced_here(wanted: Wanted, document: Document, reason: str = "") -> Edit | None:
    """The edit that silences a rule where it has found something, in as small a part as a comment can name.

    None where no comment does, as in the front matter.
    """
    return _first_that_works(_in_place(wanted, [wanted.rule], document, reason), wanted, document)


def silenced_in_file(wanted: Wanted, document: Document, reason: str = "") -> Edit | None:
    """The edit that silences a rule in the whole file: a comment at the start of the body."""
    return _first_that_works(_in_file([wanted.rule], document, reason), wanted, document)


def _silencing(document: Document, wanted: Wanted, rules: Sequence[str], reason: str) -> Edit | None:
    """The edit that silences the rules at a place, or where no comment does that, in the whole file."""
    matter = document.front_matter
    in_front = matter if matter and wanted.span.start < matter.span.end else None
    ways = _in_front_matter(rules, document, in_front, reason) if in_front else ()
    for edits in (ways, _in_place(wanted, rules, document, reason), _in_file([wanted.rule], document, reason)):
        edit = _first_that_works(edits, wanted, document)
        if edit:
            return edit
    return None


def _first_that_works(edits: Iterable[Edit], wanted: Wanted, document: Document) -> Edit | None:
    for edit in edits:
        edited = _edited(document, edit)
        place = wanted._replace(span=_moved(wanted.span, edit))
        if _silent(edited, [place]) and renders_alike(document, edited):
            return edit
    return None


def _silent(document: Document, wanted: Iterable[Wanted]) -> set[Wanted]:
    """Those of the rules that the document's directives silence where they are wanted to."""
    wanted = list(wanted)
    suppressions = Suppressions(all_directives(document), {each.rule: each.category for each in wanted})
    return {each for each in wanted if suppressions.suppress(each.rule, each.span)}


def _in_same_place(document: Document, first: Wanted, others: Iterable[Wanted]) -> Iterator[Wanted]:
    """What one comment can silence together with the first: all in its block, in its table or list."""
    scope = _scope(document, first.span.start)
    return (each for each in others if scope.start <= each.span.start < scope.end)


def _scope(document: Document, place: int) -> Span:
    """What a comment before the block at a place silences; the line where there is no block, or the front matter."""
    matter = document.front_matter
    if matter and place < matter.span.end:
        return matter.span
    first, last = _row_of(document, place)
    if first < 0:
        return document.lines.span(document.lines.line_of(place))
    return Span(document.blocks[first].span.start, document.blocks[last].span.end)


def _row_of(document: Document, place: int) -> tuple[int, int]:
    """The numbers of the first and the last block that are silenced with the one at a place, -1 where there is none."""
    blocks = document.blocks
    number = bisect_right(blocks, place, key=lambda block: block.span.start) - 1
    if number < 0 or place >= max(blocks[number].span.end, blocks[number].span.start + 1):
        return -1, -1
    first = last = number
    kind = blocks[number].kind
    while first and kind in _TOGETHER and blocks[first - 1].kind is kind:
        first -= 1
    while last + 1 < len(blocks) and kind in _TOGETHER and blocks[last + 1].kind is kind:
        last += 1
    return first, last


def _in_place(wanted: Wanted, rules: Sequence[str], document: Document, reason: str) -> Iterator[Edit]:
    """Ways to silence rules where one has found something: the block, then the line."""
    place = wanted.span.start
    yield from _extended(document, "next", place, rules, reason)
    first, _ = _row_of(document, place)
    if first >= 0:
        yield from _before_block(document, document.blocks[first].span.start, _comment(_NEXT, rules, document, reason))
    yield from _extended(document, "line", place, rules, reason)
    line = document.lines.span(document.lines.line_of(place))
    end = line.start + len(line.of(document.text).rstrip("\r\n"))
    yield Edit(Span(end, end), f" {_comment(_LINE, rules, document, reason)}")


def _extended(document: Document, kind: Kind, place: int, rules: Sequence[str], reason: str) -> Iterator[Edit]:
    """The rules added to a comment that silences others at the same place for the same reason, or for none."""
    for directive in _with_names(document, kind, reason):
        if directive.scope.start <= place < directive.scope.end:
            new = [rule for rule in rules if rule not in _names(directive)]
            end = directive.names[-1].span.end
            is_with_commas = document.text[directive.names[0].span.end :].lstrip(" \t").startswith(",")
            yield Edit(Span(end, end), "".join((", " if is_with_commas else " ") + rule for rule in new))


def _with_names(document: Document, kind: Kind, reason: str) -> Iterator[Directive]:
    """The directives to which names can be added: a reason vouches only for what its author has looked at."""
    return (each for each in directives(document) if each.kind == kind and each.names and each.reason == reason)


def _names(directive: Directive) -> set[str]:
    return {name.name for name in directive.names}


def _before_block(document: Document, block: int, comment: str) -> Iterator[Edit]:
    """Ways to put a comment before a block: with blank lines around, at the margin and in the block's container."""
    text, end = document.text, line_end(document)
    number = document.lines.line_of(block)
    start = document.lines.span(number).start
    found = _CONTAINER.match(text, start, block)
    prefix = found[0] if found else ""
    above = document.lines.span(number - 1).of(text) if number > 1 and start > document.body.start else ""
    is_apart = not above.strip(" \t>\r\n")
    for inside in dict.fromkeys(("", prefix)):
        blank = inside.rstrip() + end
        before = "" if is_apart else blank
        yield Edit(Span(start, start), f"{before}{inside}{comment}{end}{blank}")
    for inside in dict.fromkeys((prefix, "")):
        yield Edit(Span(start, start), f"{inside}{comment}{end}")


def _in_file(rules: Sequence[str], document: Document, reason: str) -> Iterator[Edit]:
    """Ways to silence rules in the whole file: a comment at the start of the body."""
    start = document.body.start
    for directive in _with_names(document, "file", reason):
        if directive.span.start >= start:
            end = directive.names[-1].span.end
            yield Edit(Span(end, end), "".join(f" {rule}" for rule in rules if rule not in _names(directive)))
    end_of_line = line_end(document)
    before = end_of_line if start and not document.text[:start].endswith(("\n", "\r")) else ""
    comment = _comment(_FILE, rules, document, reason)
    yield Edit(Span(start, start), f"{before}{comment}{end_of_line}{end_of_line}")


def _in_front_matter(rules: Sequence[str], document: Document, matter: FrontMatter, reason: str) -> Iterator[Edit]:
    """Ways to silence rules by the field `jlint` in front matter of YAML: the field, or names added to it."""
    if matter.format != "yaml" or matter.problem:
        return
    field = matter.fields.get(_KEY)
    if field is None:
        text, end = document.text, line_end(document)
        closing = max(text.rfind("\n", 0, matter.span.end - 1), text.rfind("\r", 0, matter.span.end - 1)) + 1
        why = f"  # {reason}" if reason else ""
        yield Edit(Span(closing, closing), f"{_KEY}: {{disable: [{', '.join(rules)}]}}{why}{end}")
        return
    for directive in _with_names(document, "file", reason):
        if directive.span == field.value_span:
            last = directive.names[-1].span
            new = [rule for rule in rules if rule not in _names(directive)]
            yield Edit(Span(last.end, last.end), "".join(f", {rule}" for rule in new))
            line = document.lines.span(document.lines.line_of(last.start))
            mark = document.text[line.start : last.start]
            yield Edit(Span(last.end, last.end), "".join(f"{line_end(document)}{mark}{rule}" for rule in new))
            yield Edit(last, f"[{', '.join([last.of(document.text), *new])}]")


def _comment(word: str, rules: Sequence[str], document: Document, reason: str) -> str:
    """A comment that silences rules, in the syntax of the document's dialect."""
    opening, closing = ("{/*", "*/}") if document.dialect.has_jsx else ("<!--", "-->")
    why = f" -- {reason}" if reason else ""
    return f"{opening} jlint-{word} {' '.join(rules)}{why} {closing}"


def _edited(document: Document, edit: Edit) -> Document:
    bom = "\ufeff" if document.text.startswith("\ufeff") else ""  # Document strips one
    text = document.text[: edit.span.start] + edit.text + document.text[edit.span.end :]
    return document.with_text(bom + text)


def _moved(span: Span, edit: Edit) -> Span:
    """Where a span is after an edit that isn't inside it."""
    if span.start < edit.span.start or (span.start == edit.span.start and edit.span.end > edit.span.start):
        return span
    shift = len(edit.text) - (edit.span.end - edit.span.start)
    return Span(span.start + shift, span.end + shift)


def line_end(document: Document) -> str:
    """The line end that the document's lines have."""
    return "\r\n" if "\r\n" in document.text else "\n"
