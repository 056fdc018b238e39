"""The result of a run: findings and failures as reports show them. All of it can be pickled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct

from jlint.finding import Severity


class Place(NamedTuple):
    """A range in a file: lines and columns from 1, columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class ReportedEdit(NamedTuple):
    """Replaces the text at `place` by `text`."""

    place: Place
    text: str


class ReportedFix(NamedTuple):
    """A fix, its title in the language of the run."""

    title: str
    safe: bool
    edits: tuple[ReportedEdit, ...]


class ReportedRelated(NamedTuple):
    """Another place that a finding refers to."""

    path: str
    place: Place
    message: str


class Excerpt(NamedTuple):
    """The finding's first line, as much of it as fits a terminal, split at the finding's ends."""

    before: str
    marked: str
    after: str


class ReportedFinding(NamedTuple):
    """A finding as reports show it. `fingerprint` stays the same while the text around it is edited and moved.

    `repeats` are short names of the repeated sentences, and `characters` is how many visible characters it covers, for
    findings of the category `repetition`. Findings of a rule with the same `group`, if it isn't empty, are joined;
    those of several rules with the same `problem` are told by one. One that `ends_with_repeats` waits for the
    repetitions to be removed; findings on its line of the rules that it `holds_back` are part of what it tells, and a
    finding of the rules that it `leads_to` is what comes of it. `choices` are other repairs than the fix. `fix_note`
    says why a fix isn't offered, or isn't safe.
    """

    path: str
    place: Place
    rule: str
    category: str
    severity: Severity
    message: str
    fix: ReportedFix | None
    related: tuple[ReportedRelated, ...]
    excerpt: Excerpt
    fingerprint: str
    repeats: tuple[str, ...] = ()
    characters: int = 0
    group: str = ""
    ends_with_repeats: bool = False
    holds_back: tuple[str, ...] = ()
    problem: str = ""
    leads_to: tuple[str, ...] = ()
    choices: tuple[ReportedFix, ...] = ()
    fix_note: str = ""

    @property
    def is_fixable(self) -> bool:
        """Whether its fix is applied without being asked for by name."""
        return self.fix is not None and self.fix.safe


class HeldBack(NamedTuple):
    """A finding that isn't told by itself, and the one that tells it, for its place or its cause (see `holders`)."""

    finding: ReportedFinding
    by: ReportedFinding


RUN = "."
"""The path of failures that belong to no file but to the run."""


class Failure(NamedTuple):
    """A file that could not be linted, or a rule (`rule` is its id) that could not run on it."""

    path: str
    rule: str | None
    message: str


class PlacedFact(Struct, frozen=True, array_like=True):
    """What a file contributes to a rule across files (see `CrossRule`), with all that a finding there needs later.

    `suppressed`: a directive in the file covers it.
    """

    rule: str
    key: str
    place: Place
    excerpt: Excerpt
    fingerprint: str
    severity: Severity
    suppressed: bool

    @property
    def line(self) -> int:
        """The line on which it begins."""
        return self.place.line

    def whole(self) -> PlacedFact:
        """The fact itself, which elsewhere may have to be decoded first (see `KnownFact`)."""
        return self


class FileResult(NamedTuple):
    """The result of one file.

    `suppressed` counts the findings that the file's own directives suppress, `accepted` those that a baseline accepts,
    `fixes` the fixes that were applied; `diff` is what they would change if nothing was to be written. `digest` is the
    SHA-256 of the bytes that were linted, empty if they could not be read. `held_back` are findings that are not told
    by themselves (see `gather`). `characters` counts the visible characters of the prose, where anything repeats.
    `left` says why fixes were not applied although nothing has failed. `changed` are the lines, from 1 and the end
    exclusive, that count as changed since fixes have moved them, None where they are where they were.
    `seconds` is how long the file took, 0 where that wasn't measured or an earlier result was used. `behind` counts the
    findings that others stand for: held back, joined with one, or told in the other file.
    """

    path: str
    findings: tuple[ReportedFinding, ...] = ()
    failures: tuple[Failure, ...] = ()
    suppressed: int = 0
    facts: tuple[PlacedFact, ...] = ()
    fixes: int = 0
    diff: str = ""
    accepted: int = 0
    digest: bytes = b""
    held_back: tuple[HeldBack, ...] = ()
    characters: int = 0
    left: str = ""
    changed: tuple[tuple[int, int], ...] | None = None
    seconds: float = 0.0
    behind: int = 0


def is_unread(file: FileResult) -> bool:
    """Whether the file could not be linted at all. One that could not be fixed was."""
    return not file.digest and any(failure.rule is None for failure in file.failures)


def worst_in(file: FileResult) -> int:
    """The highest severity of the file's findings and of those held back, 0 for none."""
    held_back = (each.finding for each in file.held_back)
    return max((finding.severity for finding in (*file.findings, *held_back)), default=0)


class Totals(Struct, frozen=True):
    """The counts of a run: files, those of them that are `unread`, failures in others, findings, and these by rule.

    `fixable` are the findings with a safe fix, `unsafely_fixable` those with another; `accepted` are those that are not
    reported since the baseline accepts them, `behind` those that others stand for (see `FileResult`).
    """

    files: int
    unread: int
    stopped: int
    infos: int
    warnings: int
    errors: int
    suppressed: int
    held_back: int
    fixable: int = 0
    unsafely_fixable: int = 0
    accepted: int = 0
    by_rule: Mapping[str, int] = MappingProxyType({})
    behind: int = 0


def fixable_in(findings: Iterable[ReportedFinding]) -> tuple[int, int]:
    """How many of the findings have a safe fix, and how many another one."""
    safe = [finding.is_fixable for finding in findings if finding.fix]
    return sum(safe), len(safe) - sum(safe)


class RunResult:
    """The results of all files of a run."""

    def __init__(self, files: Iterable[FileResult]) -> None:
        self.files = tuple(files)
        self.findings = sorted(
            (finding for file in self.files for finding in file.findings),
            key=lambda finding: (finding.path, finding.place, finding.rule),
        )
        self.held_back = sorted(
            (each for file in self.files for each in file.held_back),
            key=lambda each: (each.finding.path, each.finding.place, each.finding.rule),
        )
        self.failures = [failure for file in self.files for failure in file.failures]
        self.suppressed = sum(file.suppressed for file in self.files)

    @property
    def worst(self) -> list[tuple[str, int]]:
        """Each file with the highest severity of its findings and of those held back, 0 for none."""
        return [(file.path, worst_in(file)) for file in self.files]

    def count(self, severity: Severity) -> int:
        """The number of findings with exactly this severity."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def totals(self) -> Totals:
        """The counts of the run."""
        infos, warnings, errors = map(self.count, Severity)
        fixable, unsafely_fixable = fixable_in(self.findings)
        return Totals(
            len(self.files),
            unread=sum(map(is_unread, self.files)),
            stopped=sum(len(file.failures) for file in self.files if not is_unread(file)),
            infos=infos,
            warnings=warnings,
            errors=errors,
            suppressed=self.suppressed,
            held_back=len(self.held_back),
            fixable=fixable,
            unsafely_fixable=unsafely_fixable,
            accepted=sum(file.accepted for file in self.files),
            by_rule=Counter(finding.rule for finding in self.findings),
            behind=sum(file.behind for file in self.files),
        )
