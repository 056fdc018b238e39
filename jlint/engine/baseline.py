"""The baseline: existing findings that are accepted, so that only new ones are reported.

A finding is identified by its rule and its sentence, not by its line: edits above it, renamed files and new line breaks
leave it accepted. Each entry counts how often a file holds it, so a further copy of an accepted defect is new.
"""

from __future__ import annotations

import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jlint.document.field import TOO_DEEP
from jlint.document.json_fields import why_no_json
from jlint.engine.accepted import Accepted
from jlint.engine.result import FileResult, ReportedFinding
from jlint.engine.write import WriteError, why_outside_working_folder, write_file
from jlint.finding import Severity, Text
from jlint.regular_file import ReadError, read_regular
from jlint.user_error import UserError

VERSION = 2
"""Raised when findings are identified in a new way: no finding would match an entry of an older file."""
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
        """Reads a baseline. Raises BaselineError if the file can't be read or isn't a baseline of this version."""
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
            quoted = not isinstance(error, json.JSONDecodeError | UnicodeError | TypeError | AttributeError)
            ja, en = (str(error), str(error)) if quoted else why_no_json(error)
            raise BaselineError(
                Text(f"{file} はベースラインとして読めません（{ja}）", f"{file} can't be read as a baseline ({en})")
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
        """Writes one entry a line, sorted, so that baselines of two branches merge.

        Raises BaselineError if that fails, or if the file exists and is no baseline.
        """
        if why_outside_working_folder(file) is None and not _may_be_overwritten(file):
            raise BaselineError(
                Text(
                    f"{file} はベースラインではないので、上書きしません。別の名前にするか、先に消してください",
                    f"{file} is no baseline and is not overwritten. Choose another name or remove it first",
                )
            )
        files = sorted(self._files.items())
        found = [[path, *key, count] for path, accepted in files for key, count in sorted(accepted.findings.items())]
        repeats = [[path, *repeated] for path, accepted in files for repeated in _by_severity(accepted)]
        text = f'{{\n "version": {VERSION},\n "accepted": {_rows(found)},\n "repeated": {_rows(repeats)}\n}}\n'
        try:
            write_file(file, text.encode("utf-8", "surrogateescape"))
        except WriteError as error:
            ja, en = error.message
            raise BaselineError(Text(f"{file}: {ja}", f"{file}: {en}")) from error

    def without_accepted(self, results: Iterable[FileResult]) -> list[FileResult]:
        """The results without the findings that are accepted; their `accepted` counts those."""
        with_new = self._with_new(results)
        return [
            result._replace(findings=tuple(new), accepted=len(result.findings) - len(new)) for result, new in with_new
        ]

    def accepted_in(self, path: str) -> Accepted:
        """What is accepted in the file at this path, or may be since a file of another name is gone."""
        accepted = self._files.get(_name(FileResult(path), self._folder), Accepted.of()).copy()
        for name, others in self._files.items():
            if not os.path.exists(os.path.join(self._folder, name)):
                accepted.add(others)
        return accepted

    def pruned(self, results: Iterable[FileResult]) -> Baseline:
        """The baseline without what is no longer found, and with renamed files under their new names."""
        with_new = ((result, frozenset(new)) for result, new in self._with_new(results))
        accepted = (
            result._replace(findings=tuple(finding for finding in result.findings if finding not in new))
            for result, new in with_new
        )
        return Baseline.of(accepted, self._folder)

    def with_accepted(self, path: str, findings: Iterable[ReportedFinding]) -> Baseline:
        """The baseline that accepts these findings too, which are in the file at this path."""
        name = _name(FileResult(path), self._folder)
        accepted = self._files.get(name, Accepted.of()).copy()
        accepted.add(Accepted.of(findings))
        return Baseline(self._folder, {**self._files, name: accepted})

    def _with_new(self, results: Iterable[FileResult]) -> list[tuple[FileResult, list[ReportedFinding]]]:
        """Each result with those of its findings that are not accepted.

        A file's findings are matched first with its own entries, then with those of files that no longer exist, for
        such a file may have been renamed.
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


def _may_be_overwritten(file: str) -> bool:
    """Whether there is no regular file yet, or an empty one, or a baseline of any version."""
    try:
        content = read_regular(file) if os.path.isfile(file) else b""
        return not content.strip() or json.loads(content.decode("utf-8", "surrogateescape")).keys() >= {
            "version",
            "accepted",
        }
    except (ReadError, ValueError, AttributeError, RecursionError):
        return False


def _by_severity(accepted: Accepted) -> Iterator[tuple[str, str]]:
    """The names of the repeated sentences, sorted, as one string for each severity."""
    for severity in Severity:
        names = sorted(name for found_as, name in accepted.repeats.elements() if found_as is severity)
        if names:
            yield severity.label, " ".join(names)


def _checked(row: Any, key: str, number: int, kinds: tuple[type, ...]) -> list[Any]:
    """The row, if its values have the right types and ranges. Raises ValueError, which quotes the row, if not."""
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
