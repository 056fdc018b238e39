"""What the engine knows once all rules have spoken on a document."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from jlint.document.directive import Directive, NamedRule


class DirectiveUse(NamedTuple):
    """The document's jlint comments, and which of the rules they name did what."""

    directives: Sequence[Directive]
    known: Collection[str]
    """Every rule id and category that a comment may name."""
    unused: Callable[[], Iterable[tuple[Directive, NamedRule | None]]]
    """Names that silenced nothing although their rule ran; None for a comment that names none and silenced nothing."""
