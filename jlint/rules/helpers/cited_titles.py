"""Titles of other people's works in a text: how they are written isn't the author's choice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jlint.compiled import lazy_pattern
from jlint.span import Span

if TYPE_CHECKING:
    from jlint.document import Document

_LONG = 10
"""Characters from which on the text of a link to another site is taken for the title of that page."""
_OPENERS = ("「", "『", "“", '"')
_LINK_TEXT = lazy_pattern(r"\[(?P<text>.*)\](?:\(|\[)", re.DOTALL)
_ELSEWHERE = lazy_pattern("(?:https?:)?//")
_HTML_LINK = lazy_pattern(
    r"""<a\s(?=[^<>]{0,400}?\bhref\s*=\s*["']?(?:https?:)?//)[^<>]{0,600}>(?P<text>[^<>]{1,300})</a""", re.IGNORECASE
)
_WORK = lazy_pattern("『(?P<text>[^『』。\n]{6,80})』")


def cited_titles(document: Document) -> Iterator[Span]:
    """The titles of pages that are linked to on other sites, and of works in 『』, in no order.

    A short text of a link is a word of the author's sentence, unless it is in quotation marks.
    """
    text = document.text
    for link in document.links:
        if _ELSEWHERE.match(link.destination) and (match := _LINK_TEXT.match(text, *link.span)):
            yield from _title(text, link.span.start, match)
    for match in _HTML_LINK.finditer(text, document.body.start) if "</a" in text or "</A" in text else ():
        yield from _title(text, match.start(), match)
    for match in _WORK.finditer(text, document.body.start) if "『" in document.characters else ():
        yield Span(*match.span("text"))


def _title(text: str, start: int, match: re.Match[str]) -> Iterator[Span]:
    is_quoted = text[start - 1 : start] in _OPENERS or match["text"].startswith(_OPENERS)
    if is_quoted or len(match["text"]) >= _LONG:
        yield Span(*match.span("text"))
