"""The tables of the cache, an SQLite file. A row's value is opaque here; what isn't needed isn't read."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from time import time
from typing import Any, NamedTuple

NAME = "results-2.sqlite3"
"""The file's name. Its number is to be raised with every change of the tables or of what is stored in them."""

_OLDER = re.compile(r"results\.(?:sqlite3|damaged)(?:-journal|-wal|-shm)?")
_BATCH = 500
_MOST_FILES = 100_000
_DAY = 86_400
_TABLES = {
    "files": "path BLOB PRIMARY KEY, value BLOB NOT NULL",
    "facts": "key BLOB PRIMARY KEY, value BLOB NOT NULL, day INTEGER NOT NULL",
    "results": "key BLOB PRIMARY KEY, value BLOB NOT NULL",
    "told": "key BLOB, form TEXT, value BLOB NOT NULL, PRIMARY KEY (key, form)",
}


class Row(NamedTuple):
    """A row to store: its table, its key, its value."""

    table: str
    key: tuple[Any, ...]
    value: bytes


class Tables:
    """The tables of an open database. Raises what sqlite3 raises.

    `facts` has a row for each entry, with the day on which it was last used.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._today = int(time()) // _DAY
        database.execute("PRAGMA synchronous = OFF")
        for name, columns in _TABLES.items():
            database.execute(f"CREATE TABLE IF NOT EXISTS {name} ({columns})")

    def files(self, paths: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """Path and value of each of the files that is known."""
        return self._rows("SELECT path, value FROM files WHERE path IN", paths)

    def facts(self, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes, bool]]:
        """Key and value of each entry, and whether it was used today already."""
        for key, value, day in self._rows("SELECT key, value, day FROM facts WHERE key IN", keys):
            yield key, value, day == self._today

    def results(self, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """Key and value of each result."""
        return self._rows("SELECT key, value FROM results WHERE key IN", keys)

    def told(self, keys: Sequence[bytes], form: str) -> Iterator[tuple[bytes, bytes]]:
        """Key and value of what is told in this form."""
        return self._rows("SELECT key, value FROM told WHERE form = ? AND key IN", keys, form)

    def use(self, keys: Sequence[bytes]) -> None:
        """Notes that the entries are used today."""
        for batch, marks in _batches(keys):
            self._database.execute(f"UPDATE facts SET day = ? WHERE key IN ({marks})", [self._today, *batch])

    def insert(self, rows: Iterable[Row]) -> None:
        """Stores the rows, those of a table together, in the place of earlier ones."""
        for table, group in groupby(sorted(rows), key=lambda row: row.table):
            more = (self._today,) if table == "facts" else ()
            values = [(*row.key, row.value, *more) for row in group]
            marks = ",".join("?" * len(values[0]))
            self._database.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", values)

    def shrink(self, most: int) -> None:
        """Drops the least recently used entries beyond so many, and the files read longest ago."""
        if self._count("facts") > most:
            oldest = "SELECT key FROM facts ORDER BY day DESC, rowid DESC LIMIT -1 OFFSET ?"
            self._database.execute(f"DELETE FROM facts WHERE key IN ({oldest})", [most])
            for table in ("results", "told"):
                self._database.execute(f"DELETE FROM {table} WHERE key NOT IN (SELECT key FROM facts)")
        if self._count("files") > _MOST_FILES:
            oldest = "SELECT path FROM files ORDER BY rowid DESC LIMIT -1 OFFSET ?"
            self._database.execute(f"DELETE FROM files WHERE path IN ({oldest})", [_MOST_FILES])

    def _count(self, table: str) -> int:
        (count,) = self._database.execute(f"SELECT count(*) FROM {table}").fetchone()
        return int(count)

    def _rows(self, query: str, keys: Sequence[bytes], *first: str) -> Iterator[tuple[Any, ...]]:
        for batch, marks in _batches(keys):
            yield from self._database.execute(f"{query} ({marks})", [*first, *batch])


def _batches(keys: Sequence[bytes]) -> Iterator[tuple[Sequence[bytes], str]]:
    for start in range(0, len(keys), _BATCH):
        batch = keys[start : start + _BATCH]
        yield batch, ",".join("?" * len(batch))


def remove_older(folder: Path) -> None:
    """Removes from the folder the files that earlier versions cached results in: nothing reads them any more."""
    with suppress(OSError):
        for path in folder.iterdir():
            if _OLDER.fullmatch(path.name):
                with suppress(OSError):
                    path.unlink()
