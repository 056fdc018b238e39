"""The only module that knows how Parquet is read. pyarrow is imported when a file is opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

from jlint.corpus.job import CorpusError


def make_sure_available() -> None:
    """Raises CorpusError where pyarrow isn't installed."""
    if find_spec("pyarrow") is None:
        raise CorpusError(
            "Parquet には pyarrow が要ります。pip install 'jlint[scale]' で入ります",
            "Parquet needs pyarrow; pip install 'jlint[scale]' installs it",
        )


@contextmanager
def opened(path: str, shown: str, columns: Iterable[str]) -> Iterator[Any]:
    """The file as a `pyarrow.parquet.ParquetFile`, which has these columns.

    Raises CorpusError where it hasn't, is no Parquet, or is damaged, also where that shows later inside the block; and
    OSError where it can't be opened.
    """
    make_sure_available()
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        with ParquetFile(path) as file:
            for name in columns:
                if name not in file.schema_arrow.names:
                    listing = ", ".join(file.schema_arrow.names)
                    raise CorpusError(
                        f"{shown} に {name} という列がありません。あるのは {listing} です",
                        f"{shown} has no column {name}; it has {listing}",
                    )
            yield file
    except ArrowException as error:
        why = " ".join(str(error).split())
        raise CorpusError(
            f"{shown} は Parquet として読めません（{why}）", f"{shown} can't be read as Parquet ({why})"
        ) from None


def chunks(file: Any, group: int, columns: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where the bytes of these columns of a row group are: offset and length."""
    wanted, metadata = frozenset(columns), file.metadata.row_group(group)
    for chunk in (metadata.column(index) for index in range(metadata.num_columns)):
        if chunk.path_in_schema.partition(".")[0] in wanted:
            offsets = [offset for offset in (chunk.dictionary_page_offset, chunk.data_page_offset) if offset]
            yield min(offsets), chunk.total_compressed_size
