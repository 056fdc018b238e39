"""A rule configured for a run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from jlint.finding import Severity
from jlint.rules.contract.base import Rule


class ActiveRule(NamedTuple):
    """A rule with its options, and the severity that configuration gives it."""

    rule: Rule
    severity: Severity

    def beside(self, on: Iterable[Rule]) -> ActiveRule:
        """The rule as it runs beside those that are on."""
        if not self.rule.heeds:
            return self
        return self._replace(rule=self.rule.beside([other for other in on if other.id in self.rule.heeds]))
