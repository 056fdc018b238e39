"""What is said when a rule raises."""

from __future__ import annotations

from jlint.finding import Text
from jlint.internal_error import fault
from jlint.rules.contract.base import Rule, RuleError


def fault_of(rule: Rule, error: Exception) -> Text:
    """The rule's own words where it refuses, else that jlint is at fault, and how."""
    if isinstance(error, RuleError):
        return error.message
    return fault(error, Text(f"ルール {rule.id}", f"Rule {rule.id}"))
