"""Parses Markdown into blocks with pyromark (pulldown-cmark); the only module that handles its events."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import pyromark

from jlint.document.block import OBJECT, Block, BlockKind
from jlint.document.byte_cursor import ByteCursor
from jlint.document.comments import Comment, comments_between, jsx_comments
from jlint.document.dialect import Dialect, Emphasis
from jlint.document.emphasis import resolved
from jlint.document.inline import Line, Piece, split_at_bold_lines, visible_text
from jlint.document.mask import mask
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
_CONTAINERS = frozenset({"List", "BlockQuote", "FootnoteDefinition"})
_INLINE = frozenset({"Strong", "Image"})
_OPAQUE_LEAVES = frozenset({"Code", "InlineMath", "DisplayMath"})
_LONE_CR = re.compile(r"\r(?!\n)")
_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_READING = re.compile(r"<(/?)r[tp]\b", re.IGNORECASE)
_LONE_MARK = re.compile(r"[*_]{1,3}")
_EMPHASIS = {"Emphasis": 1, "Strong": 2}
_DEFINITION = re.compile(r"^ {0,3}:[ \t]", re.MULTILINE)


class Link(NamedTuple):
    """A link with its markup, and its destination as written: percent-encoding is not decoded."""

    span: Span
    destination: str


class Parsed(NamedTuple):
    """The result of parsing the Markdown of a file."""

    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...]
    links: tuple[Link, ...]


def parse(text: str, body: Span, dialect: Dialect) -> Parsed:
    """The blocks, comments and links of `text` within `body`, with spans in `text`."""
    written = _LONE_CR.sub("\n", body.of(text)).replace("\0", OBJECT)  # a visible text never holds a NUL
    masked = mask(written, dialect)
    is_masked = masked is not written or OBJECT in masked
    builder = _Builder(text, masked, body.start, is_masked=is_masked, is_kramdown=dialect.emphasis is Emphasis.KRAMDOWN)
    has_definitions = dialect.has_definitions and _DEFINITION.search(masked) is not None
    parser = _PARSER_OF_DEFINITIONS if has_definitions else _PARSER
    for event, place in parser.events_with_range(masked):
        builder.take(event, place["start"], place["end"])
    comments = builder.comments
    if dialect.has_jsx:
        comments = [*comments, *jsx_comments(text, body, builder.blocks)]
    return Parsed(tuple(builder.blocks), tuple(comments), tuple(builder.links))


class _OpenBlock:
    """A block whose end hasn't been reached."""

    def __init__(self, kind: BlockKind, start: int, level: int = 0) -> None:
        self.kind = kind
        self.start = start
        self.level = level
        self.lines = [Line([])]
        self.has_marks = False
        self.has_lone_marks = False


