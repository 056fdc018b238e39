"""Masks what a dialect adds to Markdown before Markdown is parsed: Liquid, shortcodes, attributes, JSX.

Masked text keeps its length. What is alone on its lines becomes an instruction of HTML (`<? ?>`) where a reader sees
something there, so that it is a block of its own, else spaces, which separate paragraphs as it does on the site. Inside
a sentence a `Shape` defines the replacement: an `OBJECT` as a placeholder for what a reader sees there, or a tag that
Markdown drops, for what a reader doesn't see. The first line of a box becomes a heading, which Markdown ends at the end
of the line, or a list item, to which Markdown counts what is indented below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.document.block import OBJECT
from jlint.document.code_regions import CodeRegions
from jlint.document.dialect import Dialect
from jlint.document.indented_html import indentation_of_html, may_have_indented_html
from jlint.document.masked_span import NOTHING, MaskedSpan, Shape
from jlint.document.syntax import Syntax
from jlint.span import Span

_SHAPES = {
    "unseen": Shape.UNSEEN,
    "opening": Shape.UNSEEN,
    "closing": Shape.UNSEEN,
    "division": Shape.DIVISION,
    "attribute": Shape.ATTRIBUTE,
    "note": Shape.NOTE,
    "spaces": Shape.SPACES,
    "above": Shape.ABOVE_CAPTION,
    "caption": Shape.CAPTION,
    "box": Shape.BOX,
    "bare": Shape.BARE_BOX,
    "after": Shape.SPACES,
}
_MOST_HASHES = 6
_LIST_MARK = "- "
_ELEMENT_START, _ELEMENT_END = "<?", "?>"
_ROOM_FOR_ELEMENT = lazy_pattern(r"[^\r\n]{2}.*[^\r\n]{2}", re.DOTALL)
_BLANK_BEFORE, _BLANK_AFTER = (
    lazy_pattern(r"(?:\A|\n)[ \t]*\r?\n[ \t]*\Z"),
    lazy_pattern(r"[ \t]*(?:\Z|\r?\n[ \t]*(?:\Z|\r?\n))"),
)
_LOOKED_AT = 200
_BOX_MARK = f"{_LIST_MARK}#"
_BOXES = (Shape.BOX, Shape.BARE_BOX, Shape.BOXED_TAG)
_TAGS = (Shape.TAG, Shape.BOXED_TAG)
_NOT_LINE_END = lazy_pattern(r"[^\r\n]")
_NOTE_OPENING, _NOTE_CLOSING = "^[", "]"
_SHORTEST_TAG = len("<i>")


class Masked(Struct, frozen=True):
    """A masked text, which Markdown reads a little differently from what is meant.

    `captions` are the offsets of headings and paragraphs that are captions, and `boxes` those of list items that are
    boxes. `notes` are the texts of footnotes that stand where their marks are. `tags` are tags of HTML elements that
    stand apart from the text around them, each with its counterpart among them.
    """

    text: str
    captions: frozenset[int] = frozenset()
    boxes: frozenset[int] = frozenset()
    notes: tuple[Span, ...] = ()
    tags: tuple[Span, ...] = ()


def mask(text: str, dialect: Dialect) -> Masked:
    """`text` with the dialect's own markup masked, every other character in its place."""
    syntaxes = [syntax for syntax in dialect.syntaxes if syntax.hint in text]
    has_jsx = dialect.has_jsx
    has_html_to_indent = dialect.has_whole_html and may_have_indented_html(text)
    if not syntaxes and not has_jsx and not has_html_to_indent:
        return Masked(text)
    masked_spans = [masked for syntax in syntaxes if syntax.anywhere for masked in _found(syntax, text)]
    within = [masked for syntax in syntaxes if not syntax.anywhere for masked in _found(syntax, text)]
    if within or has_jsx or has_html_to_indent:
        code = CodeRegions(text)
        masked_spans += [masked for masked in within if code.around(masked.start) is None]
        if has_html_to_indent:
            masked_spans += indentation_of_html(text, code)
        if has_jsx:
            from jlint.document.jsx import jsx_masked_spans

            masked_spans += jsx_masked_spans(text, code)
    return _with_masks(text, list(_outermost(masked_spans))) if masked_spans else Masked(text)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE | re.MULTILINE)


def _found(syntax: Syntax, text: str) -> Iterator[MaskedSpan]:
    opening: MaskedSpan | None = None
    closing = ""
    for match in _compiled(syntax.pattern).finditer(text):
        if syntax.parts:
            yield from _parts(syntax, match)
            continue
        masked = list(_masked_spans(match))
        names = match.groupdict() if syntax.bodies else {}
        if opening is not None:
            if names.get("close") in (closing, ""):
                yield opening._replace(end=masked[0].end)
                opening = None
        elif names.get("name") in syntax.bodies and not _closes_itself(match[0]):
            opening, closing = masked[0], names["name"]
        else:
            yield from masked
    if opening is not None:
        yield opening


def _parts(syntax: Syntax, match: re.Match[str]) -> Iterator[MaskedSpan]:
    for part in _compiled(syntax.parts).finditer(match.string, *match.span()):
        if part.lastgroup:
            yield MaskedSpan(*part.span(part.lastgroup), _SHAPES[part.lastgroup])


def _closes_itself(tag: str) -> bool:
    return tag.rstrip("}>%").rstrip().endswith("/")


