"""The marks and the texts of footnotes as they are written: `[^1]` and `[^1]: text`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.rules.helpers.markdown.outside_code import matches_in_prose
from jlint.span import Span

_ANY = lazy_pattern(r"\[\^(?P<label>[^\[\]\s^]{1,80})\](?P<colon>:?)")
_DEFINITION = lazy_pattern(r"[ \t>]*(?:[-*+][ \t]+)?\[\^(?P<label>[^\[\]\s^]{1,80})\]:")
_MARK = lazy_pattern(r"(?<!\\)\[\^(?P<label>[\w-]{1,80})\](?![*+?{:：])")
_PLAIN_LABEL = lazy_pattern(r"\d{1,3}|(?:fn|note|ref|注|脚注)[-_]?\d*|[a-z]{1,12}[-_]?\d{1,3}", re.IGNORECASE)
_INCLUDES = ("--8<--", "{{#include", "{% include", "<!--@include", "<!-- @include", "{{% include", "{{< include")


class Definition(Struct, frozen=True):
    """The text of a footnote: its label in small letters, and where its mark stands."""

    label: str
    mark: Span


@lru_cache(maxsize=1)
def definitions(document: Document) -> tuple[Definition, ...]:
    """The definitions of footnotes outside code, at the start of a line, wherever an engine may read one."""
    if "[^" not in document.text:
        return ()
    found = ((line, _DEFINITION.match(text)) for line, text in document.raw_lines if "[^" in text)
    return tuple(
        Definition(
            match["label"].casefold(), Span(line.start + match.start("label") - 2, line.start + match.end("label") + 1)
        )
        for line, match in found
        if match
    )


def named(document: Document) -> frozenset[str]:
    """The labels, in small letters, that stand in marks, in code too."""
    starts = {definition.mark.start for definition in definitions(document)}
    marks = _ANY.finditer(document.text, document.body.start)
    return frozenset(mark["label"].casefold() for mark in marks if mark.start() not in starts)


def undefined_marks(document: Document) -> Iterator[tuple[str, Span]]:
    """The marks without a text, with their labels. What may be an expression such as `[^a-z]` is none."""
    if "[^" not in document.text or any(include in document.text for include in _INCLUDES):
        return
    known = {definition.label for definition in definitions(document)}
    for match, block in matches_in_prose(_MARK, document):
        label = match["label"].casefold()
        if label in known or match[0] not in block.text:
            continue
        if _PLAIN_LABEL.fullmatch(label) or (known and len(label) > 1):
            yield label, Span(*match.span())
