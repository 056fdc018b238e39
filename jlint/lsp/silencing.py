"""Comments that silence a rule, put where they silence it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from jlint.document import BlockKind, Document
from jlint.engine.directives import all_directives
from jlint.engine.suppression import Suppressions
from jlint.finding import Edit, Language, Text
from jlint.lsp.moves import Move
from jlint.span import Span

_REASON = Text("理由", "reason")
_TOGETHER = frozenset({BlockKind.ITEM, BlockKind.CELL})
"""Blocks that a comment before the first one of a row silences as a whole: none can stand between them."""


def comment(word: str, rule: str, document: Document, language: Language) -> str:
    """A comment that silences a rule, in the syntax of the document's dialect, with a place for the reason."""
    opening, closing = ("{/*", "*/}") if document.dialect.has_jsx else ("<!--", "-->")
    return f"{opening} jlint-{word} {rule} -- {_REASON.to(language)} {closing}"


def silenced_here(rule: str, category: str, span: Span, document: Document, language: Language) -> Edit | None:
    """The edit that silences a rule where it has found something, in as small a part as a comment can name.

    None where no comment does, as in the front matter.
    """
    for edit in _here(rule, span, document, language):
        if _is_silent(edit, rule, category, span, document):
            return edit
    return None


def silenced_in_file(rule: str, category: str, span: Span, document: Document, language: Language) -> Edit | None:
    """The edit that silences a rule in the whole file: a comment at the start of the body."""
    text = comment("disable-file", rule, document, language)
    end = _line_end(document)
    start = document.body.start
    before = end if start and not document.text[:start].endswith(("\n", "\r")) else ""
    edit = Edit(Span(start, start), f"{before}{text}{end}{end}")
    return edit if _is_silent(edit, rule, category, span, document) else None


def _here(rule: str, span: Span, document: Document, language: Language) -> Iterator[Edit]:
    end = _line_end(document)
    blocks = document.blocks
    number = bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1
    if number >= 0 and span.start < blocks[number].span.end:
        kind = blocks[number].kind
        while number and kind in _TOGETHER and blocks[number - 1].kind is kind:
            number -= 1
        start = document.lines.span(document.lines.line_of(blocks[number].span.start)).start
        text = comment("disable-next", rule, document, language)
        yield Edit(Span(start, start), f"{text}{end}")
        yield Edit(Span(start, start), f"{text}{end}{end}")
    line = document.lines.span(document.lines.line_of(span.start))
    at = line.start + len(line.of(document.text).rstrip("\r\n"))
    yield Edit(Span(at, at), f" {comment('disable-line', rule, document, language)}")


def _is_silent(edit: Edit, rule: str, category: str, span: Span, document: Document) -> bool:
    """Whether the edit silences the rule at the span, and leaves the blocks of the document as they are."""
    text = document.text[: edit.span.start] + edit.text + document.text[edit.span.end :]
    edited = Document(text, document.path, document.dialect, document.words, document.usage)
    place = Move(edit.span, len(edit.text)).moved(span)
    if place is None:
        return False
    suppressions = Suppressions(all_directives(edited), {rule: category})
    if not suppressions.suppress(rule, place):
        return False
    return [block.text for block in edited.prose] == [block.text for block in document.prose]


def _line_end(document: Document) -> str:
    return "\r\n" if "\r\n" in document.text else "\n"
