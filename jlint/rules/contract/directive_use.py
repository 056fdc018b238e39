"""The effect of a document's directives, known once all rules have run."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from jlint.document.directive import Directive, NamedRule

if TYPE_CHECKING:
    from jlint.document import Document


class DirectiveUse(Struct, frozen=True):
    """The document's jlint directives, and which of the names in them had an effect."""

    document: Document
    directives: Sequence[Directive]
    known: Collection[str]
    """Every rule id and category that a directive may name."""
    unused: Callable[[], Iterable[tuple[Directive, NamedRule | None]]]
    """Names that suppressed nothing although their rule ran; None for a directive that names none and had no effect."""
