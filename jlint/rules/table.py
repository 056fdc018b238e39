"""All rules. Those that are off by default are imported only when all rules are needed.

`RULES` holds them in the order in which rules.yaml and `jlint rules` list them: by category, and within a category
those that are on by default first.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any

from jlint.rules.contract.base import CATEGORIES, Rule
from jlint.rules.on_by_default import ON_BY_DEFAULT

__all__ = ["ON_BY_DEFAULT", "RULES", "all_rules", "rules_named"]

RULES: tuple[type[Rule], ...]


@cache
def all_rules() -> tuple[type[Rule], ...]:
    """The rules that are on by default and those that are off."""
    from jlint.rules.off_by_default import OFF_BY_DEFAULT

    return tuple(sorted((*ON_BY_DEFAULT, *OFF_BY_DEFAULT), key=lambda rule: CATEGORIES.index(rule.category)))


def rules_named(ids: Collection[str]) -> list[type[Rule]]:
    """The rules with these ids, in their order."""
    found = [rule for rule in ON_BY_DEFAULT if rule.id in ids]
    return found if len(found) == len(ids) else [rule for rule in all_rules() if rule.id in ids]


def __getattr__(name: str) -> Any:
    """Returns `RULES`, built on first use."""
    if name == "RULES":
        return all_rules()
    raise AttributeError(name)
