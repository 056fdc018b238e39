"""Which places of a page a link can lead to.

Engines make ids of headings in different ways. All of them keep the letters and digits, so that a fragment is compared
with the headings by these alone: what is then found nowhere is dead for each engine.
"""

from __future__ import annotations

import html
import re
import unicodedata
from urllib.parse import unquote

from jlint.compiled import lazy_pattern

_HEADING = lazy_pattern(
    r"^[ \t>*+-]*#{1,6}(.*)$|^(.*)\n[ \t>]*(?:=+|-+)[ \t]*$|<h[1-6][^<>]{0,200}>(.{0,300}?)</h[1-6]>", re.MULTILINE
)
_ID = lazy_pattern(
    r"""\b(?:id|name)\s*=\s*["']?([^\s"'>]{1,200})|\{[^{}#\n]{0,200}#([^\s{}]{1,200})[^{}\n]{0,200}\}|^\[([^\]\n]{1,200})\]:""",
    re.MULTILINE,
)
_LINK = lazy_pattern(r"!?\[([^\[\]]{0,300})\]\([^()\n]{0,500}\)")
_MADE = lazy_pattern(
    r"\{\{|\{%|<[A-Z]|^import\s|^<<<|--8<--|^!!!include|^@\[|^\[\[?toc|<script|\{\{?#include"
    r"|^[ \t]*\[(?:import|include)[^\]\n]{0,200}\]\(",
    re.MULTILINE,
)
"""What puts text into a page, with headings perhaps."""
_ANYWHERE = lazy_pattern(
    r"(?:top|content|main|toc|comments?|respond|footnotes?|_?f(?:n|tn|ootnote).*|user-content-.*|(?:note|cite|ref|section)"
    r"[-_:\d].*|L\d.*|:~:.*|[!/?].*|(?:page|heading|slide|id)[-_=]?\d.*|[\W\d_]*)",
    re.IGNORECASE,
)
"""Fragments that engines, themes and browsers know."""
_LONGEST = 300
"""A longer fragment is data for a script."""


class Anchors:
    """The places in a page, by its text in Markdown."""

    def __init__(self, text: str) -> None:
        self._is_known = _MADE.search(text) is None
        self._letters: set[str] = set()
        if self._is_known:
            for match in _HEADING.finditer(text):
                self._add(match[1] or match[2] or match[3] or "")
            for match in _ID.finditer(text):
                self._letters.add(_letters(match[1] or match[2] or match[3]))

    def _add(self, heading: str) -> None:
        for form in (heading, _LINK.sub(r"\1", heading), heading.partition("{")[0]):
            letters = _letters(html.unescape(form))
            self._letters.update((letters, letters.lstrip("0123456789")))

    def lack(self, fragment: str) -> bool:
        """Whether the fragment, as written in a link, leads nowhere in the page."""
        decoded = unquote(fragment)
        letters = _letters(decoded)
        if not self._is_known or not letters or len(decoded) > _LONGEST or _ANYWHERE.fullmatch(decoded):
            return False
        return letters not in self._letters and letters.rstrip("0123456789") not in self._letters


def _letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text).casefold() if char.isalnum())
