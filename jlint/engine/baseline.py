"""Findings that are accepted as they are, so that only new ones speak.

A finding is known by its rule and its sentence, not by its line: edits above it, renamed files and new line breaks
leave it accepted. Each entry counts how often a file holds it, so a further copy of an accepted defect is new.
"""

from __future__ import annotations

import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jlint.document.field import TOO_DEEP
from jlint.engine.accepted import Accepted
from jlint.engine.result import FileResult, ReportedFinding
from jlint.engine.write import WriteError, write_file
from jlint.finding import Severity, Text
from jlint.regular_file import ReadError, read_regular
from jlint.user_error import UserError

VERSION = 2
"""Counted up when findings come to be known by something else: an older file would let none of them be accepted."""
_ACCEPTED, _REPEATED = (str, str, str, int), (str, str, str)
_MOST = 1_000_000_000
"""No file holds more findings."""
_SHOWN = 60
DEFAULT_NAME = "jlint-baseline.json"


class BaselineError(UserError):
    """The baseline can't be read or written; `message` says why."""


class Baseline:
    """Accepted findings by file. Paths are relative to the baseline's folder."""

    def __init__(self, folder: str, files: Mapping[str, Accepted]) -> None:
        self._folder = folder
        self._files = files

    @classmethod
    def read(cls, file: str) -> Baseline:
        """Raises BaselineError where the file is none."""
        files: defaultdict[str, Accepted] = defaultdict(Accepted.of)
        try:
            content = json.loads(read_regular(file).decode("utf-8", "surrogateescape"))
            _make_sure_current(file, content["version"])
            for number, row in enumerate(content["accepted"], 1):
                path, rule, fingerprint, count = _checked(row, "accepted", number, _ACCEPTED)
                files[path].findings[rule, fingerprint] = count
            for number, row in enumerate(content.get("repeated", ()), 1):
                path, severity, names = _checked(row, "repeated", number, _REPEATED)
                files[path].repeats.update((Severity.named(severity), name) for name in names.split())
        except ReadError as error:
            raise BaselineError(_why_unreadable(file, error)) from error
        except RecursionError:
            ja, en = TOO_DEEP
            raise BaselineError(
                Text(f"{file} はベースラインとして読めません（{ja}）", f"{file} can't be read as a baseline ({en})")
            ) from None
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise BaselineError(
                Text(
                    f"{file} はベースラインとして読めません（{error}）", f"{file} can't be read as a baseline ({error})"
                )
            ) from error
        return cls(os.path.dirname(os.path.abspath(file)), files)

    @classmethod
    def of(cls, results: Iterable[FileResult], folder: str) -> Baseline:
        """The baseline that accepts all findings of the results."""
        folder = os.path.abspath(folder)
        return cls(folder, {_name(result, folder): Accepted.of(result.findings) for result in results})

    @property
    def rules(self) -> Counter[str]:
        """How many findings of each rule are accepted."""
        counts: Counter[str] = Counter()
        for accepted in self._files.values():
            for (rule, _), count in accepted.findings.items():
                counts[rule] += count
        return counts

    def write(self, file: str) -> None:
        """One entry a line, sorted, so that two branches' baselines merge. Raises BaselineError if it can't be."""
        files = sorted(self._files.items())
        found = [[path, *key, count] for path, accepted in files for key, count in sorted(accepted.findings.items())]
        said = [[path, *repeated] for path, accepted in files for repeated in _by_severity(accepted)]
        text = f'{{\n "version": {VERSION},\n "accepted": {_rows(found)},\n "repeated": {_rows(said)}\n}}\n'
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
        parted = ((result, frozenset(new)) for result, new in self._parted(results))
        accepted = (
            result._replace(findings=tuple(finding for finding in result.findings if finding not in new))
            for result, new in parted
        )
        return Baseline.of(accepted, self._folder)

    def _parted(self, results: Iterable[FileResult]) -> list[tuple[FileResult, list[ReportedFinding]]]:
        """Each result with those of its findings that are not accepted.

        What a file has accepted answers its own findings; what files had that are gone answers the rest, for such a
        file may have been renamed.
        """
        files = {path: accepted.copy() for path, accepted in self._files.items()}
        nothing = Accepted.of()
        in_place = [
            (result, files.get(_name(result, self._folder), nothing).use_up(result.findings)) for result in results
        ]
        gone = Accepted.of()
        for path, accepted in files.items():
            if not os.path.exists(os.path.join(self._folder, path)):
                gone.add(accepted)
        return [(result, gone.use_up(left)) for result, left in in_place]


def _why_unreadable(file: str, error: ReadError) -> Text:
    if isinstance(error.__cause__, FileNotFoundError):
        return Text(
            f"{file} がありません。jlint baseline create で作ってください",
            f"There is no {file}; make it with jlint baseline create",
        )
    return Text(f"{file}: {error.message.ja}", f"{file}: {error.message.en}")


def _by_severity(accepted: Accepted) -> Iterator[tuple[str, str]]:
    """The sentences that are said again, sorted, in one text for each severity."""
    for severity in Severity:
        names = sorted(name for found_as, name in accepted.repeats.elements() if found_as is severity)
        if names:
            yield severity.label, " ".join(names)


def _checked(row: Any, key: str, number: int, kinds: tuple[type, ...]) -> list[Any]:
    """The row, if it holds what it should. Raises ValueError, which names it."""
    fits = isinstance(row, list) and [type(each) for each in row] == list(kinds)
    if fits and row[1].isprintable() and all(1 <= each <= _MOST for each in row if isinstance(each, int)):
        return list(row)
    raise ValueError(f"{key} #{number}: {json.dumps(row)[:_SHOWN]}")


def _make_sure_current(file: str, version: object) -> None:
    if isinstance(version, int) and version < VERSION:
        raise BaselineError(
            Text(
                f"{file} は前の版の jlint が作ったベースラインです。jlint baseline create で作り直してください",
                f"{file} was made by an earlier jlint; make it again with jlint baseline create",
            )
        )
    if version != VERSION:
        raise ValueError(f"version {version}")


def _name(result: FileResult, folder: str) -> str:
    return os.path.relpath(os.path.abspath(result.path), folder).replace(os.sep, "/")


def _rows(rows: Iterable[object]) -> str:
    """A list with one row a line."""
    return "[\n" + ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows) + "\n ]"
