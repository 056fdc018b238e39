"""Texts of which every match of a dictionary's regular expression contains one."""

from __future__ import annotations

from jlint.expressions.literals import needed_literals
from jlint.prh.terms import FOLDED


def needed_by(pattern: str) -> tuple[str, ...]:
    """The texts, folded; none where they can't be determined, so that the expression has to be tried everywhere."""
    folded = {text.translate(FOLDED) for text in needed_literals(pattern)}
    # letters beyond those that are folded have upper and lower case too
    if pattern.startswith("(?i") and any(text.lower() != text for text in folded):
        return ()
    return tuple(sorted(folded))
