"""What is to be linted, and how."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path
from typing import Literal, NamedTuple

from msgspec import Struct

from jlint.api.config import Config
from jlint.finding import Language, Text

Format = Literal["jsonl", "parquet"]
FORMATS: tuple[Format, ...] = ("jsonl", "parquet")
SUFFIXES = (".jsonl", ".ndjson", ".parquet")
"""What the names of inputs end in."""
LAYOUT = 1
"""Raised with every change of what is written: what an earlier version wrote is then made anew."""


class CorpusError(Exception):
    """A file, or a column of it, can't be read as it should: a sentence in both languages. It can be pickled."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__(ja, en)
        self.message = Text(ja, en)

    def __str__(self) -> str:
        return self.message.en


class Job(NamedTuple):
    """What holds for all partitions.

    `output` is the folder for the outputs, in a place that all processes see. `column` holds the texts, `id_column`, if
    there is one, what identifies them. `format` is that of the findings. Without `lang` the configuration decides.
    """

    output: str
    config: Config
    column: str = "text"
    id_column: str | None = None
    format: Format = "jsonl"
    lang: Language | None = None

    @property
    def columns(self) -> list[str]:
        """The columns that are read."""
        return list(dict.fromkeys(name for name in (self.column, self.id_column) if name))

    @property
    def language(self) -> Language:
        """The language of messages."""
        return self.lang or self.config.in_force.language


class Partition(Struct, frozen=True):
    """So many rows of a file, the first of them number `first`, from 1: a number of lines, or of rows in Parquet.

    `path` is absolute; outputs call the file `shown`. The rows begin at byte `start` of a file of JSON Lines, or at row
    `start`, from 0, of the row group `group` of Parquet. `digest` is that of their bytes; for Parquet that of the bytes
    of the row group's columns that are read.
    """

    path: str
    shown: str
    number: int
    first: int
    rows: int
    start: int
    group: int
    digest: str

    @property
    def name(self) -> str:
        """What its outputs are called: after the file, with a digest of its path, as two may have one name."""
        return f"{Path(self.path).stem}-{blake2b(os.fsencode(self.path), digest_size=4).hexdigest()}-{self.number:06}"

    def fingerprint(self, job: Job) -> str:
        """32 hexadecimal digits for everything that the outputs depend on: the rows, the job, the version of jlint.

        Not where the rows of JSON Lines begin: what stands in the lines before doesn't matter, only how many they are.
        """
        rows = (self.shown, self.first, self.rows, self.digest, self.start if is_parquet(self.path) else 0)
        said = (LAYOUT, rows, job.config.fingerprint, job.columns, job.id_column, job.format, job.language)
        return blake2b(repr(said).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def is_parquet(path: str) -> bool:
    """Whether a file is Parquet, by its name; all others are JSON Lines."""
    return path.lower().endswith(".parquet")
