"""Gathers the text of a Markdown file into blocks, as its parser hands it over."""

from __future__ import annotations

from jlint.compiled import lazy_pattern
from jlint.document.block import OBJECT, PROSE, Block, BlockKind
from jlint.document.comments import Comment, comments_between
from jlint.document.dialect import Emphasis
from jlint.document.emphasis import resolved
from jlint.document.html import ElementStack, HtmlEvent, HtmlScan, end_of_element, tag_name
from jlint.document.inline import Line, Piece, split_at_bold_lines, visible_text
from jlint.document.mask import Masked
from jlint.document.masked_span import NOTHING
from jlint.span import Span

_SEEN = lazy_pattern(f"[^{NOTHING}]+")
_LONE_MARK = lazy_pattern(r"[*_]{1,3}")
_SENTENCE_END = lazy_pattern("[。！？]")
_INSIDE = ("List", "BlockQuote", "FootnoteDefinition", "Strong", "Image")
_WITHOUT_TEXT = (BlockKind.CODE, BlockKind.HTML)


class OpenBlock:
    """A block whose end hasn't been reached. One that `may_be_label` is a caption if it holds no sentence."""

    def __init__(self, kind: BlockKind, start: int, level: int = 0) -> None:
        self.kind = kind
        self.start = start
        self.level = level
        self.lines = [Line([])]
        self.has_marks = False
        self.has_lone_marks = False
        self.may_be_label = False


