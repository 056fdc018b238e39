"""Caches what is found in files, so that what hasn't changed isn't linted again.

The key of an entry covers everything that it depends on: the file's bytes and name, the rules in force with all their
options, jlint itself and the Python that runs it. No entry can be out of date; the least recently used are dropped.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path
from struct import pack
from typing import TYPE_CHECKING, Any
from zlib import adler32, crc32

import msgspec

from jlint.cache_folder import cache_folder
from jlint.document.house_usage import HouseUsage
from jlint.document.own_words import OwnWords
from jlint.engine.cache_tables import NAME, Row, Tables, remove_older
from jlint.engine.installed import fingerprint_of_jlint
from jlint.engine.known_fact import KnownFact
from jlint.engine.known_files import KnownFiles, Seen
from jlint.engine.result import FileResult
from jlint.engine.told import ToldFile
from jlint.finding import Text

if TYPE_CHECKING:
    from jlint.config import FileSettings

MOST_RESULTS = 20_000
"""How many results are kept: enough for the 2,500 posts of a large site under a few configurations."""

_PATIENCE = 5
"""Seconds to wait for another run that is writing."""
_CHECKSUM = 8
_SIGNS_OF_DAMAGE = (ValueError, TypeError, OverflowError, msgspec.MsgspecError)
_NO_PLACE = Text(
    "ホームフォルダーがないので、結果を次回のために残しません（JLINT_CACHE_DIR で場所を指定できます）",
    "Without a home folder no results are kept for the next run (JLINT_CACHE_DIR names a place for them)",
)


class Cache:
    """What earlier runs found. If the cache can't be used, it finds and stores nothing, and `problem` says why."""

    def __init__(self) -> None:
        folder = cache_folder()
        self.problem = None if folder else _NO_PLACE
        self._path = (folder or Path()) / NAME
        self._jlint = fingerprint_of_jlint()
        self._settings: dict[int, tuple[FileSettings, bytes]] = {}
        self._unused_today: list[bytes] = []
        self._files = KnownFiles({})

    def key(self, content: bytes, name: str, settings: FileSettings) -> bytes:
        """The key of a file's entry, from `content` (the digest of its bytes), its name and its settings."""
        known = self._settings.get(id(settings))  # that of an object which is kept, so no other can have it
        if known is None:
            known = self._settings[id(settings)] = settings, self._fingerprint(settings)
        return sha256(known[1] + name.encode("utf-8", "surrogateescape") + b"\0" + content).digest()

    def known_files(self, paths: Collection[str]) -> KnownFiles:
        """What is known of the files, given by absolute path, to tell whether they have changed."""
        known: dict[str, Seen] = {}

        decoder = msgspec.msgpack.Decoder(Seen)

        def look_up(tables: Tables) -> None:
            by_name = {_bytes(path): path for path in paths}
            for name, value in tables.files(list(by_name)):
                known[by_name[name]] = decoder.decode(_opened(value, name))

        self._in_database(look_up)
        self._files = KnownFiles(known)
        return self._files

    def facts(self, keys: Sequence[bytes]) -> dict[bytes, tuple[KnownFact, ...]]:
        """The facts that the files with these keys contribute, by key: of every file that is in the cache."""
        found: dict[bytes, tuple[KnownFact, ...]] = {}

        decoder = msgspec.msgpack.Decoder(tuple[KnownFact, ...])

        def look_up(tables: Tables) -> None:
            for key, value, is_of_today in tables.facts(keys):
                found[key] = decoder.decode(_opened(value, key))
                if not is_of_today:
                    self._unused_today.append(key)

        self._in_database(look_up)
        return found

    def told(self, keys: Sequence[bytes], form: str) -> dict[bytes, ToldFile]:
        """How the files with these keys are told in a report of this form, as far as that is in the cache."""
        found: dict[bytes, ToldFile] = {}

        decoder = msgspec.msgpack.Decoder(ToldFile)

        def look_up(tables: Tables) -> None:
            for key, value in tables.told(keys, form):
                found[key] = decoder.decode(_opened(value, key, form))

        self._in_database(look_up)
        return found

    def find(self, keys: Sequence[bytes]) -> dict[bytes, FileResult]:
        """The cached results, by key."""
        facts = self.facts(keys)
        found: dict[bytes, FileResult] = {}

        def look_up(tables: Tables) -> None:
            for key, value in tables.results(list(facts)):
                found[key] = msgspec.msgpack.decode(_opened(value, key), type=FileResult)._replace(
                    facts=tuple(fact.whole() for fact in facts[key])
                )

        self._in_database(look_up)
        return found

    def keep(
        self, results: Mapping[bytes, FileResult], told: Mapping[str, Mapping[bytes, ToldFile]] | None = None
    ) -> None:
        """Stores the results, what is told of files by form, and what is new of files; drops what is too much."""
        results_and_facts = [row for key, result in results.items() for row in _rows_of(key, result)]
        rows = [*results_and_facts, *_rows_of_told(told or {}), *_rows_of_files(self._files.new)]
        if not rows and not self._unused_today:
            return

        def insert(tables: Tables) -> None:
            tables.use(self._unused_today)
            tables.insert(rows)
            tables.shrink(MOST_RESULTS)

        self._in_database(insert)

    def _in_database(self, action: Callable[[Tables], None]) -> None:
        """Runs the action in one transaction. An error is recorded in `problem`, and the cache is not used again."""
        if self.problem:
            return
        try:
            if not self._path.exists():
                self._path.parent.mkdir(parents=True, exist_ok=True)
                remove_older(self._path.parent)
            with closing(sqlite3.connect(self._path, timeout=_PATIENCE)) as database, database:
                action(Tables(database))
        except (sqlite3.Error, OSError, *_SIGNS_OF_DAMAGE) as error:
            self.problem = Text(
                f"前回の結果を使えないので、すべて調べます（{self._path}）",
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


def _rows_of(key: bytes, result: FileResult) -> list[Row]:
    """The rows of a result: none if the file's name isn't UTF-8."""
    try:
        facts = _sealed(tuple(map(KnownFact.of, result.facts)), key)
    except UnicodeEncodeError:
        return []
    rest = _sealed(result._replace(facts=(), seconds=0.0), key)
    return [Row("facts", (key,), facts), Row("results", (key,), rest)] if facts and rest else []


def _rows_of_told(told: Mapping[str, Mapping[bytes, ToldFile]]) -> Iterator[Row]:
    for form, files in told.items():
        for key, each in files.items():
            sealed = _sealed(each, key, form)
            if sealed:
                yield Row("told", (key, form), sealed)


def _rows_of_files(files: Mapping[str, Seen]) -> Iterator[Row]:
    for path, seen in files.items():
        name = _bytes(path)
        sealed = _sealed(seen, name)
        if sealed:
            yield Row("files", (name,), sealed)


def _sealed(value: Any, key: bytes, form: str = "") -> bytes | None:
    """The value as bytes, a checksum first, which covers the key too; None for text that isn't valid Unicode."""
    try:
        packed = msgspec.msgpack.encode(value)
    except UnicodeEncodeError:
        return None
    return _checksum(packed, key, form) + packed


def _opened(sealed: bytes, key: bytes, form: str = "") -> bytes:
    """The bytes of the value. Raises ValueError if they are not those that were stored under this key."""
    checksum, packed = sealed[:_CHECKSUM], sealed[_CHECKSUM:]
    if _checksum(packed, key, form) != checksum:
        raise ValueError("checksum")
    return packed


def _checksum(packed: bytes, key: bytes, form: str) -> bytes:
    # two checksums, for damage and not for attackers: a cryptographic digest takes ten times as long
    name = key + form.encode()
    return pack("<II", crc32(packed, crc32(name)), adler32(packed, adler32(name)))


def _bytes(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape")


def _stable(value: object) -> object:
    """The value in a form that is alike in every process, as the order of a set isn't: words and turns as digests."""
    if isinstance(value, OwnWords | HouseUsage):
        return value.digest
    return sorted(value) if isinstance(value, frozenset) else value
