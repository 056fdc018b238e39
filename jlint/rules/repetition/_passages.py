"""Runs of repeated sentences as the two rules about passages tell of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from jlint.finding import Related, Text
from jlint.rules.repetition._allow import allowed
from jlint.rules.repetition._repeats import Repeat, Repeats, repeats
from jlint.span import LineIndex, Span

if TYPE_CHECKING:
    from jlint.document import Document

_NEIGHBOURS = 4
"""Sources with no more than this many sentences between them are one place to a reader."""
_NAMED = 2
"""How many places a message names."""


class Passage(NamedTuple):
    """A run that stands earlier in the document, with its size and the words for it."""

    span: Span
    sentences: int
    characters: int
    message: Text
    related: tuple[Related, ...]


def passages(document: Document, allow: tuple[str, ...]) -> Iterator[Passage]:
    """Every run, sentences that `allow` lets repeat not counted; a run of less than two sentences is none."""
    known = repeats(document)
    is_allowed = allowed(allow)
    for repeat in known.found:
        if not repeat.is_run:
            continue
        copies = [copy for copy in repeat.copies if not allow or not is_allowed(known.said[copy].sentence.text)]
        if len(copies) > 1:
            yield _passage(document.lines, known, repeat, copies)


def _passage(lines: LineIndex, known: Repeats, repeat: Repeat, copies: list[int]) -> Passage:
    span = known.span(repeat.first, repeat.last)
    places = [known.span(*place) for place in _source_places(repeat)]
    new = repeat.last - repeat.first + 1 - len(repeat.copies)
    return Passage(
        span,
        len(copies),
        known.characters(copies),
        _message(lines, span, places, len(copies), new),
        tuple(Related(place, Text("最初はここです", "First said here")) for place in places),
    )


def _source_places(repeat: Repeat) -> list[tuple[int, int]]:
    """The first and last sentence of each place that a run repeats, the largest part of the run first."""
    ranges = sorted((stretch.sources[0], stretch.sources[-1], len(stretch.copies)) for stretch in repeat.stretches)
    merged = [ranges[0]]
    for first, last, size in ranges[1:]:
        before = merged[-1]
        if first - before[1] <= _NEIGHBOURS:
            merged[-1] = (before[0], max(before[1], last), before[2] + size)
        else:
            merged.append((first, last, size))
    return [(first, last) for first, last, _ in sorted(merged, key=lambda place: -place[2])]


def _message(lines: LineIndex, span: Span, places: list[Span], sentences: int, new: int) -> Text:
    copy_ja, copy_en = _lines(lines, span)
    named = [_lines(lines, place) for place in places[:_NAMED]]
    more = len(places) > _NAMED
    if all(name == (copy_ja, copy_en) for name in named):
        source_ja, source_en = "同じ行の前の部分", "what stands before on the same line"
    else:
        source_ja = "と".join(ja for ja, _ in named) + ("など" if more else "")
        source_en = " and ".join(en for _, en in named) + (" and others" if more else "")
    new_ja = f"、間に新しい文が{new}文" if new else ""
    new_en = f", {new} new between them" if new else ""
    verb = "repeat" if copy_en.startswith("lines") else "repeats"
    return Text(
        f"{copy_ja}は{source_ja}のくり返しです（{sentences}文{new_ja}）。どちらかを消してください",
        f"{copy_en.capitalize()} {verb} {source_en} ({sentences} sentences{new_en}); remove one of them",
    )


def _lines(lines: LineIndex, span: Span) -> tuple[str, str]:
    first, last = lines.line_of(span.start), lines.line_of(span.end - 1)
    return (f"{first}行", f"line {first}") if first == last else (f"{first}〜{last}行", f"lines {first}–{last}")
