"""Parses Markdown into blocks with pyromark (pulldown-cmark); the only module that handles its events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pyromark
from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.document.block import OBJECT, Block, BlockKind
from jlint.document.block_builder import BlockBuilder
from jlint.document.byte_cursor import ByteCursor
from jlint.document.comments import Comment, jsx_comments
from jlint.document.dialect import Dialect, Emphasis
from jlint.document.html import (
    OPAQUE,
    RAW,
    READINGS,
    STRUCK,
    end_inside_paragraph,
    is_block_element,
    is_object,
    tag_name,
)
from jlint.document.mask import Masked, mask
from jlint.document.masked_span import NOTHING
from jlint.span import Span

_Flag = pyromark.Options
_FEATURES = _Flag.ENABLE_TABLES | _Flag.ENABLE_FOOTNOTES | _Flag.ENABLE_STRIKETHROUGH | _Flag.ENABLE_TASKLISTS
_PARSER = pyromark.Markdown(options=_FEATURES)
_PARSER_OF_DEFINITIONS = pyromark.Markdown(options=_FEATURES | _Flag.ENABLE_DEFINITION_LIST)

_LEAF_BLOCKS = {
    "Paragraph": BlockKind.PARAGRAPH,
    "TableCell": BlockKind.CELL,
    "HtmlBlock": BlockKind.HTML,
    "Heading": BlockKind.HEADING,
    "CodeBlock": BlockKind.CODE,
    "DefinitionListTitle": BlockKind.ITEM,
}
_ALIASES = {"DefinitionList": "List", "DefinitionListDefinition": "Item"}
_MAY_BE_BOX = {"Item": "List", "BlockQuote": "BlockQuote"}
_ALERT = lazy_pattern(r">[ \t>]*\[![A-Za-z]+\]")
_AUTOLINKS = frozenset({"Autolink", "Email"})
_CONTAINERS = frozenset({"List", "BlockQuote", "FootnoteDefinition"})
_OPAQUE_LEAVES = frozenset({"Code", "InlineMath", "DisplayMath"})
_LONE_CR = lazy_pattern(r"\r(?!\n)")
_EMPHASIS = {"Emphasis": 1, "Strong": 2}
_STRIKE, _STRUCK = "~", "~~"
_DEFINITION = lazy_pattern(r"^ {0,3}:[ \t]", re.MULTILINE)


class Link(Struct, frozen=True):
    """A link or an image with its markup, and its destination as written: percent-encoding is not decoded."""

    span: Span
    destination: str


class Parsed(Struct, frozen=True):
    """The result of parsing the Markdown of a file."""

    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...]
    links: tuple[Link, ...]
    images: tuple[Link, ...]
    emphases: tuple[Span, ...]
    """Emphasis of the weaker kind, `*so*`, with its delimiters, as CommonMark has it."""


def parse(text: str, body: Span, dialect: Dialect) -> Parsed:
    """The blocks, comments, links and images of `text` within `body`, with spans in `text`."""
    written = _written(text, body)
    masked = mask(written.replace(NOTHING, OBJECT), dialect)
    has_masks = masked.text is not written or OBJECT in written
    events = _Events(text, masked, body.start, dialect.emphasis, has_masks=has_masks)
    for event, place in _parser(masked.text, dialect).events_with_range(masked.text):
        events.take(event, place["start"], place["end"])
    comments = events.comments
    if dialect.has_jsx:
        comments = [*comments, *jsx_comments(text, body, events.blocks)]
    parsed = Parsed(
        tuple(events.blocks), tuple(comments), tuple(events.links), tuple(events.images), tuple(events.emphases)
    )
    return _with_notes(parsed, text, body, masked.notes, dialect) if masked.notes else parsed


def events(text: str, body: Span, dialect: Dialect) -> Iterator[tuple[str, Any, Span]]:
    """The parser's events for `text` within `body`: their names, what they carry, and their spans in `text`."""
    masked = mask(_written(text, body).replace(NOTHING, OBJECT), dialect)
    cursor = ByteCursor(masked.text, body.start)
    for event, place in _parser(masked.text, dialect).events_with_range(masked.text):
        ((name, value),) = event.items() if isinstance(event, dict) else ((event, None),)
        yield name, value, Span(*map(cursor.point, (place["start"], place["end"])))


