"""What many results come to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from jlint.api.result import Result


class Counts(msgspec.Struct, kw_only=True):
    """How many texts were linted, and what was found in them. The counts of parts add up: `sum(parts, Counts())`.

    `texts` are those that the rules looked at, `unlinted` those that none could look at (a failure without a rule), and
    `excluded` those that the configuration excludes. `findings` counts by rule, `severities` by severity, `failures` by
    the rule that could not look at a text; `suppressed` is what comments suppress.
    """

    texts: int = 0
    unlinted: int = 0
    excluded: int = 0
    suppressed: int = 0
    severities: dict[str, int] = {}
    findings: dict[str, int] = {}
    failures: dict[str, int] = {}

    def add(self, result: Result) -> None:
        """Counts one more result."""
        unlinted = any(failure.rule is None for failure in result.failures)
        self.texts += not unlinted and not result.excluded
        self.unlinted += unlinted
        self.excluded += result.excluded
        self.suppressed += result.suppressed
        for finding in result.findings:
            self.severities[finding.severity] = self.severities.get(finding.severity, 0) + 1
            self.findings[finding.rule] = self.findings.get(finding.rule, 0) + 1
        for failure in result.failures:
            if failure.rule is not None:
                self.failures[failure.rule] = self.failures.get(failure.rule, 0) + 1

    def __add__(self, other: Counts) -> Counts:
        if not isinstance(other, Counts):
            return NotImplemented
        return Counts(**{name: _sum(getattr(self, name), getattr(other, name)) for name in self.__struct_fields__})

    def as_dict(self) -> dict[str, Any]:
        """The counts as a new dict, rules with the most findings first: what `json.dumps` takes."""
        counts: dict[str, Any] = msgspec.to_builtins(self)
        for name in ("severities", "findings", "failures"):
            counts[name] = dict(sorted(counts[name].items(), key=lambda item: (-item[1], item[0])))
        return counts

    @classmethod
    def from_dict(cls, counts: Mapping[str, Any]) -> Counts:
        """The counts that `as_dict` wrote. Raises ValueError for anything else."""
        return msgspec.convert(counts, cls, strict=True)


def _sum(one: Any, other: Any) -> Any:
    if isinstance(one, int):
        return one + other
    return {name: one.get(name, 0) + other.get(name, 0) for name in {**one, **other}}
