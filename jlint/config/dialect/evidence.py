"""What shows in which dialect a file is written."""

from __future__ import annotations

from msgspec import Struct

from jlint.finding import Text


class Evidence(Struct, frozen=True):
    """The name of a dialect, and what shows it, for people. Plain data: it can be pickled and compared.

    With `is_guess` something was found, but of an engine whose dialect isn't known.
    """

    dialect: str
    reason: Text
    is_guess: bool = False
