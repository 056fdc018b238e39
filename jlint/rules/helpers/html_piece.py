"""Blocks with the text of a piece of HTML: they are laid out by its tags, not by the sections around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jlint.document.block import Block, BlockKind


def outside_html(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks that aren't inside a piece of HTML, and each such piece as a whole."""
    end = -1
    for block in blocks:
        if block.span.start < end:
            continue
        if block.kind is BlockKind.HTML:
            end = block.span.end
        yield block
