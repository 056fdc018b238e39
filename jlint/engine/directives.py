"""The directives in a document, for jlint or for another linter."""

from __future__ import annotations

from jlint.document import Document
from jlint.document.directive import Directive, directives


def all_directives(document: Document) -> list[Directive]:
    """jlint's own directives in order, then those written for textlint."""
    own = directives(document)
    if not any("textlint-" in comment.text for comment in document.comments):
        return own
    from jlint.textlint.comments import textlint_directives

    return [*own, *textlint_directives(document)]
