"""The names of rules that were probably meant by one that is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from jlint.cli.words import words
from jlint.config.in_force.known_names import why_off
from jlint.finding import Language
from jlint.nearest import nearest

_MOST_NEAR = 3
"""How many names are offered for one that is wrong."""
_ALIKE = 0.9
"""A name that is so near is the only one that is offered."""
_LEAST_WITHIN = 4
"""So many characters of a name are enough to find it by."""


def no_such_rule(rule: str, known: Sequence[str], language: Language) -> str:
    """The message, with the names that are like it, or that have its words in them."""
    off = why_off(rule)
    if off:
        return words(off.ja.rstrip("。"), off.en.rstrip("."), language)
    lower = rule.lower().replace("_", "-").replace(" ", "-")
    within = [name for name in known if len(lower) >= _LEAST_WITHIN and lower in name]
    near = list(dict.fromkeys([*nearest(lower, known, most=_MOST_NEAR), *within]))[:_MOST_NEAR]
    near = nearest(lower, known, most=1, likeness=_ALIKE) or near
    ja, en, names = f"{rule} というルールや分類はありません", f"There is no rule or category {rule}", ", ".join(near)
    if not near:
        return words(f"{ja}。jlint rules ですべてのルールが並びます", f"{en}; jlint rules lists them all", language)
    if len(near) == 1:
        return words(f"{ja}。{names} のことですか？", f"{en}. Did you mean {names}?", language)
    return words(f"{ja}。次のどれかですか？ {names}", f"{en}. Did you mean one of {names}?", language)
