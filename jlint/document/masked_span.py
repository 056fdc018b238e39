"""A stretch of a file that is hidden from the Markdown parser, and what replaces it."""

from __future__ import annotations

import enum
from typing import NamedTuple


class Shape(enum.Enum):
    """What replaces a masked stretch."""

    OBJECT = enum.auto()
    UNSEEN = enum.auto()
    LINE_END = enum.auto()
    SPACES = enum.auto()
    HEADING = enum.auto()
    """The start of a heading, whose text is the rest of the line."""


class MaskedSpan(NamedTuple):
    """A stretch to mask."""

    start: int
    end: int
    shape: Shape