class _Builder:
    """Gathers events into blocks."""

    def __init__(self, text: str, masked: str, base: int, *, is_masked: bool, is_kramdown: bool) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self.links: list[Link] = []
        self._text = text
        self._masked = masked
        self._base = base
        self._cursor = ByteCursor(masked, base)
        self._is_masked = is_masked
        self._is_kramdown = is_kramdown
        self._open: _OpenBlock | None = None
        self._item_start: int | None = None
        self._inside = dict.fromkeys((*_CONTAINERS, *_INLINE), 0)
        self._in_reading = False

    def take(self, event: Any, start_byte: int, end_byte: int) -> None:
        """Handles one event, with the bytes it covers."""
        if isinstance(event, str):
            self._mark(event, self._cursor.point(start_byte), end_byte)
            return
        ((name, value),) = event.items()
        if name == "End":
            self._end(_tag(value), self._cursor.point(end_byte))
            return
        start = self._cursor.point(start_byte)
        if name == "Text":
            self._add_text(value, start, self._cursor.point(end_byte))
        elif name == "Start":
            self._start(_tag(value), value, start, end_byte)
        elif name == "InlineHtml":
            self._inline_html(value, start)
        elif name in _OPAQUE_LEAVES:
            self._add(OBJECT, start, self._cursor.point(end_byte) - start)

    def _mark(self, event: str, start: int, end_byte: int) -> None:
        if event == "SoftBreak":
            self._add("\n", start, 1)
            self._end_line(hard=False)
        elif event == "HardBreak":
            self._end_line(hard=True)
        elif event == "Rule":
            self._flush(start)
            self._append(BlockKind.BREAK, Span(start, self._cursor.point(end_byte)))

    def _start(self, tag: str, value: Any, start: int, end_byte: int) -> None:
        kind = _LEAF_BLOCKS.get(tag)
        if kind is not None:
            level = int(value["Heading"]["level"][1]) if kind is BlockKind.HEADING else 0
            self._begin(kind, start, level)
        elif tag == "Item" or tag in _CONTAINERS:
            self._flush(start)
            self._item_start = start if tag == "Item" else None
        elif tag == "Image":
            self._add(OBJECT, start, self._cursor.point(end_byte) - start)
        elif tag == "Link":
            self.links.append(Link(Span(start, self._cursor.point(end_byte)), value["Link"]["dest_url"]))
        elif self._is_kramdown and tag in _EMPHASIS:
            self._add_mark(start, _EMPHASIS[tag])
        if tag in self._inside:
            self._inside[tag] += 1

    def _end(self, tag: str, end: int) -> None:
        if tag in _LEAF_BLOCKS or tag == "Item":
            self._flush(end)
        if tag in self._inside:
            self._inside[tag] -= 1
        if self._is_kramdown and tag in _EMPHASIS:
            self._add_mark(end - _EMPHASIS[tag], _EMPHASIS[tag])

    def _inline_html(self, value: str, start: int) -> None:
        if value.startswith("<!--"):
            self._add_comments(Span(start, start + len(value)))
        elif _BREAK_TAG.fullmatch(value):
            self._end_line(hard=True)
        elif reading := _READING.match(value):
            self._in_reading = not reading[1]

    def _add_text(self, value: str, start: int, end: int) -> None:
        if self._open and self._open.kind in (BlockKind.CODE, BlockKind.HTML):
            return
        piece = self._masked[start - self._base : end - self._base]
        if self._is_kramdown and piece[:1] in ("*", "_") and self._is_lone_mark(piece, start):
            self._add_mark(start, end - start, lone=True)
        elif piece != value:
            self._add(OBJECT, start, end - start)
        else:
            self._add(self._as_in_source(piece, start, end) if self._is_masked else piece, start, end - start)

    def _as_in_source(self, piece: str, start: int, end: int) -> str:
        """The piece with an `OBJECT` for each masked character."""
        source = self._text[start:end]
        if piece == source:
            return piece
        return "".join(char if char == masked else OBJECT for char, masked in zip(source, piece, strict=True))

    def _is_lone_mark(self, piece: str, start: int) -> bool:
        """Whether the piece is all marks, and no backslash that escapes them is before it."""
        if not _LONE_MARK.fullmatch(piece):
            return False
        pieces = self._open.lines[-1].pieces if self._open else []
        follows_text = bool(pieces) and pieces[-1].end == start
        return follows_text or start == self._base or self._text[start - 1] != "\\"

    def _add_mark(self, start: int, length: int, *, lone: bool = False) -> None:
        """Adds a delimiter of emphasis; a `lone` one is text in CommonMark, but perhaps not in kramdown."""
        if self._in_reading or self._inside["Image"]:
            return
        block = self._open or self._begin(BlockKind.PARAGRAPH, start)
        text = self._masked[start - self._base : start - self._base + length]
        block.lines[-1].pieces.append(Piece(text, start, length, False, mark=True))
        block.has_marks = True
        block.has_lone_marks |= lone

    def _add(self, text: str, source: int, length: int) -> None:
        if not length or self._in_reading or self._inside["Image"]:
            return
        block = self._open or self._begin(BlockKind.PARAGRAPH, source)
        block.lines[-1].pieces.append(Piece(text, source, length, self._inside["Strong"] > 0))

    def _begin(self, kind: BlockKind, start: int, level: int = 0) -> _OpenBlock:
        """Opens a block. The first block of a list item begins at the item's marker."""
        start = start if self._item_start is None else self._item_start
        self._flush(start)
        in_list = kind is BlockKind.PARAGRAPH and self._inside["List"]
        self._open = _OpenBlock(BlockKind.ITEM if in_list else kind, start, level)
        return self._open

    def _end_line(self, *, hard: bool) -> None:
        if self._open is not None and not self._inside["Image"]:
            self._open.lines[-1] = self._open.lines[-1]._replace(hard=hard)
            self._open.lines.append(Line([]))

    def _flush(self, end: int) -> None:
        """Ends the open block, if there is one."""
        block, self._open = self._open, None
        self._item_start = None
        self._in_reading = False
        if block is None:
            return
        whole = Span(block.start, end)
        if block.kind is BlockKind.HTML:
            self._add_comments(whole)
        if block.kind in (BlockKind.CODE, BlockKind.HTML):
            self._append(block.kind, whole)
            return
        start = block.start
        visible_lines = self._without_marks(block)
        for bold, lines in split_at_bold_lines(visible_lines):
            pieces = [piece for line in lines for piece in line.pieces]
            if pieces:
                last = lines[-1] is visible_lines[-1]
                span = Span(start, end if last else pieces[-1].end)
                self._append(block.kind, span, lines, level=block.level, bold=bold)
                start = span.end

    def _without_marks(self, block: _OpenBlock) -> list[Line]:
        """The block's lines with only those marks that are visible."""
        if block.has_lone_marks:
            return resolved(block.lines, self._text)
        if block.has_marks:
            return [Line([piece for piece in line.pieces if not piece.mark], line.hard) for line in block.lines]
        return block.lines

    def _append(
        self, kind: BlockKind, span: Span, lines: list[Line] | None = None, *, level: int = 0, bold: bool = False
    ) -> None:
        visible = visible_text(lines or [])
        self.blocks.append(
            Block(
                kind,
                span,
                visible.text,
                visible.runs,
                breaks=visible.breaks,
                level=level,
                depth=self._inside["List"],
                quoted=self._inside["BlockQuote"] > 0,
                footnote=self._inside["FootnoteDefinition"] > 0,
                bold=bold,
            )
        )

    def _add_comments(self, span: Span) -> None:
        self.comments.extend(comments_between("<!--", "-->", self._text, span))


def _tag(value: Any) -> str:
    """The name of a tag, with or without attributes; definition lists are treated as plain lists."""
    name = value if isinstance(value, str) else next(iter(value))
    return _ALIASES.get(name, name)
