"""Links and images that are written in HTML: `<a href>` and `<img src>`, which Markdown passes on as they are."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jlint.compiled import lazy_pattern
from jlint.document.code_regions import CodeRegions
from jlint.document.markdown import Link
from jlint.span import Span, SpanIndex

if TYPE_CHECKING:
    from jlint.document import Document

_RAW = ("script", "style", "pre", "code", "textarea", "template", "samp", "kbd", "xmp")
"""Elements in which a tag is no markup, or is shown."""
_TAG = lazy_pattern(
    rf"<(?:(?P<raw>{'|'.join(_RAW)})(?=[\s>])|(?P<name>a|img)(?=\s)(?P<attributes>(?:[^<>\"']|\"[^\"<]*+\"|'[^'<]*+')*+)>)",
    re.IGNORECASE,
)
_ADDRESS = {
    name: lazy_pattern(rf"(?<=\s){attribute}\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>=`{{}}]+))", re.IGNORECASE)
    for name, attribute in (("a", "href"), ("img", "src"))
}
_HINT = lazy_pattern(r"<(?:a|img)\s", re.IGNORECASE)


def html_links(document: Document) -> Iterator[Link]:
    """The links and images in HTML outside code and comments, with the span of their tag and what they lead to.

    Character references in an address are decoded. An address that an expression of JSX makes is left out.
    """
    text = document.text
    if _HINT.search(text, document.body.start) is None:
        return
    code = CodeRegions(text)
    unseen = SpanIndex(
        [block.span for block in document.blocks if block.kind == "code"] + [each.span for each in document.comments]
    )
    unclosed: set[str] = set()
    offset = document.body.start
    while match := _TAG.search(text, offset):
        offset = match.end()
        region = code.around(match.start())
        if region is not None:
            offset = max(offset, region.end)
        elif match["raw"]:
            offset = _end_of_raw(text, match, unclosed)
        elif not unseen.overlaps(Span(*match.span())):
            address = _ADDRESS[match["name"].lower()].search(match["attributes"])
            if address:
                yield Link(Span(*match.span()), html.unescape(address[1] or address[2] or address[3] or ""))


def _end_of_raw(text: str, opening: re.Match[str], unclosed: set[str]) -> int:
    """The end of the element, of its first tag where it is never closed; `unclosed` remembers the names of such."""
    name = opening["raw"].lower()
    if name in unclosed:
        return opening.end()
    closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, opening.end())
    if closing is None:
        unclosed.add(name)
        return opening.end()
    return closing.end()
