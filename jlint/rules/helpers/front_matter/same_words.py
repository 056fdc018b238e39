"""Whether a field of the front matter says no more than the title."""

from __future__ import annotations

_SHORTEST = 8


def says_no_more(text: str, title: str) -> bool:
    """Whether the letters of the text, if they aren't few, are those of the title or of a part of it."""
    letters = _letters(text)
    return len(letters) >= _SHORTEST and letters in _letters(title)


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
