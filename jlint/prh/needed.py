"""Texts of which one has to stand where a dictionary's regular expression matches."""

from __future__ import annotations

from jlint.expressions.literals import needed_literals
from jlint.prh.terms import FOLDED


def needed_by(pattern: str) -> tuple[str, ...]:
    """The texts, folded; none where it can't be said, so that the expression has to be tried everywhere."""
    folded = {text.translate(FOLDED) for text in needed_literals(pattern)}
    # other letters than ASCII have cases too, which folding doesn't know
    if pattern.startswith("(?i") and any(text.lower() != text for text in folded):
        return ()
    return tuple(sorted(folded))
