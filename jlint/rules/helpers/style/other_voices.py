"""Parts of a text that have a style of their own: the clauses of a contract, the lines of a play."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from jlint.compiled import lazy_pattern
from jlint.rules.helpers.link_block import sections

if TYPE_CHECKING:
    from jlint.document import Document

_CLAUSES = 2
"""A section with so many paragraphs in legal wording is a contract or the like."""


@cache
def _legal() -> re.Pattern[str]:
    return lazy_pattern(
        r"第[0-9０-９一二三四五六七八九十百]+[条項章]|(?:\A|[、。\s])[甲乙丙]は|(?:もの|こと)とする。|をいう。"
        r"|本(?:契約|規約|約款|規程|利用規約)"
    )


@lru_cache(maxsize=2)
def legal_blocks(document: Document) -> frozenset[int]:
    """The ids of the blocks in sections that are written as a contract, terms of use or a law."""
    found: set[int] = set()
    for section in sections(document):
        body = [block for block in section if block.is_prose and block.text]
        clauses = sum(_legal().search(block.text) is not None for block in body)
        if clauses >= _CLAUSES and clauses * 2 >= len(body):
            found.update(map(id, body))
    return frozenset(found)


def is_line_of_play(text: str) -> bool:
    """Whether a paragraph is what somebody says in a play: the name, a full-width space, the words."""
    name, space, words = text[:12].partition("\u3000")
    return bool(name and space and words) and not any(mark in name for mark in "。、「」")
