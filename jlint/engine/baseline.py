"""Findings that are accepted as they are, so that only new ones speak.

A finding is known by its rule and its sentence, not by its line: edits above it, renamed files and new line breaks
leave it accepted. Each entry counts how often a file holds it, so a further copy of an accepted defect is new.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, TypeVar

from jlint.engine.result import FileResult, ReportedFinding
from jlint.engine.write import WriteError, write_file
from jlint.finding import Text
from jlint.told_error import ToldError

_Key = TypeVar("_Key")

VERSION = 1
DEFAULT_NAME = "jlint-baseline.json"


class BaselineError(ToldError):
    """The baseline can't be read or written; `message` says why."""


class Entry(NamedTuple):
    """A finding as a baseline knows it. `path` is relative to the baseline's folder."""

    path: str
    rule: str
    fingerprint: str


class Baseline:
    """Accepted findings, each as often as it was there."""

    def __init__(self, folder: str, entries: Counter[Entry]) -> None:
        self._folder = folder
        self.entries = entries

    @classmethod
    def read(cls, file: str) -> Baseline:
        """Raises BaselineError where the file is none."""
        try:
            content = json.loads(Path(file).read_text("utf-8"))
            rows = content["accepted"]
            if content["version"] != VERSION:
                raise ValueError(f"version {content['version']}")
            entries = Counter({Entry(path, rule, fingerprint): int(count) for path, rule, fingerprint, count in rows})
        except FileNotFoundError:
            raise BaselineError(
                Text(
                    f"{file} がありません。jlint baseline create で作ってください",
                    f"There is no {file}; make it with jlint baseline create",
                )
            ) from None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise BaselineError(
                Text(
                    f"{file} はベースラインとして読めません（{error}）", f"{file} can't be read as a baseline ({error})"
                )
            ) from error
        return cls(os.path.dirname(os.path.abspath(file)), entries)

    @classmethod
    def of(cls, results: Iterable[FileResult], folder: str) -> Baseline:
        """The baseline that accepts all findings of the results."""
        folder = os.path.abspath(folder)
        return cls(folder, Counter(_entry(finding, folder) for result in results for finding in result.findings))

    def write(self, file: str) -> None:
        """One entry a line, sorted, so that two branches' baselines merge. Raises BaselineError if it can't be."""
        rows = [json.dumps([*entry, count], ensure_ascii=False) for entry, count in sorted(self.entries.items())]
        lines = ",\n".join(f"  {row}" for row in rows)
        text = f'{{\n "version": {VERSION},\n "accepted": [\n{lines}\n ]\n}}\n'
        try:
            write_file(file, text.encode("utf-8", "surrogateescape"))
        except WriteError as error:
            ja, en = error.message
            raise BaselineError(Text(f"{file}: {ja}", f"{file}: {en}")) from error

    def without_accepted(self, results: Iterable[FileResult]) -> list[FileResult]:
        """The results without the findings that are accepted; `accepted` counts those."""
        parted = self._parted(results)
        return [
            result._replace(findings=tuple(new), accepted=len(result.findings) - len(new)) for result, new in parted
        ]

    def pruned(self, results: Iterable[FileResult]) -> Baseline:
        """The baseline without what is no longer found; renamed files stand in it under their new names."""
        accepted = (
            result._replace(findings=tuple(finding for finding in result.findings if finding not in new))
            for result, new in self._parted(results)
        )
        return Baseline.of(accepted, self._folder)

    def _parted(self, results: Iterable[FileResult]) -> list[tuple[FileResult, list[ReportedFinding]]]:
        """Each result with those of its findings that are not accepted.

        An entry answers a finding in its own file first; entries of files that are gone answer what is left, for such
        a file may have been renamed.
        """
        entries = Counter(self.entries)
        in_place = [
            (result, [each for each in result.findings if not _take(entries, self._entry(each))]) for result in results
        ]
        gone: Counter[tuple[str, str]] = Counter()
        for entry, count in entries.items():
            if not os.path.exists(os.path.join(self._folder, entry.path)):
                gone[entry.rule, entry.fingerprint] += count
        return [
            (result, [each for each in left if not _take(gone, (each.rule, each.fingerprint))])
            for result, left in in_place
        ]

    def _entry(self, finding: ReportedFinding) -> Entry:
        return _entry(finding, self._folder)


def _entry(finding: ReportedFinding, folder: str) -> Entry:
    path = os.path.relpath(os.path.abspath(finding.path), folder).replace(os.sep, "/")
    return Entry(path, finding.rule, finding.fingerprint)


def _take(counter: Counter[_Key], key: _Key) -> bool:
    """Takes one of `key` out of the counter; whether there was one."""
    if counter[key] <= 0:
        return False
    counter[key] -= 1
    return True
