"""Which findings a document's own comments silence, and which of those comments were of no use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jlint.document.directive import Directive, NamedRule
from jlint.span import Span


class Suppressions:
    """The directives of one document; remembers which names in them have silenced something."""

    def __init__(self, directives: Sequence[Directive], categories: Mapping[str, str]) -> None:
        self.directives = directives
        self._categories = categories
        self._used: set[tuple[int, str | None]] = set()

    def silence(self, rule: str, span: Span) -> bool:
        """Whether a directive covers what the rule has to say at `span`. All that do count as used."""
        matches = [
            (index, name)
            for index, directive in enumerate(self.directives)
            if directive.kind != "unknown" and directive.silences(span.start)
            for name in self._matching(directive, rule)
        ]
        self._used.update(matches)
        return bool(matches)

    def _matching(self, directive: Directive, rule: str) -> Iterator[str | None]:
        if not directive.names:
            yield None
        for name in directive.names:
            if name.name in (rule, self._categories.get(rule)):
                yield name.name

    def idle(self, ran: frozenset[str]) -> Iterator[tuple[Directive, NamedRule | None]]:
        """Names that silenced nothing, of rules and categories that ran; a comment without names if it did nothing."""
        for index, directive in enumerate(self.directives):
            if directive.kind == "unknown" or directive.foreign:
                continue
            if not directive.names and (index, None) not in self._used:
                yield directive, None
            for name in directive.names:
                if name.name in ran and (index, name.name) not in self._used:
                    yield directive, name
