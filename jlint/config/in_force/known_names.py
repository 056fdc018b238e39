"""The names of rules and categories."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from jlint.rules.contract.base import CATEGORIES
from jlint.rules.table import BY_ID

_OF_JLINT = frozenset([*BY_ID, *CATEGORIES])


class KnownNames(Collection[str]):
    """The names of jlint's rules and categories, and of the patterns of a configuration."""

    def __init__(self, patterns: Iterable[str] = ()) -> None:
        self._patterns = frozenset(patterns)

    def __contains__(self, name: object) -> bool:
        return name in _OF_JLINT or name in self._patterns

    def __iter__(self) -> Iterator[str]:
        return iter(_OF_JLINT | self._patterns)

    def __len__(self) -> int:
        return len(_OF_JLINT | self._patterns)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KnownNames) and self._patterns == other._patterns

    def __hash__(self) -> int:
        return hash(self._patterns)

    def __repr__(self) -> str:
        return f"KnownNames({sorted(self._patterns)})"
