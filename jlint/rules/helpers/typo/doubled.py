"""Maps doublings in sentences to places in the document, with fixes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jlint.document import Document
from jlint.finding import Fix
from jlint.rules.contract.base import Span, replace
from jlint.spelling.doubling import Kind, doublings


class Doubled(NamedTuple):
    """Both copies in the source, the text of one, and the fix that drops the second."""

    span: Span
    copy: str
    fix: Fix


def doubled(document: Document, kind: Kind, *, safe: bool) -> Iterator[Doubled]:
    """The slips of one kind in the document's sentences.

    Copies with markup between or inside them are left alone: `**設定**設定` may well be meant.
    """
    for sentence in document.proofread_sentences:
        for doubling in doublings(sentence.text):
            span = sentence.source_span(doubling.start, doubling.end)
            if doubling.kind is not kind or span.end - span.start != 2 * doubling.length:
                continue
            if document.in_own_word(span):
                continue
            copy = sentence.text[doubling.start : doubling.middle]
            surplus = Span(span.start + doubling.length, span.end)
            fix = replace(surplus, "", ja=f"「{copy}」を一つ消す", en=f"Drop one {copy}", safe=safe)
            yield Doubled(span, copy, fix)
