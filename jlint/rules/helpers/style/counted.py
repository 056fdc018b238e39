"""The parts of a sentence that count towards its length or its commas."""

from __future__ import annotations

import re
from functools import cache

from jlint.compiled import lazy_pattern
from jlint.document.block import OBJECT


@cache
def _quoted() -> re.Pattern[str]:
    return lazy_pattern("「[^「」]*」|『[^『』]*』|“[^“”]*”")


@cache
def _latin() -> re.Pattern[str]:
    return lazy_pattern(r"[A-Za-z][!-~ ’é]*")


def without_quotations(text: str) -> str:
    """The text without quotations; the quotation marks are kept."""
    if "「" in text or "『" in text or "“" in text:
        return _quoted().sub(lambda match: match[0][0] + match[0][-1], text)
    return text


def without_latin(text: str) -> str:
    """The text without English: words, names and what is between them."""
    return _latin().sub("", text)


def without_objects(text: str) -> str:
    """The text without code, images, math and URLs."""
    return text.replace(OBJECT, "")
