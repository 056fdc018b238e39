"""Searches the Markdown of a document as it is written, outside code, comments and pieces of HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from jlint.document import Block, BlockKind, Document
from jlint.document.code_regions import CodeRegions
from jlint.rules.helpers.quotations import block_at
from jlint.span import Span, SpanIndex


def matches_in_prose(pattern: re.Pattern[str], document: Document) -> Iterator[tuple[re.Match[str], Block]]:
    """The matches in the source of the body, each with the block of prose that it lies in."""
    for match in pattern.finditer(document.text, document.body.start):
        span = Span(*match.span())
        block = block_at(document, span)
        if block is not None and _code(document).around(span.start) is None and not _html(document).overlaps(span):
            yield match, block


@lru_cache(maxsize=1)
def _code(document: Document) -> CodeRegions:
    return CodeRegions(document.text)


@lru_cache(maxsize=1)
def _html(document: Document) -> SpanIndex:
    return SpanIndex(block.span for block in document.blocks if block.kind is BlockKind.HTML)
