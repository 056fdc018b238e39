"""The accepted findings of one file, set off against those that are found there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from jlint.engine.result import ReportedFinding


class Accepted(NamedTuple):
    """What is accepted: findings by rule and fingerprint, and sentences that are said again; each as often as it is.

    Passages that repeat are known by their sentences besides, for an edit inside one makes two of it, or moves where it
    begins.
    """

    findings: Counter[tuple[str, str]]
    repeats: Counter[str]

    @classmethod
    def of(cls, findings: Iterable[ReportedFinding] = ()) -> Accepted:
        """What accepts these findings."""
        accepted = cls(Counter(), Counter())
        for finding in findings:
            accepted.findings[finding.rule, finding.fingerprint] += 1
            accepted.repeats.update(finding.repeats)
        return accepted

    def copy(self) -> Accepted:
        """The same, to be used up by itself."""
        return Accepted(Counter(self.findings), Counter(self.repeats))

    def add(self, other: Accepted) -> None:
        """Accepts besides what is left of another."""
        self.findings.update(+other.findings)
        self.repeats.update(+other.repeats)

    def use_up(self, findings: Iterable[ReportedFinding]) -> list[ReportedFinding]:
        """The findings that are not accepted. What answers for one of the others is gone."""
        left = [each for each in findings if not self._knows(each)]
        return [each for each in left if not self._knows_sentences_of(each)]

    def _knows(self, finding: ReportedFinding) -> bool:
        key = (finding.rule, finding.fingerprint)
        if self.findings[key] <= 0:
            return False
        self.findings[key] -= 1
        self.repeats.subtract(finding.repeats)
        return True

    def _knows_sentences_of(self, finding: ReportedFinding) -> bool:
        """Whether at least half of what the finding says is repeated is accepted as such."""
        known = Counter(finding.repeats) & self.repeats
        if not known or 2 * known.total() < len(finding.repeats):
            return False
        self.repeats.subtract(known)
        return True
