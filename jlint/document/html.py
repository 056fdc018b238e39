"""Reads the text of HTML: which parts readers see as prose, and where one block of it ends and the next begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.document.block import BlockKind


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


RAW = _names("audio canvas head iframe math noscript object pre script select style svg template textarea title video")
"""Elements whose text is no prose, as HTML has it or as nobody reads it."""
OPAQUE = _names("code kbd samp tt var")
"""Elements inside a sentence that stand for something that is no prose."""
STRUCK = _names("del s strike")
"""Elements whose text no longer counts."""
READINGS = frozenset(("rt", "rp"))
"""Elements of ruby whose text isn't read as part of the sentence."""
_HIDDEN = RAW | OPAQUE | STRUCK | READINGS
_INLINE = _names(
    "a abbr acronym b bdi bdo big cite data dfn em font i ins label mark q rb rtc ruby small span strong sub sup time u"
    " wbr"
)
_STRONG = frozenset(("b", "strong"))
_KINDS = {
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.ITEM),
    **dict.fromkeys(("td", "th"), BlockKind.CELL),
    **dict.fromkeys(("summary", "figcaption", "caption", "legend"), BlockKind.CAPTION),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
}
_BLOCKS = _names(
    "address article aside blockquote body center details dialog div dl fieldset figure footer form header hr html main"
    " menu nav ol p section table tbody tfoot thead tr ul"
)
_FOR_PROSE = frozenset(("p", "blockquote"))
_PARAGRAPH = frozenset({"p"})
_ENDS = {
    "li": frozenset({"p", "li"}),
    "dt": frozenset({"p", "dt", "dd"}),
    "dd": frozenset({"p", "dt", "dd"}),
    "td": frozenset({"p", "td", "th"}),
    "th": frozenset({"p", "td", "th"}),
    "tr": frozenset({"p", "td", "th", "tr"}),
}
"""The elements without an end tag that the start of an element ends; that of any block ends a paragraph."""
_VOID = _names("area base col embed hr input link meta param source track")
_FAR = 10_000
"""How many code points away the end tag of a stretch inside a sentence is looked for."""
_TOKEN = lazy_pattern(
    r"""<!--(?:[^-]|-(?!->))*+(?:-->|\Z) | <[!?][^<>]*+> | (?P<slash></?)(?P<name>[A-Za-z][\w:.-]*)
      | &(?:\#\w+|[A-Za-z]\w*); | (?P<line>\r?\n) | (?P<text>[^<&\r\n]++|.)""",
    re.VERBOSE | re.DOTALL | re.ASCII,
)
_TAG_END = lazy_pattern(r"""(?:[^<>"']|"[^"]*+"|'[^']*+')*+>""")
_PLAIN_TAG_END = lazy_pattern(r"[^<>\n]*+>")
_END_OF_READING = lazy_pattern(r"</?r[tp]\b|</ruby\b", re.IGNORECASE)
_START_OF_TAG = lazy_pattern(r"<(/?)([A-Za-z][\w:.-]*)", re.ASCII)
_BLANK_LINE = lazy_pattern(r"\n[ \t]*\r?\n")
_FEW = 3

EventKind = Literal["text", "object", "line", "break", "block", "strong", "list", "quotation"]


class HtmlEvent(Struct, frozen=True):
    """Something in HTML, from `start` to `end` in the text.

    A `text` or `object` is seen; a `line` ends there, softly, and a `break` ends it hard; a `block` ends what is open,
    and what follows is of the kind `block` and, for a heading, of the level `change`. `may_be_label`: the block is in
    no element for prose, such as `<p>`. `strong`, `list` and `quotation` begin (`change` is 1) or end (-1).
    """

    kind: EventKind
    start: int
    end: int
    change: int = 0
    block: BlockKind = BlockKind.PARAGRAPH
    may_be_label: bool = False


class TagName(Struct, frozen=True):
    """The name of a tag in lower case, and whether it is an end tag."""

    name: str
    closes: bool


def tag_name(tag: str) -> TagName | None:
    """The name in a tag, None for what is none."""
    match = _START_OF_TAG.match(tag)
    return TagName(match[2].lower(), bool(match[1])) if match else None


def is_block_element(name: str) -> bool:
    """Whether the element, named in lower case, stands apart from the text around it."""
    return name in _KINDS or name in _BLOCKS


def is_object(name: str, tag: str) -> bool:
    """Whether the tag, an element's name in lower case and its markup, stands for something that a reader sees."""
    is_known = name in _INLINE or name in _HIDDEN or name in _VOID or name == "br" or is_block_element(name)
    return name == "img" or (tag.endswith("/>") and not is_known)


def end_of_element(text: str, name: str, start: int, end: int) -> int | None:
    """The end of the next end tag of that name between `start` and `end`, None if there is none."""
    closing = re.compile(rf"</{re.escape(name)}\s*>", re.IGNORECASE).search(text, start, end)
    return closing.end() if closing else None


