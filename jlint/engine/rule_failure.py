"""The message for a rule that raises."""

from __future__ import annotations

from jlint.finding import Text
from jlint.internal_error import internal_error
from jlint.rules.contract.base import Rule
from jlint.user_error import RuleError


def failure_message(rule: Rule, error: Exception) -> Text:
    """The message of a RuleError, for any other error the one that jlint has an internal error."""
    if isinstance(error, RuleError):
        return error.message
    return internal_error(error, Text(f"ルール {rule.id}", f"Rule {rule.id}"))
