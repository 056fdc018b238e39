"""Which findings a document's directives suppress, and which directives suppressed nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from jlint.document import Document
from jlint.document.directive import Directive, NamedRule
from jlint.engine.directives import all_directives
from jlint.span import Span

_ALL = ""


class FinishedRules(Struct, frozen=True):
    """Names of the rules and categories that have run to the end, so that directives naming them can be checked.

    `everything`: every rule that is on has run to the end.
    """

    names: frozenset[str]
    everything: bool


def suppressions_of(document: Document, categories: Mapping[str, str]) -> Suppressions:
    """The suppressions that the document asks for. `categories` has the category of each rule."""
    return Suppressions(all_directives(document), categories)


class Suppressions:
    """The directives of one document; records which names in them have suppressed something."""

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
        """Whether a directive covers the rule's finding at `span`; with `by_name` it must name the rule or category.

        Of directives of one kind and name the innermost counts as used.
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
        """Names that suppressed nothing although their rules have run; None for an unused directive without names."""
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
    """The scopes of directives of one kind and name, for lookup by offset."""

    def __init__(self, requests: Iterable[_Request]) -> None:
        self._requests = sorted(requests)
        self._reach: list[int] = []
        for request in self._requests:
            self._reach.append(max(request.scope.end, self._reach[-1] if self._reach else 0))

    def innermost(self, offset: int) -> int | None:
        """The number of the directive whose scope contains the offset and begins last."""
        at = bisect_right(self._requests, offset, key=lambda request: request.scope.start) - 1
        while at >= 0 and self._reach[at] > offset:
            if self._requests[at].scope.end > offset:
                return self._requests[at].number
            at -= 1
        return None
