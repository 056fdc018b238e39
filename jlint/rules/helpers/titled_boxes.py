"""Boxes that have a title, in the syntaxes of all engines: what is in one is in the chapter that its title opens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from jlint.compiled import compiled, lazy_pattern
from jlint.document.block import BlockKind
from jlint.span import Span, SpanIndex

if TYPE_CHECKING:
    from jlint.document import Document

_HINTS = ("!!!", "???", '=== "', ":::", "///", "[!", "<", "{%", "{{<", "{{%")
_INDENTATION = 4
"""Spaces by which the contents of a box of Python-Markdown are indented."""
_LONGEST_TAG = 600
_SUMMARY_WITHIN = 400
"""Characters behind `<details>` in which its summary begins."""
_TITLE = r"(?:title|label|summary|header|heading|caption)"
_QUOTED = r"""(?:"[^"\n]*[^"\s][^"\n]*"|'[^'\n]*[^'\s][^'\n]*')"""
_OPENING = rf"""(?x)
      (?P<indented>(?:!!!|\?\?\?\+?)[ ]?[\w-]+(?:[ ]+[\w-]+)*[ ]+{_QUOTED}|===[+!]*[ ]+{_QUOTED})[ \t]*\Z
    | (?P<colons>:::+)[ \t]*(?P<kind>\S.*)?\Z
    | (?P<slashes>///+)[ \t]*(?P<block>\S.*)?\Z
    | (?P<alert>>[ \t>]*\[![A-Za-z]+\][+-]?[ \t]+\S)
    | <(?P<closes>/?)(?P<tag>[A-Za-z][\w.-]*)
    | <!--[ \t]*(?P<endtab>end)?tab\b[ \t]*(?P<tab>[^\s>-][^>]*)?-->
    | \{{(?:%-?|\{{[<%])[ \t]*(?P<ends>/[ \t]*|end)?(?P<name>[A-Za-z][\w/-]*)(?P<arguments>[^{{}}]*)\}}
"""
_ATTRIBUTES = r"""(?:[^<>"']|"[^"]*"|'[^']*')*?"""
_TITLED_TAG = rf"{_ATTRIBUTES}\s{_TITLE}\s*=\s*(?:{_QUOTED}|\{{[^{{}}\n]+\}})"
_TITLED_TAB = rf"{_ATTRIBUTES}\s(?:value|name)\s*=\s*{_QUOTED}"
_TAG_END = lazy_pattern(r"""(?:[^<>"']|"[^"]*"|'[^']*'|=>)*>""")
_TITLED_SHORTCODE = rf"(?:^|\s){_QUOTED}|\b(?:{_TITLE}|name|tab)\s*=\s*{_QUOTED}"


class _Open(Struct, frozen=True):
    """A box whose end hasn't been reached. `mark` is what its end must match."""

    start: int
    mark: str
    width: int
    titled: bool


def titled_boxes(document: Document) -> tuple[Span, ...]:
    """The boxes with a title, from their first line to their last one, in the order of their starts.

    These are what is indented below `!!!`, `???` and `===` with a title, containers between `:::` or `///`, alerts,
    tabs, and elements, components, shortcodes and tags with a summary or a title.
    """
    text = document.text
    if not any(hint in text for hint in _HINTS):
        return ()
    code = SpanIndex(block.span for block in document.blocks if block.kind is BlockKind.CODE)
    return tuple(sorted(_Search(text, code).boxes(document.body)))


class _Search:
    """One pass over the lines of a text."""

    def __init__(self, text: str, code: SpanIndex) -> None:
        self._text = text
        self._code = code
        self._open: list[_Open] = []

    def boxes(self, body: Span) -> Iterator[Span]:
        start = body.start
        while start < body.end:
            end = self._text.find("\n", start, body.end)
            end = body.end if end < 0 else end
            line = self._text[start:end].rstrip()
            bare = line.lstrip()
            if bare and not self._code.overlaps(Span(start + len(line) - len(bare), start + len(line))):
                width = len(line[: len(line) - len(bare)].expandtabs(_INDENTATION))
                yield from self._ended_before(start, width, bare)
                yield from self._at(start, start + len(line) - len(bare), width, bare)
            start = end + 1
        for box in self._open:
            if box.titled and box.mark in ("indented", "alert"):
                yield Span(box.start, body.end)

    def _ended_before(self, start: int, width: int, bare: str) -> Iterator[Span]:
        """The boxes that last as long as their lines are indented or quoted."""
        ended = [
            box
            for box in self._open
            if (box.mark == "indented" and width < box.width + _INDENTATION)
            or (box.mark == "alert" and not bare.startswith(">"))
        ]
        if ended:
            self._open = [box for box in self._open if box not in ended]
            yield from (Span(box.start, start) for box in ended)

    def _at(self, start: int, place: int, width: int, bare: str) -> Iterator[Span]:
        found = compiled(_OPENING).match(bare[:_LONGEST_TAG])
        if found is None:
            return
        if found["indented"] or found["alert"]:
            self._open.append(_Open(start, "indented" if found["indented"] else "alert", width, True))
        elif mark := found["colons"] or found["slashes"]:
            said = found["kind"] or found["block"]
            if said:
                self._open.append(_Open(start, mark[:3], len(mark), _names_title(said)))
            else:
                yield from self._closed(mark[:3], place + len(mark), len(mark))
        elif tag := found["tag"]:
            if found["closes"]:
                yield from self._closed(f"<{tag}", place + len(bare))
            else:
                self._open_tag(start, place, tag, place + found.end())
        elif found["tab"] or found["endtab"]:
            if found["endtab"]:
                yield from self._closed("tab", place + len(bare))
            else:
                self._open.append(_Open(start, "tab", 0, True))
        elif found["ends"]:
            yield from self._closed("{" + found["name"], place + len(bare))
        elif found["name"] and not found["arguments"].rstrip("%>- ").endswith("/"):
            is_titled = compiled(_TITLED_SHORTCODE).search(found["arguments"]) is not None
            self._open.append(_Open(start, "{" + found["name"], 0, is_titled))

    def _open_tag(self, start: int, place: int, tag: str, behind: int) -> None:
        end = _TAG_END.match(self._text, behind, behind + _LONGEST_TAG)
        if end is None or end[0].endswith("/>"):
            return
        if f"</{tag}>" in self._text[end.end() : self._text.find("\n", end.end())]:
            return
        if tag.lower() == "details":
            is_titled = "<summary" in self._text[place : end.end() + _SUMMARY_WITHIN]
        else:
            attributes = self._text[behind : end.end()]
            is_titled = compiled(_TITLED_TAG).match(attributes) is not None or (
                tag.lower().startswith("tab") and compiled(_TITLED_TAB).match(attributes) is not None
            )
        self._open.append(_Open(start, f"<{tag}", 0, is_titled))

    def _closed(self, mark: str, end: int, width: int = 0) -> Iterator[Span]:
        """The innermost box that the mark can close; those inside it that are still open were none."""
        for number in range(len(self._open) - 1, -1, -1):
            box = self._open[number]
            if box.mark == mark and box.width <= width:
                del self._open[number:]
                if box.titled:
                    yield Span(box.start, end)
                return


def _names_title(said: str) -> bool:
    """Whether a title stands behind the type of a container: `tip Title`, `note | Title`, `tip[Title]`."""
    kind, bracket, title = said.partition("[")
    if not bracket or " " in kind.strip():
        title = said.partition("|" if "|" in said else " ")[2]
    return bool(re.sub(r"\{[^{}]*\}|[\s\]]", "", title))
