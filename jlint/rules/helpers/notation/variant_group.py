"""One word in several writings, as found in one text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from jlint.rules.helpers.notation.ways import Use


class VariantGroup(Struct, frozen=True):
    """The uses of one word. `stems` maps each writing to the part of it that a use has in the text: 分か of 分かる."""

    uses: Sequence[Use]
    stems: Mapping[str, str]
    right: str | None = None
    """The only right writing, if that isn't the commonest one."""


class FirstUse(NamedTuple):
    """The first use of a writing in a text, and the key that all writings of its word share."""

    word: str
    use: Use


def in_order(uses: Sequence[Use]) -> list[Use]:
    """The uses in the order of the text."""
    return sorted(uses, key=lambda use: use.span)
