"""Paragraphs that became headings because a line of --- or === follows them without a blank line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from jlint.compiled import lazy_pattern
from jlint.document import Block, BlockKind, Document
from jlint.rules.helpers.markdown.diffs import is_diff
from jlint.span import LINE_END, Span

_UNDERLINE = lazy_pattern(r"[\r\n](?P<before>[ \t>]*)(?P<marks>-+|=+)\s*\Z")
_SENTENCE_END = lazy_pattern(r"[。！？][」』）)”*_]*\s*\Z")
_KEY = lazy_pattern(r"[A-Za-z_][\w-]*:(?:[ \t]|[\r\n]|\Z)")
_MARKER = lazy_pattern(r"(?:---|\+\+\+)[ \t]*(?:\r\n|\r|\n)\s*\Z")
_RULE = 3
"""So many marks are how a thematic break is written; who underlines a heading writes more, as many as it is wide."""
_OF_COMMENT = "--"
"""How comments look in AppleScript, Lua and SQL, pasted without a fence."""
_LONGEST_TITLE = 40
_LOOKED_AT = 20
_OF_CONFLICT, _AROUND_CONFLICT = "=======", ("<<<<<<< ", ">>>>>>> ")


class AccidentalHeading(Struct, frozen=True):
    """A paragraph that Markdown makes a heading.

    `blocks` are its blocks, more than one where lines of it are bold. `marks` is the underline, `line` where its line
    begins, `before` what stands on that line before it, `lines` how many lines of text there are.
    """

    blocks: tuple[Block, ...]
    marks: Span
    line: int
    before: str
    lines: int


@lru_cache(maxsize=1)
def accidental_headings(document: Document) -> tuple[AccidentalHeading, ...]:
    """The headings that weren't meant as such: they end as a sentence does, are long, or have several lines.

    An underline longer than `---` was drawn under a title, so one line with it counts only if it has a full stop, and
    not where the text writes its headings so.
    """
    return () if is_diff(document) else tuple(_found(document))


def is_accidental(block: Block, document: Document) -> bool:
    """Whether the block is (a part of) an accidental heading."""
    if block.kind is not BlockKind.HEADING or block.level > len("=-"):
        return False
    return block in _blocks(document)


@lru_cache(maxsize=1)
def _blocks(document: Document) -> frozenset[Block]:
    return frozenset(block for heading in accidental_headings(document) for block in heading.blocks)


def _found(document: Document) -> Iterator[AccidentalHeading]:
    parts: list[Block] = []
    for block in document.blocks:
        if block.kind is not BlockKind.HEADING or document.text.startswith(("#", "<"), block.span.start):
            parts = []
            continue
        if parts and parts[-1].span.end != block.span.start:
            parts = []
        parts.append(block)
        written = document.text[parts[0].span.start : block.span.end]
        underline = _UNDERLINE.search(written)
        if underline is None:
            continue
        heading = _as_accidental(parts, written, underline, document)
        if heading is not None:
            yield heading
        parts = []


@lru_cache(maxsize=1)
def _underlines(document: Document) -> frozenset[str]:
    """The underlines, longer than `---`, of headings on one line that are titles by their looks."""
    found: set[str] = set()
    for block in document.blocks:
        if block.kind is BlockKind.HEADING and not document.text.startswith(("#", "<"), block.span.start):
            underline = _UNDERLINE.search(block.span.of(document.text))
            if underline is not None and len(underline["marks"]) > _RULE and "。" not in block.text:
                found.add(underline["marks"])
    return frozenset(found)


def _as_accidental(
    parts: Sequence[Block], written: str, underline: re.Match[str], document: Document
) -> AccidentalHeading | None:
    start = parts[0].span.start
    lines = len(LINE_END.findall(written[: underline.start()].strip())) + 1
    if not _is_meant_as_paragraph("".join(part.text for part in parts), underline["marks"], lines, document):
        return None
    if _KEY.match(written) and _follows_marker(start, document.text):
        return None  # front matter that nothing reads as such
    if underline["marks"] == _OF_COMMENT:
        return None
    if underline["marks"] == _OF_CONFLICT and any(mark in document.text for mark in _AROUND_CONFLICT):
        return None
    return AccidentalHeading(
        tuple(parts),
        Span(start + underline.start("marks"), start + underline.end("marks")),
        start + underline.start("before"),
        underline["before"],
        lines,
    )


def _follows_marker(start: int, text: str) -> bool:
    before = text[max(0, start - _LOOKED_AT) : start]
    return not before.strip() or _MARKER.search(before) is not None


def _is_meant_as_paragraph(text: str, marks: str, lines: int, document: Document) -> bool:
    if lines > 1:
        # Python-Markdown reads the line as a thematic break there
        return document.dialect.name != "mkdocs"
    if len(marks) > _RULE:
        return "。" in text and marks not in _underlines(document)
    return len(text) > _LONGEST_TITLE or _SENTENCE_END.search(text) is not None
