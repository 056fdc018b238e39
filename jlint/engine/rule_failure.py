"""What is said when a rule raises."""

from __future__ import annotations

from jlint.finding import Text
from jlint.internal_error import internal_error
from jlint.rules.contract.base import Rule
from jlint.user_error import RuleError


def failure_message(rule: Rule, error: Exception) -> Text:
    """The rule's own words where it refuses, else that jlint is at internal_error, and how."""
    if isinstance(error, RuleError):
        return error.message
    return internal_error(error, Text(f"ルール {rule.id}", f"Rule {rule.id}"))
