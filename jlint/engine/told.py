"""What reports tell of files, ready to be written: kept in the cache, so that no finding is made again to be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from jlint.engine.result import Failure, FileResult, Totals, fixable_in, is_unread, worst_in
from jlint.finding import Severity

Piece = str | bytes
"""A part of a report, as bytes in UTF-8 if it has been made before."""
Pieces = tuple[Piece, ...]
"""A file's part of a report: what stands in each of the report's sections."""


class Form(Struct, frozen=True):
    """A form of reports: its name in the cache, and what makes a file's part of it."""

    name: str
    pieces: Callable[[FileResult], tuple[str, ...]]


class ToldFile(Struct, frozen=True, array_like=True):
    """What a report in one form tells of a file.

    `counts` are the numbers of infos, warnings and errors, `worst` is the highest severity of its findings and of those
    held back, 0 for none. `fixable` counts the findings with a safe fix and those with another. `found_across` is a
    digest of what the rules across files found in it, empty for nothing. `behind` is as in `FileResult`.
    """

    path: str
    counts: tuple[int, int, int]
    suppressed: int
    held_back: int
    worst: int
    is_unread: bool
    pieces: tuple[bytes, ...]
    failures: tuple[Failure, ...] = ()
    fixable: tuple[int, int] = (0, 0)
    found_across: bytes = b""
    by_rule: dict[str, int] = {}
    behind: int = 0


def told_of(file: FileResult, form: Form, found_across: bytes = b"") -> ToldFile:
    """What is told of a file, from its findings as they are told."""
    counts = [0, 0, 0]
    for finding in file.findings:
        counts[finding.severity - Severity.INFO] += 1
    infos, warnings, errors = counts
    return ToldFile(
        file.path,
        (infos, warnings, errors),
        file.suppressed,
        len(file.held_back),
        worst_in(file),
        is_unread(file),
        tuple(piece.encode("utf-8", "replace") for piece in form.pieces(file)),
        file.failures,
        fixable_in(file.findings),
        found_across,
        dict(Counter(finding.rule for finding in file.findings)),
        file.behind,
    )


class ToldRun:
    """What a report in one form tells of a run. `files` are in the order of the run."""

    def __init__(self, files: Iterable[ToldFile]) -> None:
        self.files = tuple(files)
        self.failures = [failure for file in self.files for failure in file.failures]

    @property
    def worst(self) -> list[tuple[str, int]]:
        """Each file with the highest severity of its findings and of those held back, 0 for none."""
        return [(file.path, file.worst) for file in self.files]

    @property
    def parts(self) -> Sequence[Pieces]:
        """The parts of the files, in the order of their paths."""
        return [file.pieces for file in sorted(self.files, key=lambda file: file.path)]

    @property
    def totals(self) -> Totals:
        """The counts of the run."""
        unread = sum(file.is_unread for file in self.files)
        return Totals(
            len(self.files),
            unread=unread,
            stopped=sum(len(file.failures) for file in self.files if not file.is_unread),
            infos=sum(file.counts[0] for file in self.files),
            warnings=sum(file.counts[1] for file in self.files),
            errors=sum(file.counts[2] for file in self.files),
            suppressed=sum(file.suppressed for file in self.files),
            held_back=sum(file.held_back for file in self.files),
            fixable=sum(file.fixable[0] for file in self.files),
            unsafely_fixable=sum(file.fixable[1] for file in self.files),
            by_rule=self._by_rule(),
            behind=sum(file.behind for file in self.files),
        )

    def _by_rule(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for file in self.files:
            counts.update(file.by_rule)
        return counts
