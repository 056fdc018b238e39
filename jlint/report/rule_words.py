"""Descriptions of rules for reports."""

from __future__ import annotations

from jlint.finding import Language


def summary_of(rule: str, language: Language) -> str:
    """The first line of the rule's documentation; for a pattern of the configuration, which has none, its id."""
    from jlint.rules.contract.documentation import documentation_of
    from jlint.rules.table import BY_ID

    known = BY_ID.get(rule)
    return documentation_of(known.load()).to(language).partition("\n")[0] if known else rule
