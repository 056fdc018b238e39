"""The types of textlint's nodes, and what jlint calls them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

ELEMENTS: Mapping[str, tuple[str, ...]] = {
    "Header": ("heading",),
    "Paragraph": ("paragraph", "item"),
    "List": ("list",),
    "ListItem": ("item",),
    "BlockQuote": ("quotation",),
    "Table": ("table",),
    "TableRow": ("cell",),
    "TableCell": ("cell",),
    "CodeBlock": ("code-block",),
    "Code": ("code",),
    "Link": ("link",),
    "LinkReference": ("link",),
    "Image": ("image",),
    "ImageReference": ("image",),
    "Emphasis": ("emphasis",),
    "Strong": ("strong",),
    "Delete": ("strikethrough",),
    "Html": ("html",),
    "HtmlBlock": ("html",),
    "Footnote": ("footnote",),
    "FootnoteDefinition": ("footnote",),
    # jlint has no rule that looks into these
    "Comment": (),
    "Break": (),
    "HorizontalRule": (),
    "Definition": (),
    "ReferenceDef": (),
}
"""The types of textlint's nodes, and what jlint calls them. An item's text is a paragraph for textlint."""


def elements_of(types: Iterable[str]) -> tuple[tuple[str, ...], list[str]]:
    """jlint's kinds of elements for these types of nodes, and the types without any."""
    types = list(types)
    kinds = [kind for each in types for kind in ELEMENTS.get(each, ())]
    return tuple(dict.fromkeys(kinds)), [each for each in types if each not in ELEMENTS]
