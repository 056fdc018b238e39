"""Joins the pieces of text inside a block into one visible text with its runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.document.block import OBJECT, Run
from jlint.span import Span

_NOT_PROSE = lazy_pattern(
    rf"""{OBJECT}+ | https?://[A-Za-z0-9\-._~:/?\#\[\]@!$&'*+,;=%]+
      | [｜|](?P<base>[^｜|《》。、\s{OBJECT}]{{1,20}})《[^《》\n]{{1,30}}》
      | (?<=[\u3400-\u9fff々〆ヶ\uf900-\ufaff])(?P<reading>《[\u3041-\u3096\u30a1-\u30fa・ー]{{1,20}}》)""",
    re.VERBOSE,
)
"""What is masked, addresses, and ruby as in plain text: `認《したた》める`, `｜ギルド《組合》`."""
_HINTS = (OBJECT, "://", "《")


class Piece(NamedTuple):
    """Visible characters that are contiguous in the source. An opaque piece is one `OBJECT` for `length` characters.

    A `mark` is a possible delimiter of emphasis: whether it is visible is decided later.
    """

    text: str
    source: int
    length: int
    strong: bool
    mark: bool = False

    @property
    def end(self) -> int:
        return self.source + self.length

    @property
    def span(self) -> Span:
        return Span(self.source, self.source + self.length)


class Line(NamedTuple):
    """The pieces of one line of a block, including the line end unless it is a hard break."""

    pieces: list[Piece]
    hard: bool = False

    @property
    def is_bold(self) -> bool:
        """Whether all visible text of the line has strong emphasis."""
        visible = [piece for piece in self.pieces if not piece.text.isspace()]
        return bool(visible) and all(piece.strong for piece in visible)


class VisibleText(Struct, frozen=True):
    """The visible text of some lines, and where it is in the source."""

    text: str
    runs: tuple[Run, ...]
    breaks: tuple[int, ...]


def split_at_bold_lines(lines: Iterable[Line]) -> Iterator[tuple[bool, list[Line]]]:
    """The lines of a block in groups: each bold line alone, the lines between bold ones together."""
    group: list[Line] = []
    for line in lines:
        if not line.is_bold:
            group.append(line)
            continue
        if group:
            yield False, group
        yield True, [line]
        group = []
    if group:
        yield False, group


def visible_text(lines: Sequence[Line]) -> VisibleText:
    """The lines as one text: line ends inside Japanese text are dropped, those in Latin text are kept."""
    if len(lines) == 1 and len(lines[0].pieces) == 1 and not lines[0].hard and _is_plain(lines[0].pieces[0]):
        only = lines[0].pieces[0]
        return VisibleText(only.text, (Run(0, only.source, only.length),), ())
    parts: list[str] = []
    runs: list[Run] = []
    breaks: list[int] = []
    length = 0
    for line, following in zip_longest(lines, lines[1:]):
        for piece in _without_needless_end(line, following):
            for part in _split_prose(piece):
                parts.append(part.text)
                runs.append(Run(length, part.source, part.length))
                length += len(part.text)
        if line.hard:
            breaks.append(length)
    return VisibleText("".join(parts), tuple(runs), tuple(breaks))


def _is_plain(piece: Piece) -> bool:
    """Whether the whole piece is visible just as it is in the source."""
    text = piece.text
    return len(text) == piece.length and text[-1] not in "\r\n" and not any(hint in text for hint in _HINTS)


def _without_needless_end(line: Line, following: Line | None) -> list[Piece]:
    pieces = _coalesced(line.pieces)
    if line.hard or not pieces or pieces[-1].text[-1] not in "\r\n":
        return pieces
    *before, last = pieces
    text = last.text[:-1]
    reads_on = following is not None and following.pieces and _needs_space(text, following.pieces[0].text)
    if reads_on:
        return pieces
    return [*before, last._replace(text=text, length=last.length - 1)] if text else before


def is_wide_letter(char: str) -> bool:
    """Whether the character is kana, kanji, Hangul, or one of their marks. False for an empty string."""
    return (
        "\u2e80" <= char <= "\u9fff"
        or "\uac00" <= char <= "\ud7a3"
        or "\uf900" <= char <= "\ufaff"
        or "\uff00" <= char <= "\uffef"
    )


def _needs_space(before: str, after: str) -> bool:
    return not (is_wide_letter(before[-1:]) and is_wide_letter(after[:1]))


def _coalesced(pieces: Iterable[Piece]) -> list[Piece]:
    """Joins adjacent pieces that are adjacent in the source too, so that a URL is one piece."""
    joined: list[Piece] = []
    texts: list[str] = []
    for piece in pieces:
        if joined and piece.source == joined[-1].end and OBJECT not in (piece.text, joined[-1].text):
            texts.append(piece.text)
            joined[-1] = joined[-1]._replace(length=joined[-1].length + piece.length)
            continue
        _close(joined, texts)
        joined.append(piece)
        texts = [piece.text]
    _close(joined, texts)
    return joined


def _close(joined: list[Piece], texts: list[str]) -> None:
    if len(texts) > 1:
        joined[-1] = joined[-1]._replace(text="".join(texts))


def _split_prose(piece: Piece) -> Iterator[Piece]:
    """Yields the piece itself, or its prose without readings, and an `OBJECT` for each URL and masked stretch."""
    if len(piece.text) != piece.length or not any(each in piece.text for each in _HINTS):
        yield piece
        return
    done = 0
    for found in _NOT_PROSE.finditer(piece.text):
        yield from _part(piece, done, found.start())
        done = found.end()
        if found["base"]:
            yield from _part(piece, *found.span("base"))
        elif not found["reading"]:
            yield Piece(OBJECT, piece.source + found.start(), len(found[0]), piece.strong)
    yield from _part(piece, done, len(piece.text))


def _part(piece: Piece, start: int, end: int) -> Iterator[Piece]:
    if start < end:
        yield Piece(piece.text[start:end], piece.source + start, end - start, piece.strong)
