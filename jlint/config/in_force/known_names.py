"""The names of rules and categories."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from jlint.finding import Text
from jlint.nearest import did_you_mean, suggestion
from jlint.rules.contract.base import CATEGORIES
from jlint.rules.contract.category_names import category_named
from jlint.rules.table import BY_ID, plugins_allowed


class KnownNames(Collection[str]):
    """The names of rules, of plugins too if they are allowed, and categories, and of the patterns of a configuration.

    What comments may name includes rules of plugins that aren't: a run without plugins is not to repair them.
    """

    def __init__(self, patterns: Iterable[str] = (), *, for_comments: bool = False) -> None:
        self._patterns = frozenset(patterns)
        self._for_comments = for_comments

    def __contains__(self, name: object) -> bool:
        if name in BY_ID or name in CATEGORIES or name in self._patterns:
            return True
        return self._for_comments and isinstance(name, str) and not plugins_allowed() and _is_of_plugin(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> frozenset[str]:
        return self._patterns.union(BY_ID, CATEGORIES)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KnownNames) and self._state() == other._state()

    def __hash__(self) -> int:
        return hash(self._state())

    def _state(self) -> tuple[frozenset[str], bool]:
        return self._patterns, self._for_comments

    def __repr__(self) -> str:
        return f"KnownNames({sorted(self._patterns)})"


def no_such_rule(name: str, patterns: Iterable[str] = ()) -> Text:
    """The message that there is neither a rule nor a category of this name: the nearest one, or what is to be done."""
    off = why_off(name)
    if off:
        return off
    near = category_named(name)
    ja, en, _ = did_you_mean(name, KnownNames(patterns)) if near == name else suggestion(near)
    return Text(f"{name} というルールや分類はありません。{ja}", f"There is no rule or category {name}. {en}")


def _is_of_plugin(name: str) -> bool:
    from jlint.plugins.offered import is_offered_by_ours

    return is_offered_by_ours(name)


def why_off(name: str) -> Text | None:
    """Why there is no rule of this name although an installed plugin has one; None for any other name."""
    if plugins_allowed():
        return None
    from jlint.plugins import offered

    return offered.why_off(name)
