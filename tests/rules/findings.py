"""Reading and applying what a rule finds in a text."""

from __future__ import annotations

from collections.abc import Iterable

from jlint.finding import Finding


def marked(text: str, findings: Iterable[Finding]) -> list[str]:
    """What the findings mark."""
    return [text[finding.span.start : finding.span.end] for finding in findings]


def repaired(text: str, findings: Iterable[Finding]) -> str:
    """The text with all fixes, each of which is one edit."""
    for finding in sorted(findings, key=lambda each: -each.span.start):
        assert finding.fix is not None
        (edit,) = finding.fix.edits
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
