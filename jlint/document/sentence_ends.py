"""Splits visible text into sentences."""

from __future__ import annotations

import re
from bisect import bisect_right

from jlint.compiled import lazy_pattern
from jlint.memoize import memoize
from jlint.span import Span

_PAIRS = {"」": "「", "』": "『", "）": "（", ")": "("}
_BRACKET = lazy_pattern("[「」『』（）()]")
_MARKS = lazy_pattern(r"""([。！？!?．][。．！？!?]*)["'”’」』）)]*""")
_ALWAYS = frozenset("。！？")


@memoize(4096)
def split_sentences(text: str, breaks: tuple[int, ...] = ()) -> tuple[Span, ...]:
    """Spans of the sentences of a visible text, without the white space around them.

    。！？!? end a sentence, and ． unless it is between digits; a closing quotation mark or bracket after them still
    belongs to it. No sentence ends inside a pair of brackets; an unpaired bracket doesn't count.
    `breaks` are offsets where a sentence ends in any case, such as hard line breaks.
    """
    ends = {marks.end(): marks.start() for marks in _MARKS.finditer(text) if _ends_sentence(text, marks)}
    if any(end < len(text) for end in ends):  # else brackets make no difference
        inside = _bracket_pairs(text)
        ends = {end: start for end, start in ends.items() if not inside or not _is_inside(inside, start)}
    sentences: list[Span] = []
    start = 0
    for end in sorted({*ends, *breaks, len(text)}):
        piece = text[start:end]
        bare = piece.strip()
        if bare:
            first = start + len(piece) - len(piece.lstrip())
            sentences.append(Span(first, first + len(bare)))
        start = end
    return tuple(sentences)


def split_at(text: str, marks: str) -> tuple[Span, ...]:
    """Spans of the pieces of `text` that end in one of `marks`, without the white space around them.

    A mark within a pair of brackets, or between Latin letters or digits (`a.b`, `1.5`), ends nothing.
    """
    if not any(mark in text for mark in marks):
        return (Span(0, len(text)),)
    inside = _bracket_pairs(text)
    spans: list[Span] = []
    start = 0
    for end in (*(place + 1 for place, mark in enumerate(text) if mark in marks), len(text)):
        if end < len(text) and (_is_inside(inside, end - 1) or _is_in_name(text, end - 1)):
            continue
        bare = text[start:end].strip()
        if bare.strip(marks):
            first = text.index(bare, start)
            spans.append(Span(first, first + len(bare)))
        start = end
    return tuple(spans)


def _is_in_name(text: str, place: int) -> bool:
    around = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
    return len(around) == len("ab") and around.isascii() and around.isalnum()


def _ends_sentence(text: str, marks: re.Match[str]) -> bool:
    run = marks[1]
    if not _ALWAYS.isdisjoint(run):
        return True
    before, after = text[marks.start() - 1 : marks.start()], text[marks.end(1) : marks.end(1) + 1]
    if run.strip("．"):
        is_part_of_name = before.isascii() and before.isalpha()
        return not is_part_of_name or not after or after.isspace()
    return not (before.isdecimal() and after.isdecimal())


def _bracket_pairs(text: str) -> list[Span]:
    """The outermost pairs of brackets, in order."""
    open_at: dict[str, list[int]] = {}
    pairs: list[Span] = []
    for match in _BRACKET.finditer(text):
        opener = _PAIRS.get(match[0])
        if opener is None:
            open_at.setdefault(match[0], []).append(match.start())
        elif open_at.get(opener):
            pairs.append(Span(open_at[opener].pop(), match.start()))
    outermost: list[Span] = []
    for pair in sorted(pairs):
        if not outermost or pair.start > outermost[-1].end:
            outermost.append(pair)
    return outermost


def _is_inside(pairs: list[Span], offset: int) -> bool:
    index = bisect_right(pairs, offset, key=lambda pair: pair.start) - 1
    return index >= 0 and offset < pairs[index].end
