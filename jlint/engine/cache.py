"""Caches the results of files, so that what hasn't changed isn't linted again.

The key of a result covers everything that it depends on: the file's bytes and name, the rules in force with all their
options, jlint itself and the Python that runs it. No entry can be out of date; the least recently used are dropped.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

import jlint
from jlint.cache_folder import cache_folder, with_checksum, without_checksum
from jlint.document.house_usage import HouseUsage
from jlint.document.own_words import OwnWords
from jlint.engine.result import FileResult
from jlint.finding import Text

if TYPE_CHECKING:
    from jlint.config import FileSettings

MOST_RESULTS = 20_000
"""How many results are kept: enough for the 2,500 posts of a large site under a few configurations."""

_BATCH = 500
_PATIENCE = 5
"""Seconds to wait for another run that is writing."""
_SIGNS_OF_DAMAGE = (ValueError, TypeError, OverflowError, msgspec.MsgspecError)
_NO_PLACE = Text(
    "ホームフォルダーがないので、結果を次回のために残しません（JLINT_CACHE_DIR で場所を指定できます）",
    "Without a home folder no results are kept for the next run (JLINT_CACHE_DIR names a place for them)",
)
_TABLE = "CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, value BLOB NOT NULL, run INTEGER NOT NULL)"
_INDEX = "CREATE INDEX IF NOT EXISTS results_by_run ON results (run)"


class Cache:
    """The results of earlier runs. If the cache can't be used, it finds and stores nothing, and `problem` says why."""

    def __init__(self) -> None:
        folder = cache_folder()
        self.problem = None if folder else _NO_PLACE
        self._path = (folder or Path()) / "results.sqlite3"
        self._jlint = _fingerprint_of_jlint()
        self._settings: dict[FileSettings, bytes] = {}

    def key(self, content: bytes, name: str, settings: FileSettings) -> bytes:
        """The key of a file's result, from `content` (the digest of its bytes), its name and its settings."""
        known = self._settings.get(settings)
        if known is None:
            known = self._settings[settings] = self._fingerprint(settings)
        digest = sha256(known)
        digest.update(name.encode("utf-8", "surrogateescape") + b"\0")
        digest.update(content)
        return digest.digest()

    def find(self, keys: Sequence[bytes]) -> dict[bytes, FileResult]:
        """The cached results, by key."""
        found: dict[bytes, FileResult] = {}

        def look_up(database: sqlite3.Connection) -> None:
            run = _last_run(database) + 1
            for batch in (keys[start : start + _BATCH] for start in range(0, len(keys), _BATCH)):
                marks = ",".join("?" * len(batch))
                for key, value in database.execute(f"SELECT key, value FROM results WHERE key IN ({marks})", batch):
                    found[key] = _unpacked(value)
                database.execute(f"UPDATE results SET run = ? WHERE key IN ({marks})", [run, *batch])

        self._in_database(look_up)
        return found

    def keep(self, results: Mapping[bytes, FileResult]) -> None:
        """Stores the results, and drops the least recently used beyond MOST_RESULTS."""

        def insert(database: sqlite3.Connection) -> None:
            run = _last_run(database)
            packed = ((key, _packed(result), run) for key, result in results.items())
            rows = [row for row in packed if row[1] is not None]
            database.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", rows)
            oldest = "SELECT key FROM results ORDER BY run DESC LIMIT -1 OFFSET ?"
            database.execute(f"DELETE FROM results WHERE key IN ({oldest})", [MOST_RESULTS])

        self._in_database(insert)

    def _in_database(self, action: Callable[[sqlite3.Connection], None]) -> None:
        """Runs the action in one transaction. An error is recorded in `problem`, and the cache is not used again."""
        if self.problem:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=_PATIENCE)) as database, database:
                database.execute("PRAGMA synchronous = OFF")
                database.execute(_TABLE)
                database.execute(_INDEX)
                action(database)
        except (sqlite3.Error, OSError, *_SIGNS_OF_DAMAGE) as error:
            self.problem = Text(
                f"前回の結果を使えないので、すべて調べます（{self._path}: {error}）",
                f"Results of earlier runs can't be used, so all is checked ({self._path}: {error})",
            )
            if type(error) is sqlite3.DatabaseError or isinstance(error, _SIGNS_OF_DAMAGE):
                self._set_aside()

    def _set_aside(self) -> None:
        """Renames a damaged file, so that the next run starts a new one. It is not deleted: parts may be readable."""
        with suppress(OSError):
            self._path.replace(self._path.with_suffix(".damaged"))

    def _fingerprint(self, settings: FileSettings) -> bytes:
        rules = [f"{rule.id} {severity.label} {rule.state}" for rule, severity in settings.active]
        others = [_stable(value) for value in settings._replace(active=())]
        parts = [self._jlint, *rules, repr(others)]
        return sha256("\n".join(parts).encode()).digest()


def _packed(result: FileResult) -> bytes | None:
    """The result as bytes, a checksum first; None if the file's name isn't UTF-8."""
    try:
        packed = msgspec.msgpack.encode(result)
    except UnicodeEncodeError:
        return None
    return with_checksum(packed)


def _unpacked(value: bytes) -> FileResult:
    """The result. Raises ValueError if its bytes are not those that were stored."""
    return msgspec.msgpack.decode(without_checksum(value), type=FileResult)


def _stable(value: object) -> object:
    """The value in a form that is alike in every process, as the order of a set isn't: words and turns as digests."""
    if isinstance(value, OwnWords | HouseUsage):
        return value.digest
    return sorted(value) if isinstance(value, frozenset) else value


def _last_run(database: sqlite3.Connection) -> int:
    (run,) = database.execute("SELECT coalesce(max(run), 0) FROM results").fetchone()
    return int(run)


def _fingerprint_of_jlint() -> str:
    """A text that changes whenever a file of the package does, so that developers of jlint don't get old results."""
    folder = Path(jlint.__file__).parent
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".pyc")
    stats = ((path, path.stat()) for path in paths)
    files = [f"{path.relative_to(folder)} {stat.st_size} {stat.st_mtime_ns}" for path, stat in stats]
    return "\n".join([jlint.__version__, sys.version, *files])
