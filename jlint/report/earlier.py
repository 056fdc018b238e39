"""The numbers of earlier runs, from their JSON reports."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Iterable, Mapping

from msgspec import Struct

from jlint.finding import Severity, Text
from jlint.regular_file import ReadError, read_regular
from jlint.user_error import UserError

_MOST_BYTES = 500_000_000
_DATE = r"(?<!\d)(\d{4})-?([01]\d)-?([0-3]\d)(?:[T_ -]?([0-2]\d)[:-]?([0-5]\d))?(?!\d)"


class EarlierRun(Struct, frozen=True):
    """What a run found, and what it is called: its date."""

    label: str
    errors: int
    warnings: int
    infos: int

    @property
    def counts(self) -> Mapping[Severity, int]:
        """The numbers by severity."""
        return {Severity.ERROR: self.errors, Severity.WARNING: self.warnings, Severity.INFO: self.infos}


def earlier_runs(paths: Iterable[str]) -> tuple[EarlierRun, ...]:
    """The runs of JSON reports, and of all `*.json` in folders, the oldest first. Raises UserError for what is none.

    The date of a report is that in its name, as in `2026-11-03.json`, else that of the file.
    """
    files: dict[str, None] = {}
    for path in paths:
        if os.path.isdir(path):
            names = sorted(name for name in os.listdir(path) if name.endswith(".json"))
            files.update(dict.fromkeys(os.path.join(path, name) for name in names))
        else:
            files[path] = None
    return tuple(sorted(map(_run, files), key=lambda run: run.label))


def _run(path: str) -> EarlierRun:
    try:
        summary = json.loads(read_regular(path, _MOST_BYTES))["summary"]
        counts = [summary[name] for name in ("errors", "warnings", "infos")]
        if not all(type(count) is int and count >= 0 for count in counts):
            raise ValueError("counts")
        return EarlierRun(_date_of(path), *counts)
    except ReadError as error:
        raise UserError(Text(f"{path}: {error.message.ja}", f"{path}: {error.message.en}")) from error
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise UserError(
            Text(
                f"{path} は jlint の JSON の報告ではありません（jlint check --output json=FILE で作ります）",
                f"{path} is no JSON report of jlint's (made by jlint check --output json=FILE)",
            )
        ) from error


def _date_of(path: str) -> str:
    found = re.search(_DATE, os.path.basename(path))
    if found:
        year, month, day, hour, minute = found.groups()
        return f"{year}-{month}-{day}" + (f" {hour}:{minute}" if hour else "")
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(os.stat(path).st_mtime))
