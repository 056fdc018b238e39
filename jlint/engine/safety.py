"""Which of the fixes that rules call safe are so where they stand."""

from __future__ import annotations

from jlint.compiled import lazy_pattern
from jlint.document import BlockKind, Document
from jlint.finding import Edit, Finding
from jlint.rules.contract.base import Rule
from jlint.rules.helpers.quotations import block_at, is_in_any_link, is_in_others_words

_ABOUT_WORDS = frozenset({"notation", "typo", "grammar", "style"})
"""Categories whose fixes change what is written. Others remove what doesn't belong to the text."""
_OWN_ID = lazy_pattern(r"\{[^{}]*#[^{}\s]+[^{}]*\}\s*\Z")
"""A heading's id that is written out, as in `## 倉庫 {#storehouse}`."""


def with_safety(finding: Finding, rule: Rule, document: Document) -> Finding:
    """The finding, with its fix marked as unsafe where that changes a quotation, a link's text or a heading's id.

    Those who quote keep to what was written (in 「」, to its letters), and links elsewhere name a heading by the id
    that is made of its text. The patterns in a configuration are left alone: who writes `safe` there has decided.
    """
    if finding.fix is None or not finding.fix.safe:
        return finding
    from jlint.rules.helpers.pattern import PatternRule

    if isinstance(rule, PatternRule):
        return finding
    if not any(_needs_review(edit, rule, document) for edit in finding.fix.edits):
        return finding
    return finding._replace(fix=finding.fix._replace(safe=False))


def _needs_review(edit: Edit, rule: Rule, document: Document) -> bool:
    block = block_at(document, edit.span)
    if block is None:
        return False
    if rule.category not in _ABOUT_WORDS:
        return rule.category == "artifact" and edit.text != "" and _is_id(document, edit)
    if block.quoted or is_in_any_link(document, edit.span) or _is_id(document, edit):
        return True
    changes_letters = any(map(str.isalnum, edit.text + edit.span.of(document.text)))
    return changes_letters and is_in_others_words(document, edit.span)


def _is_id(document: Document, edit: Edit) -> bool:
    """Whether the edit changes a heading's text, and with it the id that is made of that."""
    block = block_at(document, edit.span)
    is_heading = block is not None and block.kind is BlockKind.HEADING
    return is_heading and block is not None and not _OWN_ID.search(block.span.of(document.text))
