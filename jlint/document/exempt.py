"""What of a document is exempt from rules, as a configuration says it."""

from __future__ import annotations

from typing import NamedTuple


class Exempt(NamedTuple):
    """Passages and elements in which rules report nothing.

    `text` are passages of the source, `/…/` being a regular expression; `within` are kinds of elements, the keys of
    `jlint.document.elements.TAGS`. `rules` are the ids and categories that it holds for; empty for all rules.
    """

    text: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
