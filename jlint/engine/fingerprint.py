"""Fingerprints: identify a finding while the text around it is edited, moved and rewrapped."""

from __future__ import annotations

from binascii import crc32
from bisect import bisect_left, bisect_right
from functools import lru_cache

from jlint.document import Document, Sentence, Span
from jlint.letters import letters

_MOST = 400
"""Letters of a sentence that the fingerprint covers."""
_MOST_MARKED = 100
"""Letters of the marked text that the fingerprint covers: of a whole passage, its beginning."""
_ROOM = 8
"""Characters of source text to read for each letter wanted, as line breaks and markup are between them."""


def fingerprint(rule: str, document: Document, span: Span) -> str:
    """A short name for the finding of `rule` at `span`, derived from its sentence and the marked text.

    Two findings of a rule have the same one if the same thing is wrong in the same sentence, in any file. For a
    finding inside one sentence the marked letters don't count: how many there are may depend on the line breaks.
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
    # two checksums, forwards and backwards, are as good as a hash here, and importing hashlib would take milliseconds
    return f"{crc32(name):08x}{crc32(name[::-1]):08x}"


def sentence_names(document: Document, span: Span) -> tuple[str, ...]:
    """A short name for each sentence that the span touches, the same for sentences with the same words."""
    touched = _touched(document, span)
    return tuple(f"{crc32(_words(sentence).encode('utf-8', 'surrogatepass')):08x}" for sentence in touched)


def characters_in(document: Document, span: Span) -> int:
    """How many visible characters the sentences have that the span touches."""
    return sum(len(sentence.text) for sentence in _touched(document, span))


def _touched(document: Document, span: Span) -> tuple[Sentence, ...]:
    sentences = document.sentences
    first = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.end)
    after = bisect_left(sentences, span.end, key=lambda sentence: sentence.span.start)
    return sentences[first:after]


def _words(sentence: Sentence) -> str:
    return _first_letters(sentence.text[: _ROOM * _MOST])


@lru_cache(maxsize=64)
def _first_letters(text: str) -> str:
    """The letters that the fingerprint covers. Cached, for a long sentence with many findings."""
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
