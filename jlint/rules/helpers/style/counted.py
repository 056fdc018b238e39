"""What of a sentence counts when its length or its commas are judged."""

from __future__ import annotations

import re
from functools import cache

from jlint.document.block import OBJECT


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile("「[^「」]*」|『[^『』]*』|“[^“”]*”")


@cache
def _latin() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z][!-~ ’é]*")


def without_quotations(text: str) -> str:
    """The text without what stands between quotation marks, the marks left where they are."""
    if "「" in text or "『" in text or "“" in text:
        return _quoted().sub(lambda match: match[0][0] + match[0][-1], text)
    return text


def without_latin(text: str) -> str:
    """The text without English: words, names and whatever stands between them."""
    return _latin().sub("", text)


def without_objects(text: str) -> str:
    """The text without code, images, math and URLs."""
    return text.replace(OBJECT, "")