def _written(text: str, body: Span) -> str:
    return _LONE_CR.sub("\n", body.of(text)).replace("\0", OBJECT)  # a visible text never holds a NUL


def _parser(text: str, dialect: Dialect) -> Any:
    has_definitions = dialect.has_definitions and _DEFINITION.search(text) is not None
    return _PARSER_OF_DEFINITIONS if has_definitions else _PARSER


def _with_notes(parsed: Parsed, text: str, body: Span, notes: Iterable[Span], dialect: Dialect) -> Parsed:
    """With what is in footnotes that stand where their marks are: each note's blocks after the one that it is in."""
    blocks, comments = list(parsed.blocks), list(parsed.comments)
    links, images, emphases = list(parsed.links), list(parsed.images), list(parsed.emphases)
    for note in notes:
        inside = parse(text, Span(note.start + body.start, note.end + body.start), dialect)
        for block in inside.blocks:
            block.footnote = True
        blocks += inside.blocks
        comments += inside.comments
        links += inside.links
        images += inside.images
        emphases += inside.emphases
    return Parsed(
        tuple(sorted(blocks, key=lambda block: block.span.start)),
        tuple(sorted(comments, key=lambda comment: comment.span.start)),
        tuple(sorted(links, key=lambda link: link.span.start)),
        tuple(sorted(images, key=lambda image: image.span.start)),
        tuple(sorted(emphases)),
    )