def _masked_spans(match: re.Match[str]) -> Iterator[MaskedSpan]:
    shapes = [name for name in match.re.groupindex if name in _SHAPES and match[name] is not None]
    for name in shapes:
        yield MaskedSpan(*match.span(name), _SHAPES[name])
    if not shapes:
        end = match.end() - match[0].endswith("\r")  # a line end is masked by nothing
        yield MaskedSpan(match.start(), end, Shape.OBJECT)


def _outermost(masked_spans: Iterable[MaskedSpan]) -> Iterator[MaskedSpan]:
    """The masked spans in order; one that begins inside another is left out."""
    end = 0
    for masked in sorted(masked_spans, key=lambda masked: (masked.start, -masked.end)):
        if masked.start >= end:
            yield masked
            end = masked.end


def _with_masks(text: str, masked_spans: Sequence[MaskedSpan]) -> Masked:
    parts: list[str] = []
    done = 0
    for group in _side_by_side(text, masked_spans):
        alone = _is_blank_before(text, group[0].start) and _is_blank_after(text, group[-1].end)
        apart = alone and _is_apart(text, group[0].start, group[-1].end)
        for masked in group:
            stretch = text[masked.start : masked.end]
            is_element = alone and masked.shape is Shape.OBJECT
            left = _element(stretch, apart=apart) if is_element else _left_of(stretch, masked.shape, alone=alone)
            parts += (text[done : masked.start], left)
            done = masked.end
    parts.append(text[done:])
    titled = [masked for masked in masked_spans if masked.shape in (Shape.CAPTION, Shape.BOX)]
    captions = [each.start + (len(_LIST_MARK) if each.shape is Shape.BOX else 0) for each in titled]
    captions += [masked.end for masked in masked_spans if masked.shape is Shape.ABOVE_CAPTION]
    return Masked(
        "".join(parts),
        frozenset(captions),
        frozenset(masked.start for masked in masked_spans if masked.shape in _BOXES),
        tuple(_text_of_note(masked) for masked in masked_spans if masked.shape is Shape.NOTE),
        tuple(Span(masked.start, masked.end) for masked in masked_spans if masked.shape in _TAGS),
    )


def _text_of_note(masked: MaskedSpan) -> Span:
    return Span(masked.start + len(_NOTE_OPENING), masked.end - len(_NOTE_CLOSING))


def _side_by_side(text: str, masked_spans: Iterable[MaskedSpan]) -> Iterator[list[MaskedSpan]]:
    """The masked spans in groups with nothing but blanks between them."""
    group: list[MaskedSpan] = []
    for masked in masked_spans:
        if group and text[group[-1].end : masked.start].strip(" \t"):
            yield group
            group = []
        group.append(masked)
    if group:
        yield group


def _element(masked: str, *, apart: bool) -> str:
    """What stands for something that has its lines for itself: a block if there is room for the marks of one."""
    if _ROOM_FOR_ELEMENT.fullmatch(masked):
        inner = masked[len(_ELEMENT_START) : -len(_ELEMENT_END)]
        return f"{_ELEMENT_START}{_NOT_LINE_END.sub(' ', inner)}{_ELEMENT_END}"
    first_line = masked.partition("\n")[0].partition("\r")[0]
    return (OBJECT if apart else " ") * len(first_line) + _NOT_LINE_END.sub(" ", masked[len(first_line) :])


def _left_of(masked: str, shape: Shape, *, alone: bool) -> str:
    if shape is Shape.CAPTION:
        return ("#" * min(_MOST_HASHES, len(masked) - 1)).ljust(len(masked))
    if shape in _BOXES:
        return f"{_BOX_MARK}{_NOT_LINE_END.sub(' ', masked[len(_BOX_MARK) :])}"
    if shape is Shape.DIVISION:
        return _as_tag(masked, "</div" if masked.startswith("</") else "<div")
    if shape is Shape.PARAGRAPH:
        return _as_tag(masked, "<p")
    if shape is Shape.ATTRIBUTE:
        return f"i{_NOT_LINE_END.sub(' ', masked[1:])}"
    if shape in (Shape.SPACES, Shape.ABOVE_CAPTION) or alone:
        return _NOT_LINE_END.sub(" ", masked)
    if shape is Shape.OBJECT:
        return _NOT_LINE_END.sub(OBJECT, masked)
    return _as_tag(masked, "<i") if len(masked) >= _SHORTEST_TAG else NOTHING * len(masked)


def _as_tag(masked: str, opening: str) -> str:
    """A tag of the same length, with the line ends that are in it."""
    return f"{opening}{_NOT_LINE_END.sub(' ', masked[len(opening) : -1])}>"


def _is_apart(text: str, start: int, end: int) -> bool:
    """Whether there is a blank line, or the end of the text, on both sides."""
    before = text[max(0, start - _LOOKED_AT) : start]
    return (not before.strip() or _BLANK_BEFORE.search(before) is not None) and bool(_BLANK_AFTER.match(text, end))


def _is_blank_before(text: str, offset: int) -> bool:
    while offset and text[offset - 1] in " \t":
        offset -= 1
    return not offset or text[offset - 1] in "\r\n"


def _is_blank_after(text: str, offset: int) -> bool:
    while offset < len(text) and text[offset] in " \t":
        offset += 1
    return offset == len(text) or text[offset] in "\r\n"
