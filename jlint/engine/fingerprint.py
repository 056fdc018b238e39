"""What stays the same of a finding while the text around it is edited, moved and wrapped anew."""

from __future__ import annotations

from binascii import crc32
from bisect import bisect_right

from jlint.document import Document, Span
from jlint.rules.letters import letters

_MOST = 200
"""Characters that count; a finding over a whole passage is known by how it begins."""


def fingerprint(rule: str, document: Document, span: Span) -> str:
    """A short name for the finding of `rule` at `span`: made of the sentence it is in and of what it marks.

    Two findings of a rule have the same one where the same thing is wrong in the same sentence, in whatever file.
    """
    beginning = document.text[span.start : min(span.end, span.start + _MOST)]
    parts = (rule, letters(_sentence(document, span)), letters(beginning) or beginning.strip())
    name = "\0".join(parts).encode("utf-8", "surrogatepass")
    # two checksums, of the bytes in either order, are as good as a hash here, whose module takes milliseconds to import
    return f"{crc32(name):08x}{crc32(name[::-1]):08x}"


def _sentence(document: Document, span: Span) -> str:
    """The visible sentence in which the span begins, empty outside prose."""
    blocks = document.blocks
    index = bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1
    if index < 0 or not blocks[index].is_prose:
        return ""
    sentences = blocks[index].sentences
    number = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.start) - 1
    return sentences[max(number, 0)].text[:_MOST] if sentences else ""
