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
    CAPTION = enum.auto()
    """What stands before a caption, which is the rest of the line."""
    BOX = enum.auto()
    """What stands before the caption of a box to which indented lines belong."""
    BARE_BOX = enum.auto()
    """The first line of such a box without a caption."""


class MaskedSpan(NamedTuple):
    """A stretch to mask."""

    start: int
    end: int
    shape: Shape
