"""Drops the findings in what the configuration exempts from rules."""

from __future__ import annotations

from collections.abc import Mapping

from jlint.document import Document
from jlint.document.exempt import Exempt
from jlint.finding import Finding, Text
from jlint.span import Span, SpanIndex
from jlint.user_error import RuleError

_ALL = ""


class Exemptions:
    """What of a document is exempt from which rules. `categories` has the category of each rule.

    `problem` says why nothing is exempt: an expression that takes too long.
    """

    def __init__(self, document: Document, categories: Mapping[str, str]) -> None:
        self._categories = categories
        self._indexes: dict[str, list[SpanIndex]] = {}
        self.problem: Text | None = None
        try:
            for each in document.exempt:
                index = SpanIndex(_spans(document, each))
                for name in each.rules or (_ALL,):
                    self._indexes.setdefault(name, []).append(index)
        except RuleError as error:
            self.problem = error.message

    def cover(self, rule: str, span: Span) -> bool:
        """Whether the rule's finding at `span` lies in one exempt passage or element as a whole."""
        if not self._indexes:
            return False
        names = (_ALL, rule, self._categories.get(rule, rule))
        return any(index.holds(span) for name in names for index in self._indexes.get(name, ()))

    def left(self, findings: list[Finding]) -> list[Finding]:
        """The findings that are not exempt."""
        if not self._indexes:
            return findings
        return [finding for finding in findings if not self.cover(finding.rule, finding.span)]


def _spans(document: Document, exempt: Exempt) -> list[Span]:
    from jlint.document.elements import element_spans
    from jlint.rules.helpers.allow import allowed

    spans = allowed(exempt.text, "exempt").spans(document.text) if exempt.text else []
    return spans + (element_spans(document, exempt.within) if exempt.within else [])
