"""Whether a rule's replacement is in the text already."""

from __future__ import annotations


def is_replaced_in(text: str, start: int, end: int, replacement: str) -> bool:
    """Whether `text` from `start` to `end` is a part of its own `replacement` there: サーバ in サーバー.

    Replacing it would only make the text longer each time.
    """
    written = text[start:end]
    offset = replacement.find(written)
    while offset >= 0:
        if start >= offset and text.startswith(replacement, start - offset):
            return True
        offset = replacement.find(written, offset + 1)
    return False
