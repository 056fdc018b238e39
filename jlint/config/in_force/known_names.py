"""The names of rules and categories. Rules that are off by default are imported only for a name that no other has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from jlint.rules.contract.base import CATEGORIES
from jlint.rules.table import ON_BY_DEFAULT, all_rules

_AT_HAND = frozenset([*(rule.id for rule in ON_BY_DEFAULT), *CATEGORIES])


class KnownNames(Collection[str]):
    """The names of jlint's rules and categories, and of the patterns of a configuration."""

    def __init__(self, patterns: Iterable[str] = ()) -> None:
        self._patterns = frozenset(patterns)

    def __contains__(self, name: object) -> bool:
        return name in _AT_HAND or name in self._patterns or name in self._all()

    def __iter__(self) -> Iterator[str]:
        return iter(self._all() | self._patterns)

    def __len__(self) -> int:
        return len(self._all() | self._patterns)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KnownNames) and self._patterns == other._patterns

    def __hash__(self) -> int:
        return hash(self._patterns)

    def __repr__(self) -> str:
        return f"KnownNames({sorted(self._patterns)})"

    @staticmethod
    def _all() -> frozenset[str]:
        return frozenset([*(rule.id for rule in all_rules()), *CATEGORIES])
