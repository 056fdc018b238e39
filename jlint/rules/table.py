"""All rules: their lines of the table, and their classes, which are imported when they are asked for.

`RULES` holds the classes in the order in which rules.yaml and `jlint rules` list them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

from jlint.rules.contract.base import Rule
from jlint.rules.contract.deferred import Listed
from jlint.rules.listed import LISTED

__all__ = ["BY_ID", "LISTED", "RULES", "all_rules", "rules_named"]

RULES: tuple[type[Rule], ...]
BY_ID: Mapping[str, Listed] = {listed.id: listed for listed in LISTED}


@cache
def all_rules() -> tuple[type[Rule], ...]:
    """The classes of all rules, those that are on by default and those that are off."""
    return tuple(listed.load() for listed in LISTED)


def rules_named(ids: Collection[str]) -> list[type[Rule]]:
    """The classes of the rules with these ids, in their order."""
    return [listed.load() for listed in LISTED if listed.id in ids]


def __getattr__(name: str) -> Any:
    """Returns `RULES`, built on first use."""
    if name == "RULES":
        return all_rules()
    raise AttributeError(name)
