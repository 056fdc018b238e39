"""A block's source text, for rules about markup rather than words."""

from __future__ import annotations

import re

from jlint.compiled import lazy_pattern
from jlint.document import Block, Document

_CODE = lazy_pattern(r"(?<!`)(`+)(?!`)(?:(?!\1).)+?\1(?!`)", re.DOTALL)


def markup_of(block: Block, document: Document) -> str:
    """The block in the source, inline code blanked; offsets count from the block's start."""
    source = block.span.of(document.text)
    if "`" not in source:
        return source
    return _CODE.sub(lambda code: " " * len(code[0]), source)
