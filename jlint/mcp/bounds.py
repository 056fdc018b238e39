"""Texts of a repository, made such that an assistant can take them: printable, and not without end."""

from __future__ import annotations

from jlint.printable import printable, printable_line

_MOST_CHARACTERS = 1_000
_MOST_LINES = 40


def bounded(text: str) -> str:
    """The text as a part of one line, with escapes for what nobody sees, and an assistant might obey."""
    return _clipped(printable(text))


def bounded_lines(text: str) -> str:
    """The text as lines, without the end of its last line."""
    lines = text.splitlines()
    shown = [_clipped(printable_line(line)) for line in lines[:_MOST_LINES]]
    return "\n".join([*shown, f"… (+{len(lines) - _MOST_LINES})"] if len(lines) > _MOST_LINES else shown)


def _clipped(text: str) -> str:
    return text if len(text) <= _MOST_CHARACTERS else text[: _MOST_CHARACTERS - 1] + "…"
