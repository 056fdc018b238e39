"""The rows of a partition, each with its text or with what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from jlint.corpus.job import Job, Partition, is_parquet
from jlint.corpus.lines import lines
from jlint.corpus.parquet import opened
from jlint.document.json_fields import why_no_json
from jlint.finding import Text

KEPT = 1_000
"""How many characters of a bad row are kept."""


class Row(NamedTuple):
    """A row: its number in the file, from 1, its id, and its text, None for a bad one. `content` is how it begins."""

    number: int
    id: object
    text: str | None
    content: str
    problem: Text | None = None


def rows_of(partition: Partition, job: Job) -> Iterator[Row]:
    """The rows, in their order. A blank line of JSON Lines is none, but counts.

    Raises OSError or CorpusError where the file can't be read.
    """
    return _of_parquet(partition, job) if is_parquet(partition.path) else _of_json_lines(partition, job)


def _of_json_lines(partition: Partition, job: Job) -> Iterator[Row]:
    with open(partition.path, "rb") as file:
        file.seek(partition.start)
        for number, (line, length) in enumerate(islice(lines(file), partition.rows), partition.first):
            if line is None:
                yield _bad(number, None, "", f"行が長すぎます（{length:,} バイト）", f"The line has {length:,} bytes")
            elif line.strip():
                yield _of_line(number, line, job)


def _of_line(number: int, line: bytes, job: Job) -> Row:
    content = line[: 4 * KEPT].decode("utf-8", "replace").strip()[:KEPT]
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # that it isn't UTF-8 is a ValueError too
        why = why_no_json(error)
        return _bad(number, None, content, f"JSON として読めません（{why.ja}）", f"It can't be read as JSON ({why.en})")
    if not isinstance(value, dict):
        return _bad(number, None, content, "JSON のオブジェクトではありません", "It is no JSON object")
    row_id = value.get(job.id_column) if job.id_column else None
    if job.column not in value:
        return _bad(number, row_id, content, f"{job.column} がありません", f"It has no {job.column}")
    return _of_value(number, row_id, value[job.column], content)


def _of_parquet(partition: Partition, job: Job) -> Iterator[Row]:
    with opened(partition.path, partition.shown, job.columns) as source:
        table = source.read_row_group(partition.group, columns=job.columns).slice(partition.start, partition.rows)
    for index in range(table.num_rows):
        number = partition.first + index
        row_id = table[job.id_column][index].as_py() if job.id_column else None
        try:
            value = table[job.column][index].as_py()
        except UnicodeDecodeError as error:
            why = why_no_json(error)
            yield _bad(number, row_id, "", f"読めません（{why.ja}）", f"Not readable ({why.en})")
        else:
            yield _of_value(number, row_id, value, "" if value is None else str(value)[:KEPT])


def _of_value(number: int, row_id: object, value: object, content: str) -> Row:
    if isinstance(value, str):
        return Row(number, row_id, value, content)
    kind = "null" if value is None else type(value).__name__
    return _bad(number, row_id, content, f"文字列ではなく {kind} です", f"It is no text but {kind}")


def _bad(number: int, row_id: object, content: str, ja: str, en: str) -> Row:
    return Row(number, row_id, None, content, Text(ja, en))
