"""The post's own text, to distinguish a headline from a sentence that was cut."""

from __future__ import annotations

from functools import lru_cache

from jlint.compiled import lazy_pattern
from jlint.document import Document

_SPACE = lazy_pattern(r"\s+")
_MARKS = lazy_pattern(r"[*`\s]+")
_SHORTEST, _LOOKED_FOR, _SHOWN = 10, 20, 10
_ENDS = "\n。．！？!?」』"


@lru_cache(maxsize=1)
def _compact(document: Document) -> str:
    """Every block on a line, without white space inside."""
    return "\n".join(_SPACE.sub("", block.text) for block in document.prose)


def goes_on(document: Document, text: str) -> str:
    """How the body continues after the last words of `text`; empty if it ends there too, or lacks those words."""
    following = _behind(document, text)
    return "" if following[:1] in _ENDS else following.partition("\n")[0]


def closes_quotation(document: Document, text: str) -> bool:
    """Whether the last words of `text` are the end of a quotation in the body."""
    return _behind(document, text)[:1] in ("」", "』")


def _behind(document: Document, text: str) -> str:
    tail = _MARKS.sub("", text)[-_LOOKED_FOR:]
    body = _compact(document)
    place = body.find(tail) if len(tail) >= _SHORTEST else -1
    return body[place + len(tail) : place + len(tail) + _SHOWN] if place >= 0 else ""
