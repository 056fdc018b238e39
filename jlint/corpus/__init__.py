"""Corpora in JSON Lines or Parquet, linted partition by partition: by whatever engine spreads the partitions out.

`survey` cuts a file into partitions, `lint_partition` lints one and writes its outputs. Both, their arguments and what
they return can be pickled, so that they run on any machine that sees the files: docs/scale.md, examples/corpus.py.
"""

from jlint.corpus.job import FORMATS, SUFFIXES, CorpusError, Format, Job, Partition
from jlint.corpus.outputs import Record, forget, is_done, known_records, prepare
from jlint.corpus.partition import lint_partition
from jlint.corpus.survey import survey

__all__ = [
    "FORMATS",
    "SUFFIXES",
    "CorpusError",
    "Format",
    "Job",
    "Partition",
    "Record",
    "forget",
    "is_done",
    "known_records",
    "lint_partition",
    "prepare",
    "survey",
]
