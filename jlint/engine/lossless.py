"""Drops fixes that would lose what their rules don't see: rules read the visible text, without markup and line ends."""

from __future__ import annotations

from bisect import bisect_right

from jlint.document import Document
from jlint.finding import Edit, Finding, Fix, Text
from jlint.span import LINE_END, Span

HIDDEN = Text(
    "途中に記号か改行があるので、自動では直しません",
    "Markup or a line end lies within, so it is not repaired automatically",
)
"""Why a fix isn't offered."""
_LINE_ENDS = ("\r", "\n")


def without_lossy_fix(finding: Finding, document: Document) -> Finding:
    """The finding, without its fix if that would join two lines, or remove markup or code inside what it replaces.

    Removing whole lines is no loss: that is what such a fix is for.
    """
    if finding.fix is None or not _is_lossy(finding.fix, document):
        return finding
    return finding._replace(fix=None, fix_note=HIDDEN)


def _is_lossy(fix: Fix, document: Document) -> bool:
    return any(_loses_something(edit, document) for edit in fix.edits)


def _loses_something(edit: Edit, document: Document) -> bool:
    text, source = document.text, edit.span.of(document.text)
    if not source or source == edit.text or (not edit.text and _is_whole_lines(edit.span, text)):
        return False
    if len(LINE_END.findall(edit.text)) < len(LINE_END.findall(source)) or _merges_line_ends(edit, text):
        return True
    index = bisect_right(document.prose, edit.span.start, key=lambda block: block.span.start) - 1
    hidden = document.prose[index].hidden_in(edit.span) if index >= 0 and len(source) > 1 else ()
    return any(span.of(text) not in edit.text for span in hidden)


def _is_whole_lines(span: Span, text: str) -> bool:
    begins = span.start == 0 or text.startswith(_LINE_ENDS, span.start - 1)
    return begins and (span.end == len(text) or text.startswith(_LINE_ENDS, span.end - 1))


def _merges_line_ends(edit: Edit, text: str) -> bool:
    """Whether a CR and an LF that each end a line would become one CRLF."""
    before = text[max(edit.span.start - 1, 0) : edit.span.start]
    return not edit.text and before == "\r" and text.startswith("\n", edit.span.end)