class _Events(BlockBuilder):
    """Builds blocks from the parser's events."""

    def __init__(self, text: str, masked: Masked, base: int, emphasis: Emphasis, *, has_masks: bool) -> None:
        super().__init__(text, masked, base, emphasis, has_masks=has_masks)
        self.links: list[Link] = []
        self.images: list[Link] = []
        self.emphases: list[Span] = []
        self._cursor = ByteCursor(masked.text, base)
        self._is_box: list[bool] = []
        self._opaque_start = 0
        self._raw_ends = False

    def take(self, event: Any, start_byte: int, end_byte: int) -> None:
        """Handles one event, with the bytes it covers."""
        if self.masked.tags:
            is_end = isinstance(event, dict) and "End" in event
            self.take_tags(self._cursor.point(end_byte if is_end else start_byte))
        if isinstance(event, str):
            self._mark(event, self._cursor.point(start_byte), end_byte)
            return
        ((name, value),) = event.items()
        if name == "End":
            self._end(tag_of(value), self._cursor.point(end_byte))
            return
        start = self._cursor.point(start_byte)
        if name == "Text":
            self.add_text(value, start, self._cursor.point(end_byte))
        elif name == "Start":
            self._start(tag_of(value), value, start, end_byte)
        elif name == "InlineHtml":
            self._inline_html(value, start)
        elif name in _OPAQUE_LEAVES:
            self.add(OBJECT, start, self._cursor.point(end_byte) - start)

    def _mark(self, event: str, start: int, end_byte: int) -> None:
        if event == "SoftBreak":
            if self.open is not None:
                self.add("\n", start, 1)
            self.end_line(hard=False)
        elif event == "HardBreak":
            self.end_line(hard=True)
        elif event == "Rule":
            self.flush(start)
            self.append(BlockKind.BREAK, Span(start, self._cursor.point(end_byte)))

    def _start(self, tag: str, value: Any, start: int, end_byte: int) -> None:
        kind = _LEAF_BLOCKS.get(tag)
        if kind is not None:
            self._begin_leaf(kind, value, start)
        elif tag == "Item" or tag in _CONTAINERS:
            self.flush(start)
            self._begin_container(tag, start)
        elif tag == "Image":
            self._image(value["Image"], start, self._cursor.point(end_byte))
        elif tag == "Link":
            self._link(value["Link"], start, self._cursor.point(end_byte))
        elif tag == "Strikethrough":
            self._strike(start, 1)
        elif tag in _EMPHASIS:
            self._emphasis_starts(tag, start, end_byte)
        if tag in self.inside:
            self.inside[tag] += 1

    def _emphasis_starts(self, tag: str, start: int, end_byte: int) -> None:
        if tag == "Emphasis":
            self.emphases.append(Span(start, self._cursor.point(end_byte)))
        if self.has_marks:
            self.add_mark(start, _EMPHASIS[tag])

    def _image(self, value: Any, start: int, end: int) -> None:
        self.images.append(Link(Span(start, end), value["dest_url"]))
        self.add(OBJECT, start, end - start)

    def _link(self, value: Any, start: int, end: int) -> None:
        self.links.append(Link(Span(start, end), value["dest_url"]))
        if value["link_type"] in _AUTOLINKS:
            self.add(OBJECT, start, end - start)
            self.in_autolink = True

    def _begin_leaf(self, kind: BlockKind, value: Any, start: int) -> None:
        if kind is not BlockKind.HEADING:
            self.begin(kind, start)
        elif start - self.base in self.masked.captions:
            self.begin(BlockKind.CAPTION, start)
        else:
            self.begin(kind, start, int(value["Heading"]["level"][1]))

    def _begin_container(self, tag: str, start: int) -> None:
        """What is in a box is in no list and in no quotation, though the box was parsed as one."""
        is_item = tag == "Item"
        is_box = self._begins_box(start) if is_item else _ALERT.match(self._text, start) is not None
        self.item_start = start if is_item and not is_box else None
        if tag in _MAY_BE_BOX:
            self._is_box.append(is_box)
            self.inside[_MAY_BE_BOX[tag]] -= is_box

    def _begins_box(self, start: int) -> bool:
        """Whether the item at `start`, where it may be indented, is a box."""
        mark = start - self.base
        while self.masked.boxes and self.masked.text[mark : mark + 1] in (" ", "\t"):
            mark += 1
        return mark in self.masked.boxes

    def _end(self, tag: str, end: int) -> None:
        if tag in _LEAF_BLOCKS or tag == "Item":
            self.flush(end)
        if self._raw_ends and self.open is None:
            self.raw, self._raw_ends = "", False
        if tag in _MAY_BE_BOX:
            self.inside[_MAY_BE_BOX[tag]] += self._is_box.pop()
        if tag in self.inside:
            self.inside[tag] -= 1
        if tag == "Link":
            self.in_autolink = False
        elif tag == "Strikethrough":
            self._strike(end, -1)
        elif self.has_marks and tag in _EMPHASIS:
            self.add_mark(end - _EMPHASIS[tag], _EMPHASIS[tag])

    def _strike(self, place: int, change: int) -> None:
        """Begins or ends struck text. One tilde alone is text: most engines want two, and in Japanese it is a range."""
        start = place if change > 0 else self.masked.text.rfind(_STRIKE, 0, place - self.base) + self.base - 1
        if self.masked.text[start - self.base : start - self.base + 2] == _STRUCK:
            self.struck += change
        else:
            self.add(_STRIKE, start if change > 0 else start + 1, 1)

    def _inline_html(self, value: str, start: int) -> None:
        end = start + len(value)
        if value.startswith("<!--"):
            self.add_comments(Span(start, end))
            return
        tag = tag_name(value)
        if tag is None:
            return
        if tag.name == self.opaque:
            if tag.closes:
                self.opaque = ""
                self.add(OBJECT, self._opaque_start, end - self._opaque_start)
        elif tag.closes and tag.name == self.raw:
            self._raw_ends = True
        elif tag.name == "br" or is_block_element(tag.name):
            self.end_line(hard=True)
        elif tag.name in READINGS:
            self.in_reading = not tag.closes
        elif tag.name in STRUCK:
            self._strike_element(tag.name, end, closes=tag.closes)
        elif is_object(tag.name, value):
            self.add(OBJECT, start, len(value))
        elif tag.name in OPAQUE or tag.name in RAW:
            self._open_opaque(tag.name, start, end, closes=tag.closes)

    def _strike_element(self, name: str, end: int, *, closes: bool) -> None:
        if closes:
            self.struck = max(0, self.struck - 1)
        elif end_inside_paragraph(self.masked.text, name, end - self.base) is not None:
            self.struck += 1

    def _open_opaque(self, name: str, start: int, end: int, *, closes: bool) -> None:
        if not closes and not self.opaque and end_inside_paragraph(self.masked.text, name, end - self.base) is not None:
            self.opaque, self._opaque_start = name, start


def tag_of(value: Any) -> str:
    """The name of a tag, with or without attributes; definition lists are treated as plain lists."""
    name = value if isinstance(value, str) else next(iter(value))
    return _ALIASES.get(name, name)
