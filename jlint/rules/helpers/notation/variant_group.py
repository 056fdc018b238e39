"""One word in several writings, as found in one text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jlint.rules.helpers.notation.ways import Use


class VariantGroup(NamedTuple):
    """The uses of one word. `stems` says for each writing what stands in the text of a use: 分か of 分かる."""

    uses: Sequence[Use]
    stems: Mapping[str, str]
    right: str | None = None
    """The only right writing, where that isn't the commonest one."""


class FirstUse(NamedTuple):
    """A writing where it first stands in a text, and what all writings of its word have in common."""

    word: str
    use: Use


def in_order(uses: Sequence[Use]) -> list[Use]:
    """The uses as they stand in the text."""
    return sorted(uses, key=lambda use: use.span)
