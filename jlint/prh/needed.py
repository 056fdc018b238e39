"""Texts of which every match of a dictionary's regular expression contains one."""

from __future__ import annotations

from jlint.expressions.literals import needed_literals
from jlint.prh.terms import FOLDED


def needed_by(pattern: str) -> tuple[str, ...]:
    """The texts, folded; none where they can't be determined, so that the expression has to be tried everywhere.

    What look-arounds require stands in a text with a match too.
    """
    return tuple(sorted(needed_literals(pattern, FOLDED, beside=True)))
