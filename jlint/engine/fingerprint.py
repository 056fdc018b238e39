"""What stays the same of a finding while the text around it is edited, moved and wrapped anew."""

from __future__ import annotations

from binascii import crc32
from bisect import bisect_right
from functools import lru_cache
from itertools import islice, takewhile

from jlint.document import Document, Sentence, Span
from jlint.letters import letters

_MOST = 400
"""Letters of a sentence that count."""
_MOST_MARKED = 100
"""Letters of a mark that count; a finding over a whole passage is known by how it begins."""
_ROOM = 8
"""Characters a letter among which so many letters are looked for, line breaks and markup between them."""


def fingerprint(rule: str, document: Document, span: Span) -> str:
    """A short name for the finding of `rule` at `span`: made of the sentence it is in and of what it marks.

    Two findings of a rule have the same one where the same thing is wrong in the same sentence, in whatever file.
    Inside a sentence the letters that are marked don't count: how many they are may hang on where the lines break.
    """
    sentence = _sentence(document, span)
    marked = document.text[span.start : min(span.end, span.start + _ROOM * _MOST_MARKED)]
    is_inside = sentence is not None and span.end <= sentence.span.end
    words = letters(marked)[:_MOST_MARKED]
    parts = (
        rule,
        _words(sentence) if sentence else "",
        "" if words and is_inside else words or "".join(marked.split()),
    )
    name = "\0".join(parts).encode("utf-8", "surrogatepass")
    # two checksums, of the bytes in either order, are as good as a hash here, whose module takes milliseconds to import
    return f"{crc32(name):08x}{crc32(name[::-1]):08x}"


def sentence_names(document: Document, span: Span) -> tuple[str, ...]:
    """A short name for each sentence that the span touches, alike for sentences with the same words."""
    sentences = document.sentences
    first = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.end)
    touched = takewhile(lambda sentence: sentence.span.start < span.end, islice(sentences, first, None))
    return tuple(f"{crc32(_words(sentence).encode('utf-8', 'surrogatepass')):08x}" for sentence in touched)


def _words(sentence: Sentence) -> str:
    return _first_letters(sentence.text[: _ROOM * _MOST])


@lru_cache(maxsize=64)
def _first_letters(text: str) -> str:
    """The letters that count. A long sentence with many findings is asked for over and over."""
    return letters(text)[:_MOST]


def _sentence(document: Document, span: Span) -> Sentence | None:
    """The visible sentence in which the span begins, None outside prose."""
    blocks = document.blocks
    index = bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1
    if index < 0 or not blocks[index].is_prose or not blocks[index].sentences:
        return None
    sentences = blocks[index].sentences
    number = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.start) - 1
    return sentences[max(number, 0)]
