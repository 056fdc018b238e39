"""Front matter fields with text for readers, and where each character of it is in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from jlint.document import Document
from jlint.rules.contract.base import Span


class TextField(Struct, frozen=True):
    """A field whose value is a text that isn't blank."""

    key: str
    text: str
    span: Span
    """The value as it is written, its quotation marks included."""
    first: int | None
    """Where `text` begins in the file; None where it is written with escapes or over several lines."""

    def place(self, start: int, end: int) -> Span:
        """Where the characters from `start` to `end` (exclusive) of `text` are; if that is unclear, the whole value."""
        return self.span if self.first is None else Span(self.first + start, self.first + end)


def text_fields(document: Document, names: Iterable[str]) -> Iterator[TextField]:
    """Those of the fields that exist and contain text."""
    if document.front_matter is None:
        return
    for name in names:
        field = document.front_matter.fields.get(name)
        if field and isinstance(field.value, str) and field.value.strip():
            yield TextField(field.key, field.value, field.value_span, field.start_in(document.text))
