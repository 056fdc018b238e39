"""Where the elements of a Markdown file are, containers too, which `Document.blocks` doesn't tell."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from jlint.document.markdown import events, tag_of
from jlint.span import Span

if TYPE_CHECKING:
    from jlint.document.document import Document

TAGS = {
    "heading": "Heading",
    "paragraph": "Paragraph",
    "list": "List",
    "item": "Item",
    "quotation": "BlockQuote",
    "table": "Table",
    "cell": "TableCell",
    "code-block": "CodeBlock",
    "code": "Code",
    "link": "Link",
    "image": "Image",
    "emphasis": "Emphasis",
    "strong": "Strong",
    "strikethrough": "Strikethrough",
    "html": "HtmlBlock",
    "footnote": "FootnoteDefinition",
}
"""The kinds of elements, and what the parser calls them."""
_ELEMENTS = frozenset({"Start", "Code"})


def element_spans(document: Document, kinds: Collection[str]) -> list[Span]:
    """The elements of these kinds with their markup, in order of their starts. `kinds` are keys of `TAGS`."""
    if not kinds:
        return []
    wanted = {TAGS[kind] for kind in kinds}
    found = events(document.text, document.body, document.dialect)
    tags = ((tag_of(value) if name == "Start" else name, span) for name, value, span in found if name in _ELEMENTS)
    return [span for tag, span in tags if tag in wanted]
