"""Which findings a document's own comments silence, and which of those comments were of no use."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from jlint.document.directive import Directive, NamedRule
from jlint.span import Span

_ALL = ""


class FinishedRules(NamedTuple):
    """Whose silence can be judged: names of the rules and categories that have said all they have to say.

    `everything`: so has every rule that is on.
    """

    names: frozenset[str]
    everything: bool


class Suppressions:
    """The directives of one document; remembers which names in them have silenced something."""

    def __init__(self, directives: Sequence[Directive], categories: Mapping[str, str]) -> None:
        self.directives = directives
        self._categories = categories
        self._used: set[tuple[int, str]] = set()
        requests: dict[tuple[str, str], list[_Request]] = defaultdict(list)
        for number, directive in enumerate(directives):
            if directive.suppresses:
                for name in [name.name for name in directive.names] or [_ALL]:
                    requests[name, directive.kind].append(_Request(directive.scope, number))
        self._scopes = {key: _Scopes(group) for key, group in requests.items()}

    def suppress(self, rule: str, span: Span, *, by_name: bool = False) -> bool:
        """Whether a directive covers what the rule has to say at `span`, with `by_name` only one that names it.

        Of those of one kind and name the innermost counts as used.
        """
        suppressed = False
        names = (rule, self._categories.get(rule, rule), _ALL)
        for name in names[:-1] if by_name else names:
            for kind in ("line", "next", "range", "file"):
                scopes = self._scopes.get((name, kind))
                number = scopes.innermost(span.start) if scopes else None
                if number is not None:
                    self._used.add((number, name))
                    suppressed = True
        return suppressed

    def unused(self, finished: FinishedRules) -> Iterator[tuple[Directive, NamedRule | None]]:
        """Names that silenced nothing although it can be judged; None for a comment without names that did nothing."""
        for number, directive in enumerate(self.directives):
            if not directive.suppresses or directive.foreign:
                continue
            if not directive.names and finished.everything and (number, _ALL) not in self._used:
                yield directive, None
            for name in directive.names:
                if name.name in finished.names and (number, name.name) not in self._used:
                    yield directive, name


class _Request(NamedTuple):
    scope: Span
    number: int


class _Scopes:
    """The scopes of directives of one kind and name, to be looked up by offset."""

    def __init__(self, requests: Iterable[_Request]) -> None:
        self._requests = sorted(requests)
        self._reach: list[int] = []
        for request in self._requests:
            self._reach.append(max(request.scope.end, self._reach[-1] if self._reach else 0))

    def innermost(self, offset: int) -> int | None:
        """The number of the directive whose scope holds the offset and began last."""
        at = bisect_right(self._requests, offset, key=lambda request: request.scope.start) - 1
        while at >= 0 and self._reach[at] > offset:
            if self._requests[at].scope.end > offset:
                return self._requests[at].number
            at -= 1
        return None
