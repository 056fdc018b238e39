"""Which list an item belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jlint.document import Block, Document
from jlint.document.elements import element_spans
from jlint.span import Span


def with_lists(document: Document, items: Iterable[Block]) -> Iterator[tuple[Span, Block]]:
    """The items, which are in the order of the text, each with the innermost list around it."""
    lists = element_spans(document, ("list",))
    around: list[Span] = []
    number = 0
    for item in items:
        start = item.span.start
        while number < len(lists) and lists[number].start <= start:
            around.append(lists[number])
            number += 1
        while around and around[-1].end <= start:
            around.pop()
        if around:
            yield around[-1], item
