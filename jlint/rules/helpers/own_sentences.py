"""The sentences that are the author's own: not quoted, and not the title of another page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from jlint.document.block import Block, Sentence
from jlint.document.sentence_ends import split_at
from jlint.span import Span

if TYPE_CHECKING:
    from jlint.document import Document

_USUAL = "。．！？!?"
"""The marks at which a block's own sentences are split."""
_CLOSING = "'\"’”」』）)"


def own_sentences(document: Document, ends: str | None = None) -> Iterator[Sentence]:
    """The sentences outside block quotations that are not the text of a link from end to end.

    With `ends`, these marks alone end a sentence.
    """
    return iter(_usual(document)) if ends is None else _own(document, ends)


@lru_cache(maxsize=1)
def _usual(document: Document) -> tuple[Sentence, ...]:
    """Cached, because rules request these one after the other."""
    return tuple(_own(document, None))


def _own(document: Document, ends: str | None) -> Iterator[Sentence]:
    links = [link.span for link in document.links]
    for block in document.prose:
        if block.quoted:
            continue
        sentences = block.sentences if ends is None else joined(block, ends)
        if linked := _links_within(links, block.span):
            sentences = [sentence for sentence in sentences if not _is_inside(linked, sentence.span)]
        yield from sentences


def is_in_link(document: Document, span: Span) -> bool:
    """Whether the place lies inside the text of a link."""
    links = document.links
    index = bisect_right(links, span.start, key=lambda link: link.span.start) - 1
    return index >= 0 and span.end <= links[index].span.end


def joined(block: Block, ends: str) -> Sequence[Sentence]:
    """The block's sentences, split at all of the marks `ends` and nowhere else."""
    sentences: list[Sentence] = []
    start: int | None = None
    for sentence in block.sentences:
        start = sentence.start if start is None else start
        if sentence.text.rstrip(_CLOSING)[-1:] in ends:
            sentences.append(Sentence(block, start, sentence.end))
            start = None
    if start is not None:
        sentences.append(Sentence(block, start, block.sentences[-1].end))
    unusual = "".join([mark for mark in ends if mark not in _USUAL])
    if not unusual:
        return sentences
    return [
        Sentence(block, sentence.start + piece.start, sentence.start + piece.end)
        for sentence in sentences
        for piece in split_at(sentence.text, unusual)
    ]


def _links_within(links: list[Span], block: Span) -> list[Span]:
    first = bisect_right(links, block.start, key=lambda link: link.end)
    last = bisect_right(links, block.end, key=lambda link: link.start)
    return links[first:last]


def _is_inside(links: list[Span], span: Span) -> bool:
    index = bisect_right(links, span.start, key=lambda link: link.start) - 1
    return index >= 0 and span.end <= links[index].end
