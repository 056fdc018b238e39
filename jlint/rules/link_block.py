"""Blocks that only point elsewhere: their words are another page's, and are mended there."""

from __future__ import annotations

import re

from jlint.document.block import Block

_LINK_ONLY = re.compile(
    r"""\s* (?:[-*+]|\d+[.)])? [*_→▶👉\s]*+
    (?: \[ (?:[^\[\]]|\[[^\[\]]*\])* \] (?: \([^()]*(?:\([^()]*\)[^()]*)*\) | \[[^\[\]]*\] ) | <?https?://\S++ )
    [*_\s]*+ (?:\{:[^}]*\})? \s*""",
    re.VERBOSE,
)


def is_link(block: Block, text: str) -> bool:
    """Whether the block is a link and nothing else."""
    return bool(_LINK_ONLY.fullmatch(text, *block.span))
