"""Every rule there is, in the order in which rules.yaml and `jlint rules` list them."""

from __future__ import annotations

from jlint.rules.artifact.replacement_character import ReplacementCharacter
from jlint.rules.base import Rule
from jlint.rules.suppression.unknown_suppression import UnknownSuppression
from jlint.rules.suppression.unused_suppression import UnusedSuppression

RULES: tuple[type[Rule], ...] = (
    # typo
    # repetition
    # front-matter
    # artifact
    ReplacementCharacter,
    # notation
    # suppression
    UnknownSuppression,
    UnusedSuppression,
)
