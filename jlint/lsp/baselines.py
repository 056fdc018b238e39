"""The baseline of a folder: findings in it are not shown."""

from __future__ import annotations

import os
from collections.abc import Iterable

from jlint.engine.baseline import DEFAULT_NAME, Baseline, BaselineError
from jlint.engine.result import FileResult, ReportedFinding
from jlint.file_state import Reads, Stamp, noting_reads, stamp_of
from jlint.finding import Text
from jlint.paths import boundary_of, lies_in


class Baselines:
    """The baseline that holds for the files of one folder, read again when it changes. To be used by one thread."""

    def __init__(self, folder: str, named: str = "") -> None:
        self._named = os.path.join(folder, named) if named else ""
        self.path = self._named or os.path.join(folder, DEFAULT_NAME)
        self.problem: Text | None = None
        self._baseline: Baseline | None = None
        self._reads: Reads | None = None

    @property
    def stamp(self) -> Stamp | None:
        """The file as it was when it was looked at for findings, or is now if it wasn't; None for no file."""
        reads = self._reads
        if reads is None:
            return stamp_of(self.path)
        seen = reads.seen.get(os.path.abspath(self.path))
        return seen and seen.stamp

    def without_accepted(self, result: FileResult) -> FileResult:
        """The result without what the baseline accepts. One that can't be read accepts nothing; `problem` says why."""
        return self.all_without_accepted([result])[0]

    def all_without_accepted(self, results: list[FileResult]) -> list[FileResult]:
        """The results of several files without what the baseline accepts."""
        baseline = self._current()
        return baseline.without_accepted(results) if baseline else results

    def accept(self, path: str, findings: Iterable[ReportedFinding]) -> None:
        """Adds findings in the file to the baseline, and makes one if there is none.

        Raises BaselineError if it can't be read or written.
        """
        outside = _why_outside(self.path)
        if outside:
            raise BaselineError(outside)
        baseline = Baseline.read(self.path) if os.path.lexists(self.path) else Baseline(os.path.dirname(self.path), {})
        baseline.with_accepted(path, findings).write(self.path)
        self._reads = None

    def _current(self) -> Baseline | None:
        if self._reads is None or not self._reads.are_current():
            self._baseline, self.problem = None, None
            with noting_reads() as reads:
                reads.expect_none(os.path.abspath(self.path))
                if self._named or os.path.lexists(self.path):
                    self._read()
            self._reads = reads
        return self._baseline

    def _read(self) -> None:
        try:
            outside = None if self._named else _why_outside(self.path)
            if outside:
                raise BaselineError(outside)
            self._baseline = Baseline.read(self.path)
        except BaselineError as error:
            self.problem = error.message


def _why_outside(path: str) -> Text | None:
    """Why the baseline of a repository is neither read nor written: a link leads out of it. None if it may be."""
    if lies_in(path, boundary_of(os.path.dirname(os.path.abspath(path)))):
        return None
    return Text(
        f"{path} はリポジトリの外を指すリンクなので使いません",
        f"{path} is a link that leads out of the repository and is not used",
    )
