"""The widths of characters in a terminal, and marks beneath them."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Callable, Iterable

_WIDE_MARKS = {"^": "＾", "~": "～", " ": "\u3000"}


def is_wide(char: str) -> bool:
    """Whether the character takes two cells."""
    return unicodedata.east_asian_width(char) in "WF"


def cells(text: str) -> int:
    """How many cells of a terminal the text takes."""
    return sum(1 + is_wide(char) for char in text if not unicodedata.combining(char))


def marks_beneath(line: Iterable[str], mark_at: Callable[[int], str]) -> str:
    """The line to print beneath `line`, with the mark (`^`, `~` or a blank) that `mark_at` returns for each offset.

    `line` may consist of pieces, such as `printable.shown` returns for the characters of a line: offsets count these.

    Beneath full-width characters are full-width blanks and marks, so that both lines stay aligned in any font.
    """
    return "".join(
        _WIDE_MARKS[mark_at(offset)] if is_wide(char) else mark_at(offset)
        for offset, piece in enumerate(line)
        for char in piece
        if not unicodedata.combining(char)
    )


def unwrapped(paragraph: str) -> str:
    """A paragraph on one line. Where Japanese was broken no blank may come in, which browsers would show."""
    lines = paragraph.split("\n")
    joined = lines[0]
    for before, line in itertools.pairwise(lines):
        apart = "" if is_wide(before[-1:] or " ") or is_wide(line[:1] or " ") else " "
        joined += apart + line
    return joined
