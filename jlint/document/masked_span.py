"""A stretch of a file that Markdown is not to see, and what is left in its place."""

from __future__ import annotations

import enum
from typing import NamedTuple


class Shape(enum.Enum):
    """What is left of a masked stretch."""

    OBJECT = enum.auto()
    UNSEEN = enum.auto()
    LINE_END = enum.auto()
    SPACES = enum.auto()
    HEADING = enum.auto()
    """The start of a heading: the rest of the line is one."""


class MaskedSpan(NamedTuple):
    """A stretch to be masked."""

    start: int
    end: int
    shape: Shape
