"""Blocks and sections that only point elsewhere: their words belong to another page, and are fixed there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jlint.compiled import lazy_pattern
from jlint.document.block import Block, BlockKind

if TYPE_CHECKING:
    from jlint.document import Document

_LINK_ONLY = lazy_pattern(
    r"""\s* (?:[-*+]|\d+[.)])? [*_→▶👉\s]*+
    (?: \[ (?:[^\[\]]|\[[^\[\]]*\])* \] (?: \([^()]*(?:\([^()]*\)[^()]*)*\) | \[[^\[\]]*\] ) | <?https?://\S++ )
    [*_\s]*+ (?:\{:[^}]*\})? \s*""",
    re.VERBOSE,
)
_LITTLE_PROSE = 200
"""A section of links with no more characters of prose than this is a pointer elsewhere, not a part of the text."""


def is_link(block: Block, text: str) -> bool:
    """Whether the block is a link and nothing else."""
    return _may_have_links(text, *block.span) and bool(_LINK_ONLY.fullmatch(text, *block.span))


def is_link_heading(block: Block, text: str) -> bool:
    """Whether a heading is a link and nothing else, as in the navigation of a page."""
    return _may_have_links(text, *block.span) and bool(_LINK_ONLY.fullmatch(block.span.of(text).strip("#=- \t\n")))


def sections(document: Document) -> Iterator[list[Block]]:
    """The blocks in groups, each begun by a heading or a thematic break; the first group may be empty."""
    section: list[Block] = []
    for block in document.blocks:
        if block.kind in (BlockKind.HEADING, BlockKind.BREAK):
            yield section
            section = []
        section.append(block)
    yield section


def only_points_elsewhere(section: Sequence[Block], text: str) -> bool:
    """Whether a section is links with next to no prose: related posts, a call to action, a list of books."""
    if not section or not _may_have_links(text, section[0].span.start, section[-1].span.end):
        return False
    body = [block for block in section if block.is_prose and block.kind is not BlockKind.HEADING]
    prose = [block for block in body if not is_link(block, text)]
    return len(prose) < len(body) and sum(len(block.text) for block in prose) <= _LITTLE_PROSE


def _may_have_links(text: str, start: int, end: int) -> bool:
    return text.find("](", start, end) >= 0 or text.find("://", start, end) >= 0 or text.find("][", start, end) >= 0
