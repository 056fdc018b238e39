"""The files that a partition is written to, and the records that say what they were made of."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec

from jlint.api.counts import Counts
from jlint.corpus.job import FORMATS, Format, Job, Partition
from jlint.corpus.parquet import make_sure_available

_FINDINGS, _BAD, _DONE = "findings", "bad", "done"
_BEING_WRITTEN = ".writing"
_TEXTS = ("file", "id", "rule", "category", "severity", "message", "fix", "related")
_NUMBERS = ("row", "line", "column", "end_line", "end_column")
"""The columns of Parquet. `fix` and `related` hold JSON, `id` the text of whatever it is."""
_AT_ONCE = 10_000
"""Rows of Parquet that are written together."""

Write = Callable[[dict[str, Any]], None]
"""Writes one row."""


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a partition, which has the same `name`, `path`, `shown`, `first` and `rows`.

    `bad` counts the rows that were not linted.
    """

    name: str
    fingerprint: str
    path: str
    shown: str
    first: int
    rows: int
    bad: int
    format: Format
    counts: Counts


def prepare(job: Job) -> None:
    """Makes the folders, and removes what killed runs have left half written.

    Raises OSError, and CorpusError where Parquet is to be written and pyarrow is missing.
    """
    if job.format == "parquet":
        make_sure_available()
    for name in (_FINDINGS, _BAD, _DONE):
        folder = Path(job.output, name)
        folder.mkdir(parents=True, exist_ok=True)
        for path in folder.glob(f"*{_BEING_WRITTEN}"):
            path.unlink(missing_ok=True)


def known_records(job: Job) -> dict[str, Record]:
    """The records of earlier runs, by the name of their partition. What can't be read as one counts for nothing."""
    records: dict[str, Record] = {}
    for path in sorted(Path(job.output, _DONE).glob("*.json")):
        with suppress(msgspec.MsgspecError, OSError):
            record = msgspec.json.decode(path.read_bytes(), type=Record)
            records[record.name] = record
    return records


def is_done(partition: Partition, job: Job, records: Mapping[str, Record]) -> bool:
    """Whether an earlier run has written just what this one would."""
    record = records.get(partition.name)
    if record is None or record.fingerprint != partition.fingerprint(job):
        return False
    return _file_of(job.output, _FINDINGS, record.name, record.format).exists()


def forget(name: str, job: Job) -> None:
    """Removes all outputs of a partition. Raises OSError.

    The record goes first: without it the other files count for nothing, whatever becomes of this process.
    """
    kinds = [(_DONE, "json"), (_BAD, "jsonl"), *((_FINDINGS, each) for each in FORMATS)]
    for kind, suffix in kinds:
        _file_of(job.output, kind, name, suffix).unlink(missing_ok=True)


@contextmanager
def opened_outputs(partition: Partition, job: Job) -> Iterator[tuple[Write, Write]]:
    """Writers of findings and of bad rows. Their files appear, whole, when the block ends; that of bad rows if any are.

    What an earlier run has written for the partition is removed first. Raises OSError.
    """
    name = partition.name
    forget(name, job)
    with (
        _written(_file_of(job.output, _FINDINGS, name, job.format)) as findings,
        _written(_file_of(job.output, _BAD, name, "jsonl"), or_none=True) as bad,
        _parquet_rows(findings) if job.format == "parquet" else _json_rows(findings) as write,
        _json_rows(bad) as write_bad,
    ):
        yield write, write_bad


def write_record(record: Record, job: Job) -> None:
    """Writes the record, after which the partition is done. Raises OSError."""
    with _written(_file_of(job.output, _DONE, record.name, "json")) as path:
        path.write_bytes(msgspec.json.encode(record) + b"\n")


def _file_of(output: str, kind: str, name: str, suffix: str) -> Path:
    return Path(output, kind, f"{name}.{suffix}")


@contextmanager
def _written(path: Path, *, or_none: bool = False) -> Iterator[Path]:
    """Another path to write to, which takes the place of `path` at the end; with `or_none` not if it is empty."""
    beside = path.with_name(f"{path.name}.{uuid4().hex}{_BEING_WRITTEN}")
    try:
        yield beside
        if or_none and not beside.stat().st_size:
            path.unlink(missing_ok=True)
        else:
            os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def _json_rows(path: Path) -> Iterator[Write]:
    with path.open("wb") as file:

        def write(row: dict[str, Any]) -> None:
            text = json.dumps(row, ensure_ascii=False, default=str)
            file.write(text.encode("utf-8", "replace") + b"\n")

        yield write


@contextmanager
def _parquet_rows(path: Path) -> Iterator[Write]:
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    schema = pa.schema([*((name, pa.string()) for name in _TEXTS), *((name, pa.int64()) for name in _NUMBERS)])
    waiting: list[dict[str, Any]] = []
    with ParquetWriter(path, schema) as writer:

        def write(row: dict[str, Any]) -> None:
            waiting.append(_flat(row))
            if len(waiting) >= _AT_ONCE:
                flush()

        def flush() -> None:
            writer.write_table(pa.Table.from_pylist(waiting, schema=schema))
            waiting.clear()

        yield write
        flush()


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """A row of texts and numbers only."""
    nested = {name: json.dumps(row[name], ensure_ascii=False) if row[name] else None for name in ("fix", "related")}
    texts = {name: value.encode("utf-8", "replace").decode() for name, value in row.items() if isinstance(value, str)}
    return {**row, **texts, **nested, "id": None if row["id"] is None else str(row["id"])}
