"""What was left as it is in sessions of `jlint fix`, kept for the next one of the same repository."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import msgspec

from jlint.cache_folder import cache_folder
from jlint.engine.result import ReportedFinding
from jlint.paths import boundary_of
from jlint.regular_file import ReadError, read_regular

_FOLDER = "fix"


class _Kept(msgspec.Struct):
    """The file. `left` has path, rule and fingerprint of each finding."""

    left: list[tuple[str, str, str]] = []
    rules: list[str] = []


class Answers:
    """The answers of the repository around the current folder. `rules` are those whose findings all stay as they are.

    Without a cache folder, or where it can't be written to, they hold for this session only.
    """

    def __init__(self) -> None:
        self._root = boundary_of(os.getcwd())
        name = sha256(self._root.encode("utf-8", "surrogateescape")).hexdigest()[:32]
        folder = cache_folder()
        self._file = folder / _FOLDER / f"{name}.json" if folder else None
        kept = self._kept()
        self._left = dict.fromkeys(kept.left)
        self.rules = set(kept.rules)

    def _kept(self) -> _Kept:
        if self._file is None:
            return _Kept()
        try:
            return msgspec.json.decode(read_regular(str(self._file)), type=_Kept)
        except (ReadError, msgspec.DecodeError, msgspec.ValidationError):
            return _Kept()

    def forget(self) -> None:
        """Forgets all answers."""
        self._left.clear()
        self.rules.clear()
        self._save()

    def has(self, finding: ReportedFinding) -> bool:
        """Whether the finding was left as it is."""
        return finding.rule in self.rules or self._key(finding) in self._left

    def leave(self, findings: Iterable[ReportedFinding]) -> list[ReportedFinding]:
        """Notes that findings stay as they are; returns those that are new among them."""
        new = [each for each in findings if self._key(each) not in self._left]
        self._left.update(dict.fromkeys(self._key(each) for each in new))
        self._save()
        return new

    def take_back(self, findings: Iterable[ReportedFinding]) -> None:
        """Undoes `leave`."""
        for each in findings:
            self._left.pop(self._key(each), None)
        self._save()

    def leave_rule(self, rule: str, *, leave: bool) -> None:
        """Notes that all findings of a rule stay as they are, or undoes that."""
        (self.rules.add if leave else self.rules.discard)(rule)
        self._save()

    def _key(self, finding: ReportedFinding) -> tuple[str, str, str]:
        path = os.path.relpath(os.path.realpath(finding.path), self._root)
        return path.replace(os.sep, "/"), finding.rule, finding.fingerprint

    def _save(self) -> None:
        """Writes the file whole, so that a session that is ended in any way goes on where it was."""
        if self._file is None:
            return
        try:
            content = msgspec.json.encode(_Kept(list(self._left), sorted(self.rules)))
        except UnicodeEncodeError:  # the name of a file that isn't UTF-8
            return
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside = Path(f"{self._file}.{os.getpid()}")
            beside.write_bytes(content)
            beside.replace(self._file)
