"""Drops the findings in what the configuration exempts from rules."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from jlint.document import Document
from jlint.document.exempt import Exempt
from jlint.finding import Finding, Text
from jlint.span import Span, SpanIndex
from jlint.user_error import RuleError

_ALL = ""


class Exemptions:
    """What of a document is exempt from which rules. `categories` has the category of each rule.

    `problem` says why something may be reported in spite of it: an expression that takes too long.
    """

    def __init__(self, document: Document, categories: Mapping[str, str]) -> None:
        self.problem: Text | None = None
        self._categories = categories
        self._places: dict[str, list[_Places]] = {}
        for exempt in document.exempt:
            places = _Places(document, exempt)
            for name in exempt.rules or (_ALL,):
                self._places.setdefault(name, []).append(places)

    def cover(self, rule: str, span: Span) -> bool:
        """Whether the rule's finding at `span` lies in one exempt passage or element as a whole."""
        if not self._places:
            return False
        names = (_ALL, rule, self._categories.get(rule, rule))
        try:
            return any(each.index.holds(span) for name in names for each in self._places.get(name, ()))
        except RuleError as error:
            self.problem = error.message
            self._places = {}
            return False

    def left(self, findings: list[Finding]) -> list[Finding]:
        """The findings that are not exempt."""
        return [finding for finding in findings if not self.cover(finding.rule, finding.span)]


class _Places:
    """Where the passages and elements are: looked for when the first finding asks, for most texts have none."""

    def __init__(self, document: Document, exempt: Exempt) -> None:
        self._document = document
        self._exempt = exempt

    @cached_property
    def index(self) -> SpanIndex:
        """The places. Raises RuleError if an expression takes too long."""
        from jlint.document.elements import element_spans
        from jlint.rules.helpers.allow import allowed

        text, within, _ = self._exempt
        spans = allowed(text, "exempt").spans(self._document.text) if text else []
        return SpanIndex([*spans, *element_spans(self._document, within)])
