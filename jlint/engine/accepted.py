"""The accepted findings of one file, matched with those that are found there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from jlint.engine.result import ReportedFinding
from jlint.finding import Severity

_IMMEDIATE_REPETITION = "repeated-sentence"
"""No edit inside a repeated passage causes a finding of this rule, so its sentences are not matched one by one."""


class Accepted(Struct, frozen=True):
    """How often each finding, by rule and fingerprint, and each repeated sentence is accepted.

    Repeated passages are also matched by their sentences, for an edit inside one splits it in two, or moves its start.
    Each sentence is counted with the severity of its finding: an accepted warning doesn't cover an error.
    """

    findings: Counter[tuple[str, str]]
    repeats: Counter[tuple[Severity, str]]

    @classmethod
    def of(cls, findings: Iterable[ReportedFinding] = ()) -> Accepted:
        """The counts that accept just these findings."""
        accepted = cls(Counter(), Counter())
        for finding in findings:
            accepted.findings[finding.rule, finding.fingerprint] += 1
            accepted.repeats.update((finding.severity, name) for name in finding.repeats)
        return accepted

    def copy(self) -> Accepted:
        """A copy, so that using one up leaves the other as it is."""
        return Accepted(Counter(self.findings), Counter(self.repeats))

    def add(self, other: Accepted) -> None:
        """Adds what is left of another."""
        self.findings.update(+other.findings)
        self.repeats.update(+other.repeats)

    def use_up(self, findings: Iterable[ReportedFinding]) -> list[ReportedFinding]:
        """The findings that are not accepted. What accepted the others is taken off the counts."""
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
        """Whether more than half of the finding's repeated sentences are accepted with at least its severity."""
        if finding.rule == _IMMEDIATE_REPETITION:
            return False
        known = self._sentences(finding, [severity for severity in Severity if severity >= finding.severity])
        if 2 * known.total() <= len(finding.repeats):
            return False
        self.repeats.subtract(known)
        return True

    def _sentences(self, finding: ReportedFinding, severities: Iterable[Severity]) -> Counter[tuple[Severity, str]]:
        """The accepted sentences that match those of the finding, each with the first of `severities` that has it."""
        left = Counter(finding.repeats)
        matched: Counter[tuple[Severity, str]] = Counter()
        for severity in severities:
            known = left & Counter({name: self.repeats[severity, name] for name in left})
            matched.update({(severity, name): count for name, count in known.items()})
            left -= known
        return matched
