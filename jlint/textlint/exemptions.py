"""Puts together what a textlint configuration exempts from rules."""

from __future__ import annotations

from collections.abc import Mapping

from jlint.document.exempt import Exempt
from jlint.textlint.merge import Line


class Exemptions:
    """What filters exempt, and what rules of textlint's leave out by themselves."""

    def __init__(self) -> None:
        self._by_filters: list[Exempt] = []
        self._by_rules: dict[Exempt, dict[str, set[str]]] = {}

    def add(self, exempt: Exempt, origin: str = "") -> None:
        """Adds what a rule of textlint's, `origin`, leaves out; without `origin` it is a filter that does."""
        if not origin:
            self._by_filters.append(exempt)
            return
        rules = self._by_rules.setdefault(exempt._replace(rules=()), {})
        for rule in exempt.rules:
            rules.setdefault(rule, set()).add(origin)

    def in_force(self, lines: Mapping[str, Line]) -> list[Exempt]:
        """What is exempt, rules that share their places in one entry. `lines` are jlint's rules that are on.

        What one of the textlint rules behind a rule of jlint's leaves out, another may report.
        """
        entries = list(dict.fromkeys(self._by_filters))
        for places, rules in self._by_rules.items():
            names = tuple(
                rule for rule, origins in rules.items() if rule in lines and origins >= {*lines[rule].origins}
            )
            if names:
                entries.append(places._replace(rules=names))
        return entries
