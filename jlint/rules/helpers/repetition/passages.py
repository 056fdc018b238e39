"""Runs of repeated sentences as the two rules about passages report them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from jlint.finding import Related, Text
from jlint.rules.helpers.repetition.allow import allowed
from jlint.rules.helpers.repetition.deliberate import deliberate
from jlint.rules.helpers.repetition.problems import problem_of
from jlint.rules.helpers.repetition.repeats import Repeats, repeats
from jlint.rules.helpers.repetition.runs import Repeat
from jlint.span import LineIndex, Span

if TYPE_CHECKING:
    from jlint.document import Document

_NEIGHBOURS = 4
_REPEATED_SHARE = 0.5
_FEW_LINES = 8
"""When sources are named as one place: how many sentences apart they may be, what share of the place must be repeated,
and how many more lines may lie between two of them than between their copies."""
_SUBSTANTIAL = 20
"""Characters below which a source is a phrase that isn't worth naming."""
_NAMED = 2
"""How many places a message names."""


LONG_SENTENCES, LONG_CHARACTERS = 10, 400
"""From so many sentences or characters on a passage is a long one, unless the options say otherwise."""


class Passage(Struct, frozen=True):
    """A run that repeats an earlier part of the document, with its size and message."""

    span: Span
    sentences: int
    characters: int
    is_deliberate: bool
    """Whether it is made on purpose, as far as it is short."""
    is_reference: bool
    """Whether it is made on purpose, however long it is: the entries of a reference say the same of many things."""
    message: Text
    related: tuple[Related, ...]
    problem: str
    """The same for what an editor mends at once (see `problems`)."""


@lru_cache(maxsize=1)
def passages(document: Document, allow: tuple[str, ...]) -> tuple[Passage, ...]:
    """Every run of two sentences or more, not counting those that `allow` lets repeat."""
    return tuple(_passages(document, allow))


def _passages(document: Document, allow: tuple[str, ...]) -> Iterator[Passage]:
    known = repeats(document)
    is_allowed = allowed(allow)
    for repeat in known.found:
        if not repeat.is_run:
            continue
        copies = [copy for copy in repeat.copies if not allow or not is_allowed(known.sentences[copy].sentence.text)]
        if len(copies) > 1:
            yield _passage(document, known, repeat, copies)


def _passage(document: Document, known: Repeats, repeat: Repeat, copies: list[int]) -> Passage:
    lines = document.lines
    pairs = [(copy, known.first_place(copy, source)) for copy, source in repeat.pairs]
    span = known.span(repeat.first, repeat.last)
    places = [known.span(*place) for place in _source_places(lines, known, repeat)]
    exact = sum(known.is_exact(copy) for copy in copies)
    new = repeat.last - repeat.first + 1 - len(repeat.copies)
    return Passage(
        span,
        len(copies),
        known.characters(copies),
        deliberate(document).is_passage(pairs),
        deliberate(document).is_long_passage(pairs),
        _message(_Lines.of(lines, span), _sources(lines, span, places), _Sizes(exact, len(copies) - exact, new)),
        tuple(Related(place, Text("同じ文章はここです", "The same text stands here")) for place in places),
        problem_of(document, repeat.first),
    )


def _source_places(lines: LineIndex, known: Repeats, repeat: Repeat) -> list[tuple[int, int]]:
    """The first and last sentence of each place that a run repeats, the largest part of the run first."""
    copies = {known.first_place(copy, source): copy for copy, source in reversed(repeat.pairs)}
    groups: list[list[int]] = []
    for source in sorted(source for source in copies if source < repeat.first):
        if groups and _is_one_place(lines, known, copies, groups[-1], source):
            groups[-1].append(source)
        else:
            groups.append([source])
    groups.sort(key=lambda group: -known.characters(group))
    substantial = [group for group in groups if known.characters(group) >= _SUBSTANTIAL]
    return [(group[0], group[-1]) for group in substantial or groups[:1]]


def _is_one_place(lines: LineIndex, known: Repeats, copies: Mapping[int, int], group: list[int], source: int) -> bool:
    """Whether a source that follows a group of them belongs to it, with little in between that isn't repeated."""
    last = group[-1]
    if source - last > _NEIGHBOURS or len(group) + 1 < _REPEATED_SHARE * (source - group[0] + 1):
        return False
    apart = known.lines_apart(lines, source, last)
    return apart <= _FEW_LINES or apart <= _FEW_LINES + known.lines_apart(lines, copies[source], copies[last])


class _Sizes(Struct, frozen=True):
    """How many sentences of a run are exact repetitions, near repetitions, and new."""

    exact: int
    near: int
    new: int

    @property
    def is_mostly_repeated(self) -> bool:
        return 2 * self.new <= self.exact + self.near

    @property
    def in_words(self) -> Text:
        if not self.near and not self.new:
            return Text(f"{self.exact}文", f"{self.exact} sentences")
        parts = [(f"くり返し{self.exact}文", f"{self.exact} sentences again")]
        if self.near:
            parts.append((f"ほとんど同じ文{self.near}文", f"{self.near} nearly the same"))
        if self.new:
            parts.append((f"新しい文{self.new}文", f"{self.new} new"))
        return Text("、".join(ja for ja, _ in parts), ", ".join(en for _, en in parts))


class _Lines(Struct, frozen=True):
    """Lines as the two languages name them."""

    ja: str
    en: str

    @classmethod
    def of(cls, lines: LineIndex, span: Span) -> _Lines:
        first, last = lines.line_of(span.start), lines.line_of(span.end - 1)
        if first == last:
            return cls(f"{first}行目", f"line {first}")
        return cls(f"{first}〜{last}行目", f"lines {first}–{last}")


def _sources(lines: LineIndex, span: Span, places: list[Span]) -> Text:
    """The places that a run repeats."""
    copy = _Lines.of(lines, span)
    named = [_Lines.of(lines, place) for place in places[:_NAMED]]
    if all(name == copy for name in named):
        return Text("同じ行の前の部分", "what stands before on the same line")
    more = len(places) > _NAMED
    ja = "と".join(name.ja for name in named) + ("など" if more else "")
    en = " and ".join(name.en for name in named) + (" and others" if more else "")
    return Text(ja, en)


def _message(copy: _Lines, source: Text, sizes: _Sizes) -> Text:
    is_plural = copy.en.startswith("lines")
    if sizes.is_mostly_repeated:
        what = Text(f"{copy.ja}は{source.ja}のくり返しです", f"{'repeat' if is_plural else 'repeats'} {source.en}")
    else:
        what = Text(
            f"{copy.ja}に{source.ja}のくり返しがあります", f"{'say' if is_plural else 'says'} {source.en} again in part"
        )
    ja, en = "どちらかを消してください", "remove one of them"
    if sizes.new:
        ja = "新しい文を残す側へ移し、もう一方を消してください"
        en = "move what is new to the one that stays and remove the other"
    sentences = sizes.in_words
    return Text(f"{what.ja}（{sentences.ja}）。{ja}", f"{copy.en.capitalize()} {what.en} ({sentences.en}); {en}")