def end_inside_paragraph(text: str, name: str, start: int) -> int | None:
    """As `end_of_element`, for an element that begins inside a paragraph of Markdown, which ends at a blank line."""
    end = end_of_element(text, name, start, start + _FAR)
    return None if end is None or _BLANK_LINE.search(text, start, end) else end


class ElementStack:
    """The open elements of HTML that stand apart from the text around them."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._open: Counter[str] = Counter()
        self._kinds: list[str] = []
        """Those of the open elements whose text is a block of a kind of its own."""

    def boundary(self, name: str, start: int, end: int, *, opens: bool) -> Iterator[HtmlEvent]:
        """What begins and ends at the tag, from `start` to `end`, of an element named in lower case."""
        left: list[str] = []
        if opens:
            ended = _ENDS.get(name, _PARAGRAPH if is_block_element(name) else frozenset())
            while self._names and self._names[-1] in ended:
                left.append(self._left())
            self._enter(name)
        elif self._open[name]:
            left.append(self._left())
            while left[-1] != name:
                left.append(self._left())
        yield self.block(start, end)
        entered = [(name, 1)] if opens else []
        for each, change in [*((each, -1) for each in left), *entered]:
            if each in ("ul", "ol", "dl"):
                yield HtmlEvent("list", start, end, change)
            elif each == "blockquote":
                yield HtmlEvent("quotation", start, end, change)

    def block(self, start: int, end: int) -> HtmlEvent:
        """The start of a block of the kind that the open elements make it."""
        name = self._kinds[-1] if self._kinds else ""
        kind = _KINDS.get(name, BlockKind.PARAGRAPH)
        level = int(name[1]) if kind is BlockKind.HEADING else 0
        may_be_label = not name and not any(self._open[each] for each in _FOR_PROSE)
        return HtmlEvent("block", start, end, level, kind, may_be_label)

    def _enter(self, name: str) -> None:
        self._names.append(name)
        self._open[name] += 1
        if name in _KINDS:
            self._kinds.append(name)

    def _left(self) -> str:
        name = self._names.pop()
        self._open[name] -= 1
        if name in _KINDS:
            self._kinds.pop()
        return name


class HtmlScan:
    """Reads one stretch of HTML. `raw` is the element, named in lower case, that is not closed in it and no prose."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.raw = ""
        self._text = text
        self._end = end
        self._offset = start
        self._elements = ElementStack()
        self._failures = 0

    def events(self) -> Iterator[HtmlEvent]:
        """All that is seen, in order."""
        while self._offset < self._end and not self.raw:
            match = _TOKEN.match(self._text, self._offset, self._end)
            if match is None:
                return
            start, self._offset = match.span()
            if match["name"]:
                yield from self._tag(match, start)
            elif match["line"]:
                yield HtmlEvent("line", start, self._offset)
            elif match["text"]:
                yield HtmlEvent("text", start, self._offset)
            elif match[0][0] == "&":
                yield HtmlEvent("object", start, self._offset)

    def _tag(self, match: re.Match[str], start: int) -> Iterator[HtmlEvent]:
        name, closes = match["name"].lower(), match["slash"] == "</"
        tag_end = self._end_of_tag()
        if tag_end is None:
            yield HtmlEvent("text", start, self._offset)
            return
        self._offset = tag_end
        closes_itself = self._text[tag_end - 2] == "/"
        if name == "br":
            yield HtmlEvent("break", start, tag_end)
        elif is_object(name, self._text[start:tag_end]):
            yield HtmlEvent("object", start, tag_end)
        elif name in _HIDDEN:
            yield from self._hidden(name, start) if not closes and not closes_itself else ()
        elif name in _INLINE:
            if name in _STRONG:
                yield HtmlEvent("strong", start, tag_end, -1 if closes else 1)
        elif name == "hr" or closes_itself:
            yield self._elements.block(start, tag_end)
        elif name not in _VOID:
            yield from self._elements.boundary(name, start, tag_end, opens=not closes)

    def _end_of_tag(self) -> int | None:
        """After a few tags that aren't closed, only those that close on their own line are looked for."""
        pattern = _TAG_END if self._failures < _FEW else _PLAIN_TAG_END
        match = pattern.match(self._text, self._offset, self._end)
        if match is None:
            self._failures += 1
            return None
        return match.end()

    def _hidden(self, name: str, start: int) -> Iterator[HtmlEvent]:
        if name in READINGS:
            closing = _END_OF_READING.search(self._text, self._offset, self._end)
            self._offset = closing.start() if closing else self._end
            return
        far = self._end if name in RAW else min(self._end, self._offset + _FAR)
        end = end_of_element(self._text, name, self._offset, far)
        if end is not None:
            self._offset = end
            if name in OPAQUE:
                yield HtmlEvent("object", start, end)
            elif name in RAW:
                yield self._elements.block(start, self._offset)
        elif name in RAW:
            yield self._elements.block(start, self._offset)
            self.raw = name
