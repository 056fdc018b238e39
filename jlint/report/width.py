"""How wide characters are in a terminal, and marks that stand beneath them."""

from __future__ import annotations

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
    """The line to print beneath `line`, with the mark (`^`, `~` or a blank) that `mark_at` gives for each offset.

    The line may be given in pieces, such as `printable.shown` makes of the characters of a line: offsets count these.

    Full-width characters are answered by full-width blanks and marks, so that both lines stay in step in any font.
    """
    return "".join(
        _WIDE_MARKS[mark_at(offset)] if is_wide(char) else mark_at(offset)
        for offset, piece in enumerate(line)
        for char in piece
        if not unicodedata.combining(char)
    )
