"""Masks what a dialect adds to Markdown before Markdown is parsed: Liquid, shortcodes, attributes, JSX.

Masked text keeps its length. What is alone on its lines becomes a comment of HTML where a reader sees something there,
so that it is a block of its own, else spaces, which separate paragraphs as it does on the site. Inside a sentence a
`Shape` defines the replacement: an `OBJECT` as a placeholder for what a reader sees there, or a tag that Markdown
drops, for what a reader doesn't see. The first line of a box becomes a heading, which
Markdown ends at the end of the line, or a list item, to which Markdown counts what is indented below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from jlint.document.block import OBJECT
from jlint.document.code_regions import CodeRegions
from jlint.document.dialect import Dialect
from jlint.document.masked_span import MaskedSpan, Shape
from jlint.document.syntax import Syntax

_SHAPES = {
    "unseen": Shape.UNSEEN,
    "spaces": Shape.SPACES,
    "caption": Shape.CAPTION,
    "box": Shape.BOX,
    "bare": Shape.BARE_BOX,
    "after": Shape.SPACES,
}
_MOST_HASHES = 6
_LIST_MARK = "- "
_ELEMENT_START, _ELEMENT_END = "<!--", "-->"
_ROOM_FOR_ELEMENT = re.compile(r"[^\r\n]{4}.*[^\r\n]{3}", re.DOTALL)
_BLANK_BEFORE, _BLANK_AFTER = (
    re.compile(r"(?:\A|\n)[ \t]*\r?\n[ \t]*\Z"),
    re.compile(r"[ \t]*(?:\Z|\r?\n[ \t]*(?:\Z|\r?\n))"),
)
_LOOKED_AT = 200
_NOT_LINE_END = re.compile(r"[^\r\n]")


class Masked(NamedTuple):
    """A masked text, which Markdown reads a little differently from what is meant.

    `captions` are the offsets of headings that are captions, and `boxes` those of list items that are boxes.
    """

    text: str
    captions: frozenset[int] = frozenset()
    boxes: frozenset[int] = frozenset()


def mask(text: str, dialect: Dialect) -> Masked:
    """`text` with the dialect's own markup masked, every other character in its place."""
    syntaxes = [syntax for syntax in dialect.syntaxes if syntax.hint in text]
    has_jsx = dialect.has_jsx
    if not syntaxes and not has_jsx:
        return Masked(text)
    masked_spans = [masked for syntax in syntaxes if syntax.anywhere for masked in _found(syntax, text)]
    if has_jsx or any(not syntax.anywhere for syntax in syntaxes):
        code = CodeRegions(text)
        within = [masked for syntax in syntaxes if not syntax.anywhere for masked in _found(syntax, text)]
        masked_spans += [masked for masked in within if code.around(masked.start) is None]
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


def _closes_itself(tag: str) -> bool:
    return tag.rstrip("}>%").rstrip().endswith("/")


def _masked_spans(match: re.Match[str]) -> Iterator[MaskedSpan]:
    shapes = [name for name in _SHAPES if name in match.re.groupindex and match[name] is not None]
    for name in shapes:
        yield MaskedSpan(*match.span(name), _SHAPES[name])
    if not shapes:
        yield MaskedSpan(*match.span(), Shape.OBJECT)


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
    captions = (each.start + (len(_LIST_MARK) if each.shape is Shape.BOX else 0) for each in titled)
    boxes = (masked.start for masked in masked_spans if masked.shape in (Shape.BOX, Shape.BARE_BOX))
    return Masked("".join(parts), frozenset(captions), frozenset(boxes))


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
    if shape in (Shape.BOX, Shape.BARE_BOX):
        return f"{_LIST_MARK}#".ljust(len(masked))
    if shape is Shape.SPACES or alone:
        return _NOT_LINE_END.sub(" ", masked)
    if shape is Shape.OBJECT:
        return _NOT_LINE_END.sub(OBJECT, masked)
    if shape is Shape.LINE_END:
        return f"<br{_NOT_LINE_END.sub(' ', masked[3:-1])}>"
    return f"<i{_NOT_LINE_END.sub(' ', masked[2:-1])}>" if len(masked) > 2 else " " * len(masked)


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
