"""The accepted findings of one file, set off against those that are found there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from jlint.engine.result import ReportedFinding
from jlint.finding import Severity

_SAID_AT_ONCE = "repeated-sentence"
"""No edit inside a passage that repeats makes such a finding."""


class Accepted(NamedTuple):
    """What is accepted: findings by rule and fingerprint, and sentences that are said again; each as often as it is.

    Passages that repeat are known by their sentences besides, for an edit inside one makes two of it, or moves where it
    begins. With each sentence stands how severe its finding was: what was a warning answers for no error.
    """

    findings: Counter[tuple[str, str]]
    repeats: Counter[tuple[Severity, str]]

    @classmethod
    def of(cls, findings: Iterable[ReportedFinding] = ()) -> Accepted:
        """What accepts these findings."""
        accepted = cls(Counter(), Counter())
        for finding in findings:
            accepted.findings[finding.rule, finding.fingerprint] += 1
            accepted.repeats.update((finding.severity, name) for name in finding.repeats)
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
        as_severe_first = sorted(Severity, key=lambda severity: (severity < finding.severity, severity))
        self.repeats.subtract(self._sentences(finding, as_severe_first))
        return True

    def _knows_sentences_of(self, finding: ReportedFinding) -> bool:
        """Whether more than half of what the finding says is repeated is accepted as such, and as no less severe."""
        if finding.rule == _SAID_AT_ONCE:
            return False
        known = self._sentences(finding, [severity for severity in Severity if severity >= finding.severity])
        if 2 * known.total() <= len(finding.repeats):
            return False
        self.repeats.subtract(known)
        return True

    def _sentences(self, finding: ReportedFinding, severities: Iterable[Severity]) -> Counter[tuple[Severity, str]]:
        """The accepted sentences that answer for those of the finding, of the first severity that has them."""
        left = Counter(finding.repeats)
        answers: Counter[tuple[Severity, str]] = Counter()
        for severity in severities:
            known = left & Counter({name: self.repeats[severity, name] for name in left})
            answers.update({(severity, name): count for name, count in known.items()})
            left -= known
        return answers
