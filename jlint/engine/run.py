"""Lints many files, one after the other or in several processes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from jlint.document import Document
from jlint.engine.corpus import conclude
from jlint.engine.files import STDIN
from jlint.engine.lint import lint
from jlint.engine.result import Failure, FileResult
from jlint.finding import Text
from jlint.rules.cross import CrossRule
from jlint.rules.table import RULES

if TYPE_CHECKING:
    from jlint.config import Config

PROCESSES_FROM = 50
"""With fewer files, starting processes costs more than it saves."""


def run(files: Sequence[str], config: Config, *, jobs: int | None = None, stdin_name: str = STDIN) -> list[FileResult]:
    """Lints each of `files`; those that the configuration excludes are left out of the answer.

    `jobs` is the number of processes, None for as many as there are cores once there are enough files. `stdin_name`
    is what standard input, `-`, is called. What goes wrong with a file becomes a failure in its result.
    """
    workers = min(jobs or (_cores() if len(files) >= PROCESSES_FROM else 1), len(files))
    if workers > 1 and STDIN not in files:
        results = _in_processes(files, config, workers)
    else:
        results = (_one(path, config, stdin_name) for path in files)
    done = [result for result in results if result is not None]
    if not any(result.facts for result in done):
        return done
    return conclude(done, [rule() for rule in RULES if issubclass(rule, CrossRule)], config.language)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _in_processes(files: Sequence[str], config: Config, workers: int) -> Iterable[FileResult | None]:
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers, initializer=_start_worker, initargs=(config,)) as pool:
        return list(pool.map(_in_worker, files, chunksize=max(1, min(16, len(files) // (workers * 4)))))


_worker_config: Config | None = None


def _start_worker(config: Config) -> None:
    global _worker_config
    _worker_config = config


def _in_worker(path: str) -> FileResult | None:
    if _worker_config is None:
        raise RuntimeError("a worker was asked before it was started")
    return _one(path, _worker_config, STDIN)


def _one(path: str, config: Config, stdin_name: str) -> FileResult | None:
    name = stdin_name if path == STDIN else path
    settings = config.for_file(name)
    if settings is None:
        return None
    text = _read(path, settings.max_file_size)
    if isinstance(text, Text):
        return FileResult(name, failures=(Failure(name, None, text.to(settings.language)),))
    document = Document(text, name, settings.dialect)
    return lint(document, settings.active, known=settings.known, language=settings.language)


def _read(path: str, max_size: int) -> str | Text:
    """The decoded file, or the sentence that says why it can't be had."""
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(max_size + 1)
        else:
            with open(path, "rb") as file:
                data = file.read(max_size + 1)
    except OSError as error:
        return _why_unreadable(error)
    if len(data) > max_size:
        size = f"{max_size:,}"
        return Text(
            f"大きすぎます: {size} バイトを超えています。rules.yaml の max-file-size で上限を変えられます",
            f"Too large: more than {size} bytes. max-file-size in rules.yaml sets the limit",
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        place, byte = error.start + 1, data[error.start]
        return Text(
            f"UTF-8 として読めません: {place:,} バイト目が 0x{byte:02X} です",
            f"Not readable as UTF-8: byte {place:,} is 0x{byte:02X}",
        )


def _why_unreadable(error: OSError) -> Text:
    if isinstance(error, FileNotFoundError):
        return Text("ファイルがありません", "There is no such file")
    if isinstance(error, PermissionError):
        return Text("読む権限がありません", "Permission to read it is missing")
    if isinstance(error, IsADirectoryError):
        return Text("フォルダーです", "It is a folder")
    return Text(f"読めません: {error.strerror}", f"Can't be read: {error.strerror}")


def missing(paths: Iterable[str], config: Config) -> Iterator[FileResult]:
    """A failure for each named path that doesn't exist."""
    for path in paths:
        message = _why_unreadable(FileNotFoundError()).to(config.language)
        yield FileResult(path, failures=(Failure(path, None, message),))
