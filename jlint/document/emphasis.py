"""Which delimiters of emphasis an engine renders that requires less of the text around `**` than CommonMark does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from jlint.document.dialect import Emphasis
from jlint.document.inline import Line, Piece, is_wide_letter
from jlint.span import Span

_MOST_MARKS = 400
"""A block with more `*` and `_` than this is left as CommonMark parses it, which bounds the time."""

_Kind = Literal["em", "strong"]


class _Element(Struct, frozen=True):
    """An emphasised stretch: the offsets of its opening and closing delimiters, and how long each is."""

    opening: int
    closing: int
    length: int


def resolved(lines: Sequence[Line], text: str, emphasis: Emphasis) -> list[Line]:
    """The lines as the engine renders them: delimiters of emphasis are removed, other `*` and `_` are plain text.

    The pieces' sources are offsets in `text`.
    """
    places = [place for line in lines for piece in line.pieces if piece.mark for place in range(*piece.span)]
    elements = _SCANS[emphasis](text, places).elements() if len(places) <= _MOST_MARKS else None
    if elements is None:
        return [Line([piece for piece in line.pieces if not piece.mark], line.hard) for line in lines]
    rendered = {place + i for each in elements for place in (each.opening, each.closing) for i in range(each.length)}
    strong = [Span(each.opening, each.closing) for each in elements if each.length == 2]
    return [Line(list(_visible(line.pieces, rendered, strong)), line.hard) for line in lines]


def _visible(pieces: Iterable[Piece], rendered: set[int], strong: list[Span]) -> Iterable[Piece]:
    for piece in pieces:
        is_strong = any(span.start < piece.source < span.end for span in strong)
        if not piece.mark:
            yield piece._replace(strong=is_strong)
            continue
        for offset, place in enumerate(range(*piece.span)):
            if place not in rendered:
                yield Piece(piece.text[offset], place, 1, is_strong)


class _Scan:
    """kramdown's algorithm for emphasis, run over the marks of one block."""

    def __init__(self, text: str, places: Sequence[int]) -> None:
        self._text = text
        self._places = places
        self._known: dict[tuple[int, int, tuple[_Kind, ...]], tuple[list[_Element], int] | None] = {}

    def elements(self) -> list[_Element]:
        """All emphasised stretches, nested ones included."""
        return self._until(0, "", (), -1)[0]

    def _until(
        self, index: int, stop: str, inside: tuple[_Kind, ...], content: int
    ) -> tuple[list[_Element], int | None]:
        """The elements from the mark `index` on, and the index of the mark that closes `stop`, None if none does."""
        found: list[_Element] = []
        while index < len(self._places):
            if stop and self._closes(index, stop, content):
                return found, index
            length = 2 if self._at(index, 2) else 1
            element = self._element(index, length, inside) if self._opens(index, length, inside) else None
            if element is None:
                index += length
            else:
                found += element[0]
                index = element[1]
        return found, None

    def _opens(self, index: int, length: int, inside: tuple[_Kind, ...]) -> bool:
        place = self._places[index]
        after = self._text[place + length : place + length + 1]
        if after.isspace() or _kind(length) in inside:
            return False
        return not (self._text[place] == "_" and after.isalpha() and self._is_in_word(place))

    def _is_in_word(self, place: int) -> bool:
        before = self._text[max(0, place - 8) : place].rstrip("_").removesuffix("-")
        return before[-1:].isalpha()

    def _element(self, index: int, length: int, inside: tuple[_Kind, ...]) -> tuple[list[_Element], int] | None:
        """The element that opens at a mark, with all elements in it, and the index of the mark after it."""
        key = (index, length, inside)
        if key not in self._known:
            element = self._tried(index, length, inside)
            if element is None and length == 2 and inside[-1:] != ("em",):
                element = self._tried(index, 1, inside)
            self._known[key] = element
        return self._known[key]

    def _tried(self, index: int, length: int, inside: tuple[_Kind, ...]) -> tuple[list[_Element], int] | None:
        place = self._places[index]
        stop = self._text[place] * length
        inner, end = self._until(index + length, stop, (*inside, _kind(length)), place + length)
        if end is None:
            return None
        return [_Element(place, self._places[end], length), *inner], end + length

    def _closes(self, index: int, stop: str, content: int) -> bool:
        place = self._places[index]
        if self._text[place] != stop[0] or place <= content or self._text[place - 1].isspace():
            return False
        if len(stop) == 2:
            return self._at(index, 2)
        if self._at(index, 2) and not self._at(index, 3):
            return False
        return stop != "_" or not self._text[place + 1 : place + 2].isalnum()

    def _at(self, index: int, length: int) -> bool:
        """Whether `length` marks of one kind follow each other here without a gap."""
        place = self._places[index]
        last = index + length - 1
        return (
            last < len(self._places)
            and self._places[last] == place + length - 1
            and self._text[place : place + length] == self._text[place] * length
        )


class _FriendlyScan(_Scan):
    """CommonMark's conditions, but punctuation is as good as a letter beside a character of Chinese or Japanese."""

    def _opens(self, index: int, length: int, inside: tuple[_Kind, ...]) -> bool:
        before, after = self._around(index)
        is_before_text = not _is_blank(after) and (not _is_mark(after) or not _is_letter(before) or _is_wide(before))
        return is_before_text and super()._opens(index, length, inside)

    def _closes(self, index: int, stop: str, content: int) -> bool:
        before, after = self._around(index)
        is_after_text = not _is_blank(before) and (not _is_mark(before) or not _is_letter(after) or _is_wide(after))
        return is_after_text and super()._closes(index, stop, content)

    def _around(self, index: int) -> tuple[str, str]:
        """The characters on both sides of the run of marks, which is of one kind; empty at the text's ends."""
        start = end = self._places[index]
        mark = self._text[start]
        while start and self._text[start - 1] == mark:
            start -= 1
        while self._text[end : end + 1] == mark:
            end += 1
        return self._text[max(0, start - 1) : start], self._text[end : end + 1]


def _is_blank(char: str) -> bool:
    return not char or char.isspace()


def _is_mark(char: str) -> bool:
    return not char.isalnum() and not _is_blank(char)


def _is_letter(char: str) -> bool:
    return not _is_blank(char) and not _is_mark(char)


def _is_wide(char: str) -> bool:
    return is_wide_letter(char) or "\u3000" < char < "\u3040"


_SCANS = {Emphasis.KRAMDOWN: _Scan, Emphasis.CJK_FRIENDLY: _FriendlyScan}


def _kind(length: int) -> _Kind:
    return "strong" if length == 2 else "em"