class BlockBuilder:
    """The blocks of a text of which `masked` is the body, from the offset `base` on.

    All places are code points of the text. `inside` counts the open containers and inline elements by their names.
    """

    def __init__(self, text: str, masked: Masked, base: int, emphasis: Emphasis, *, has_masks: bool) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self.inside = dict.fromkeys(_INSIDE, 0)
        self.item_start: int | None = None
        """Where the item begins whose first block has not begun."""
        self.in_reading = False
        self.in_autolink = False
        self.struck = 0
        """How many elements are open whose text no longer counts."""
        self.opaque = ""
        """The open element that stands for something that is no prose."""
        self.raw = ""
        """The element of HTML that is open beyond its block and that is no prose."""
        self.open: OpenBlock | None = None
        self.base = base
        self.masked = masked
        self._tags = list(reversed(masked.tags))
        self._elements = ElementStack()
        self._around: HtmlEvent | None = None
        """What begins at the last of the tags: the kind of the blocks behind it."""
        self._text = text
        self._emphasis = emphasis
        self._has_masks = has_masks

    @property
    def has_marks(self) -> bool:
        """Whether delimiters of emphasis are kept until it is known which of them are visible."""
        return self._emphasis is not Emphasis.COMMONMARK

    @property
    def _is_unseen(self) -> bool:
        return self.in_reading or self.in_autolink or bool(self.struck or self.opaque or self.inside["Image"])

    def add_text(self, value: str, start: int, end: int) -> None:
        """Adds what the parser reads as the text `value`."""
        if self.open and self.open.kind in _WITHOUT_TEXT:
            return
        piece = self.masked.text[start - self.base : end - self.base]
        if self._has_masks and NOTHING in piece:
            for part in _SEEN.finditer(piece):
                self.add_text(part[0], start + part.start(), start + part.end())
        elif self.has_marks and piece[:1] in ("*", "_") and self._is_lone_mark(piece, start):
            self.add_mark(start, end - start, lone=True)
        elif piece != value:
            self.add(OBJECT, start, end - start)
        else:
            self.add(self._as_in_source(piece, start, end) if self._has_masks else piece, start, end - start)

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
        pieces = self.open.lines[-1].pieces if self.open else []
        follows_text = bool(pieces) and pieces[-1].end == start
        return follows_text or start == self.base or self._text[start - 1] != "\\"

    def add_mark(self, start: int, length: int, *, lone: bool = False) -> None:
        """Adds a delimiter of emphasis; a `lone` one is text in CommonMark, but perhaps not in the dialect."""
        if self._is_unseen:
            return
        block = self.open or self.begin(BlockKind.PARAGRAPH, start)
        text = self.masked.text[start - self.base : start - self.base + length]
        block.lines[-1].pieces.append(Piece(text, start, length, False, mark=True))
        block.has_marks = True
        block.has_lone_marks |= lone

    def add(self, text: str, source: int, length: int) -> None:
        """Adds visible characters, or an `OBJECT` for `length` characters."""
        if not length or self._is_unseen:
            return
        if text[0] in " \t" and (self.open is None or not self.open.lines[-1].pieces):
            kept = text.lstrip(" \t")
            source, length, text = source + len(text) - len(kept), length - len(text) + len(kept), kept
            if not text:
                return
        block = self.open or self.begin(BlockKind.PARAGRAPH, source)
        block.lines[-1].pieces.append(Piece(text, source, length, self.inside["Strong"] > 0))

    def begin(self, kind: BlockKind, start: int, level: int = 0) -> OpenBlock:
        """Opens a block. The first block of a list item begins at the item's marker."""
        if kind is BlockKind.PARAGRAPH:
            kind, level = self._kind_of_paragraph(start)
        start = start if self.item_start is None else self.item_start
        self.flush(start)
        self.open = OpenBlock(kind, start, level)
        return self.open

    def _kind_of_paragraph(self, start: int) -> tuple[BlockKind, int]:
        """The kind of what Markdown has as a paragraph, and its level."""
        if start - self.base in self.masked.captions:
            return BlockKind.CAPTION, 0
        if self._around is not None and self._around.block is not BlockKind.PARAGRAPH:
            return self._around.block, self._around.change
        return (BlockKind.ITEM if self.inside["List"] else BlockKind.PARAGRAPH), 0

    def take_tags(self, end: int) -> None:
        """Begins and ends elements at the masked tags of HTML that begin before `end`."""
        while self._tags and self._tags[-1].start + self.base < end:
            span = self._tags.pop()
            tag = tag_name(self._text[span.start + self.base : span.end + self.base])
            if tag is None:
                continue
            for event in self._elements.boundary(tag.name, *span, opens=not tag.closes):
                if event.kind == "block":
                    self._end_at_tag(event.start + self.base)
                    self._around = event
                else:
                    self._take_html(event, event)

    def _end_at_tag(self, place: int) -> None:
        """Ends the open block, unless Markdown takes the tag for code."""
        if self.open is not None and self.open.kind not in _WITHOUT_TEXT:
            pieces = self.open.lines[-1].pieces
            self.flush(max(place, pieces[-1].end) if pieces else place)

    def end_line(self, *, hard: bool) -> None:
        """Ends a line of the open block."""
        if self.open is not None and not self.inside["Image"]:
            self.open.lines[-1] = self.open.lines[-1]._replace(hard=hard)
            self.open.lines.append(Line([]))

    def flush(self, end: int) -> None:
        """Ends the open block, if there is one."""
        block, self.open = self.open, None
        self.item_start = None
        self.in_reading = False
        self.struck, self.opaque = 0, ""
        if block is None:
            return
        whole = Span(block.start, end)
        if block.kind is BlockKind.HTML:
            self.add_comments(whole)
        if block.kind in _WITHOUT_TEXT:
            self.append(block.kind, whole)
            if block.kind is BlockKind.HTML:
                self._add_html(whole)
            return
        start = block.start
        visible_lines = self._without_marks(block)
        for bold, lines in split_at_bold_lines(visible_lines):
            pieces = [piece for line in lines for piece in line.pieces]
            if pieces:
                last = lines[-1] is visible_lines[-1]
                span = Span(start, end if last else pieces[-1].end)
                is_label = block.may_be_label and not any(_SENTENCE_END.search(piece.text) for piece in pieces)
                kind = BlockKind.CAPTION if is_label else block.kind
                self.append(kind, span, lines, level=block.level, bold=bold)
                start = span.end

    def _without_marks(self, block: OpenBlock) -> list[Line]:
        """The block's lines with only those marks that are visible."""
        if block.has_lone_marks:
            return resolved(block.lines, self._text, self._emphasis)
        if block.has_marks:
            return [Line([piece for piece in line.pieces if not piece.mark], line.hard) for line in block.lines]
        return block.lines

    def append(
        self, kind: BlockKind, span: Span, lines: list[Line] | None = None, *, level: int = 0, bold: bool = False
    ) -> None:
        """Adds a block that is complete."""
        if self.raw and kind in PROSE:
            kind, lines = BlockKind.HTML, None
        visible = visible_text(lines or [])
        self.blocks.append(
            Block(
                kind,
                span,
                visible.text,
                visible.runs,
                breaks=visible.breaks,
                level=level,
                depth=self.inside["List"],
                quoted=self.inside["BlockQuote"] > 0,
                footnote=self.inside["FootnoteDefinition"] > 0,
                bold=bold,
            )
        )

    def add_comments(self, span: Span) -> None:
        """Adds the comments of HTML in a part of the text."""
        self.comments.extend(comments_between("<!--", "-->", self._text, span))

    def _add_html(self, whole: Span) -> None:
        """Adds the text of a block of HTML."""
        start, end = whole.start - self.base, whole.end - self.base
        if self.raw:
            closed = end_of_element(self.masked.text, self.raw, start, end)
            if closed is None:
                return
            start, self.raw = closed, ""
        inside = dict(self.inside)
        scan = HtmlScan(self.masked.text, start, end)
        current = HtmlEvent("block", start, start, may_be_label=True)
        for event in scan.events():
            if event.kind == "block":
                self.flush(event.start + self.base)
                current = event
            else:
                self._take_html(event, current)
        self.flush(whole.end)
        self.inside.update(inside)
        if scan.raw and end_of_element(self.masked.text, scan.raw, end, len(self.masked.text)) is not None:
            self.raw = scan.raw

    def _take_html(self, event: HtmlEvent, current: HtmlEvent) -> None:
        is_first = self.open is None or not self.open.lines[-1].pieces
        if event.kind in ("text", "object"):
            start, end = _without_indentation(self.masked.text, event, is_first=is_first)
            if start == end:
                return
            if self.open is None:
                self.begin(current.block, start + self.base, current.change).may_be_label = current.may_be_label
            if event.kind == "object":
                self.add(OBJECT, start + self.base, end - start)
            else:
                self.add_text(self.masked.text[start:end], start + self.base, end + self.base)
        elif event.kind == "line":
            if not is_first:
                self.add("\n", event.start + self.base, 1)
                self.end_line(hard=False)
        elif event.kind == "break":
            self.end_line(hard=True)
        else:
            self.inside[_COUNTED[event.kind]] += event.change


_COUNTED = {"list": "List", "quotation": "BlockQuote", "strong": "Strong"}


def _without_indentation(text: str, event: HtmlEvent, *, is_first: bool) -> tuple[int, int]:
    """The range of what is seen of the event: HTML ignores white space at the start and the end of a line."""
    start, end = event.start, event.end
    if event.kind == "text":
        while is_first and start < end and text[start] in " \t":
            start += 1
        while start < end and text[end - 1] in " \t" and text[end : end + 1] in ("", "\r", "\n"):
            end -= 1
    return start, end
