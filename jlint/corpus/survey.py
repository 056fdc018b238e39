"""Cuts a file into partitions."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import blake2b
from itertools import islice
from typing import Any, BinaryIO

from jlint.corpus.job import CorpusError, Job, Partition, is_parquet
from jlint.corpus.lines import lines
from jlint.corpus.parquet import chunks, opened

_PIECE = 1 << 24


def survey(path: str, job: Job, rows: int = 10_000) -> list[Partition]:
    """The partitions of a file, of at most so many rows each. A partition of Parquet lies in one row group.

    The whole file is read once, for the digests; of Parquet the columns that the job needs. Raises OSError or
    CorpusError where it can't be read, ValueError for less than one row.
    """
    if rows < 1:
        raise ValueError(f"a partition has one row at least, not {rows}")
    absolute = os.path.abspath(path)
    return list(_of_parquet(absolute, path, job, rows) if is_parquet(path) else _of_json_lines(absolute, path, rows))


def make_sure_unchanged(partition: Partition, job: Job) -> None:
    """Raises CorpusError where the rows are no longer those that were surveyed, OSError where they can't be read."""
    with open(partition.path, "rb") as file:
        if is_parquet(partition.path):
            with opened(partition.path, partition.shown, job.columns) as source:
                known = partition.group < source.metadata.num_row_groups
                digest = _digest_of_group(source, file, partition.group, job) if known else ""
        else:
            file.seek(partition.start)
            digest, _ = _next_lines(file, partition.rows)
    if digest != partition.digest:
        shown = partition.shown
        raise CorpusError(
            f"{shown} が、調べている間に書き換えられました。もう一度実行してください",
            f"{shown} was changed while it was linted. Run again",
        )


def _of_json_lines(path: str, shown: str, rows: int) -> Iterator[Partition]:
    start, first, number = 0, 1, 0
    with open(path, "rb") as file:
        while True:
            digest, lengths = _next_lines(file, rows)
            if not lengths:
                return
            yield Partition(path, shown, number, first, len(lengths), start, 0, digest)
            start, first, number = start + sum(lengths), first + len(lengths), number + 1


def _next_lines(file: BinaryIO, count: int) -> tuple[str, list[int]]:
    """The digest and the lengths in bytes of the next lines."""
    digest = blake2b(digest_size=16)
    lengths = [length for _, length in islice(lines(file, digest.update), count)]
    return digest.hexdigest(), lengths


def _of_parquet(path: str, shown: str, job: Job, rows: int) -> Iterator[Partition]:
    first, number = 1, 0
    with opened(path, shown, job.columns) as source, open(path, "rb") as file:
        for group in range(source.metadata.num_row_groups):
            digest = _digest_of_group(source, file, group, job)
            in_group = source.metadata.row_group(group).num_rows
            for start in range(0, in_group, rows):
                count = min(rows, in_group - start)
                yield Partition(path, shown, number, first, count, start, group, digest)
                first, number = first + count, number + 1


def _digest_of_group(source: Any, file: BinaryIO, group: int, job: Job) -> str:
    digest = blake2b(str(source.schema_arrow).encode(), digest_size=16)
    for offset, length in chunks(source, group, job.columns):
        file.seek(offset)
        for at in range(0, length, _PIECE):
            digest.update(file.read(min(_PIECE, length - at)))
    return digest.hexdigest()
