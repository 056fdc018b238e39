"""What is said when a rule raises."""

from __future__ import annotations

from jlint.finding import Text
from jlint.rules.base import Rule, RuleError


def fault(rule: Rule, error: Exception) -> Text:
    """The rule's own words where it refuses, else that jlint is at fault, and how."""
    if isinstance(error, RuleError):
        return error.message
    what = f"{type(error).__name__}: {error}"
    return Text(
        f"ルール {rule.id} が途中で止まりました（{what}）。jlint の不具合です。報告をお願いします",
        f"Rule {rule.id} stopped halfway ({what}). This is a fault in jlint; please report it",
    )
