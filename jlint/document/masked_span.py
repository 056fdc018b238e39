"""A stretch of a file that is hidden from the Markdown parser, and what replaces it."""

from __future__ import annotations

import enum
from typing import NamedTuple

NOTHING = "\ufdd0"
"""Replaces markup that is too short for a tag: a noncharacter, which Markdown takes for a letter."""


class Shape(enum.Enum):
    """What replaces a masked stretch."""

    OBJECT = enum.auto()
    """A placeholder for what a reader sees in its place."""
    UNSEEN = enum.auto()
    """Inside a sentence, and a reader sees nothing of it."""
    NOTE = enum.auto()
    """The same for a footnote that stands where its mark is: its text is read apart from the sentence."""
    TAG = enum.auto()
    """The same for a tag of HTML whose element stands apart from the text around it."""
    DIVISION = enum.auto()
    """A tag that is read as one of HTML's `<div>`."""
    ATTRIBUTE = enum.auto()
    """An attribute that HTML doesn't have, in a tag."""
    PARAGRAPH = enum.auto()
    """Indentation of HTML that is no code."""
    SPACES = enum.auto()
    CAPTION = enum.auto()
    """What stands before a caption, which is the rest of the line."""
    ABOVE_CAPTION = enum.auto()
    """Lines above a caption, which is the paragraph that begins where they end."""
    BOX = enum.auto()
    """What stands before the caption of a box to which indented lines belong."""
    BARE_BOX = enum.auto()
    """The first line of such a box without a caption."""
    BOXED_TAG = enum.auto()
    """The same for a tag of HTML whose element stands apart."""


class MaskedSpan(NamedTuple):
    """A stretch to mask."""

    start: int
    end: int
    shape: Shape
