"""Text that isn't the author's to correct: titles of other people's pages and works, and posts that are embedded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from jlint.compiled import lazy_pattern
from jlint.document.token import tokenize
from jlint.rules.helpers.cited_titles import cited_titles
from jlint.span import Span, SpanIndex

if TYPE_CHECKING:
    from jlint.document import Document

_EMBEDDED = lazy_pattern(
    r"""<blockquote\s[^<>]{0,300}?\bclass\s*=\s*["']?[^"'<>]{0,100}?"""
    r"\b(?:twitter-(?:tweet|video)|(?:bluesky|mastodon|tiktok|threads)-embed|instagram-media|text-post-media)\b",
    re.IGNORECASE,
)
_END = lazy_pattern("</blockquote", re.IGNORECASE)
_REACH = 16
"""How many characters before a phrase decide whether it stands in a compound."""


def is_others_text(document: Document, span: Span) -> bool:
    """Whether the place is in the title of a page on another site or of a work, or in a post embedded from elsewhere.

    A quotation isn't meant: it is copied by hand, and so are its slips.
    """
    return _others(document).overlaps(span)


@lru_cache(maxsize=2)
def _others(document: Document) -> SpanIndex:
    return SpanIndex([*cited_titles(document), *_embedded_posts(document)])


def _embedded_posts(document: Document) -> Iterator[Span]:
    text = document.text
    for match in _EMBEDDED.finditer(text, document.body.start):
        end = _END.search(text, match.end())
        yield Span(match.start(), end.start() if end else len(text))


def is_end_of_name(text: str, start: int) -> bool:
    """Whether an idiom that begins at `start` ends a compound, as in the name of a work or a toy: 黒ひげ危機一発.

    In a sentence a particle stands before it, or a word for a time: 昨日危機一髪で助かった.
    """
    first = max(0, start - _REACH)
    before = next((word for word in reversed(tokenize(text[first:start])) if word.end == start - first), None)
    if before is None or before.pos1 in ("補助記号", "記号", "空白"):
        return False
    return not before.lemma or (before.pos1 == "名詞" and before.pos3 != "副詞可能")
