"""Finds indentation inside HTML that CommonMark takes for code, as it ends HTML at a blank line.

kramdown, Python-Markdown and HonKit read HTML up to its end tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jlint.compiled import lazy_pattern
from jlint.document.code_regions import CodeRegions
from jlint.document.masked_span import MaskedSpan, Shape
from jlint.span import Span

_INDENTED = lazy_pattern(r"\n[ \t]*\r?\n(?P<indentation>(?:[ ]{4}|[ ]{0,3}\t)[ \t]*)(?=\S)")
_TAG = lazy_pattern(
    r"<(?P<slash>/?)(?P<name>article|aside|blockquote|center|details|div|dl|fieldset|figure|footer|form|header|main|nav"
    r"|ol|section|table|ul)\b(?P<attributes>[^<>\n]*)>",
    re.IGNORECASE,
)
_MARKDOWN = lazy_pattern(r"\smarkdown\b")
_SHORTEST = len("<p>")
_MOST_SPACES = 3
"""An element that is indented by more begins no block of HTML."""


def may_have_indented_html(text: str) -> bool:
    """A quick test: nothing needs to be masked in a text for which this is False."""
    return "<" in text and _INDENTED.search(text) is not None


def indentation_of_html(text: str, code: CodeRegions) -> Iterator[MaskedSpan]:
    """The indentation of lines inside elements of HTML, outside code, that begin after a blank line."""
    elements = _elements(text, code)
    element = next(elements, None)
    for match in _INDENTED.finditer(text):
        start, end = match.span("indentation")
        while element is not None and element.end <= start:
            element = next(elements, None)
        if element is not None and element.start < start and code.around(end) is None:
            yield MaskedSpan(start, end, Shape.PARAGRAPH if end - start >= _SHORTEST else Shape.SPACES)


def _elements(text: str, code: CodeRegions) -> Iterator[Span]:
    """The outermost elements that begin at the start of a line, have an end tag, and hold HTML and no Markdown."""
    done = 0
    for element, opening in sorted(_closed(text, code)):
        if element.start >= done:
            done = element.end
            if _begins_line(text, element.start) and not _MARKDOWN.search(opening["attributes"]):
                yield element


def _closed(text: str, code: CodeRegions) -> Iterator[tuple[Span, re.Match[str]]]:
    open_tags: dict[str, list[re.Match[str]]] = {}
    for tag in _TAG.finditer(text):
        if code.around(tag.start()) is not None:
            continue
        same = open_tags.setdefault(tag["name"].lower(), [])
        if not tag["slash"]:
            same.append(tag)
        elif same:
            opening = same.pop()
            yield Span(opening.start(), tag.end()), opening


def _begins_line(text: str, offset: int) -> bool:
    before = text[max(0, offset - _MOST_SPACES - 1) : offset].rstrip(" ")
    return before.endswith("\n") or (not before and offset <= _MOST_SPACES)
