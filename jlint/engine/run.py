"""Lints many files, in sequence or in several processes."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from jlint.engine.corpus import conclude
from jlint.engine.files import Unreadable
from jlint.engine.known_fact import AnyFact
from jlint.engine.one_file import FileLinter
from jlint.engine.result import Failure, FileResult
from jlint.finding import Language, Text
from jlint.paths import STDIN
from jlint.regular_file import why_unreadable
from jlint.rules.contract.cross_file import CrossRule
from jlint.rules.table import rules_named

if TYPE_CHECKING:
    from jlint.config import Config
    from jlint.engine.cache import Cache

PROCESSES_FROM = 50
"""With fewer files, starting processes costs more than it saves."""

_LOST = Text(
    "調べていたプロセスが外から止められました（メモリー不足かもしれません）。--jobs 1 で試してください",
    "The process that was to check it was ended from outside, perhaps for want of memory. Try --jobs 1",
)
_Result = TypeVar("_Result")


class Watch(Protocol):
    """Passes results on as they come, to show the progress of a run of `total` files."""

    def __call__(self, results: Iterable[_Result], total: int) -> Iterable[_Result]: ...


def run(
    files: Sequence[str],
    linter: FileLinter,
    *,
    jobs: int | None = None,
    cache: Cache | None = None,
    watch: Watch | None = None,
) -> list[FileResult]:
    """Lints each of `files`; those that the configuration excludes have no result.

    `jobs` is the number of processes, None for as many as there are cores once there are enough files. An error with a
    file becomes a failure in its result. Results that the `cache` holds are not computed again.
    """
    results = raw_results(files, linter, jobs=jobs, cache=cache, watch=watch)
    done = with_conclusions([result for result in results.values() if result], linter.config.language)
    if linter.changes is None:
        return done
    return [narrowed for result in done if (narrowed := linter.changes.narrowed(result))]


def raw_results(
    files: Sequence[str],
    linter: FileLinter,
    *,
    jobs: int | None = None,
    cache: Cache | None = None,
    watch: Watch | None = None,
) -> dict[str, FileResult | None]:
    """The result of each of the files before anything is concluded across files, in their order; as for `run`."""
    keys = linter.keys(files, cache) if cache else {}
    known = cache.find(list(keys.values())) if cache else {}
    to_lint = [path for path in files if keys.get(path) not in known]
    computed = linted(to_lint, linter, jobs=jobs, watch=watch)
    if cache:
        cache.keep(to_keep(computed, linter, cache))
    return {path: computed[path] if path in computed else known[keys[path]] for path in files}


def linted(
    files: Sequence[str], linter: FileLinter, *, jobs: int | None = None, watch: Watch | None = None
) -> dict[str, FileResult | None]:
    """The result of each of the files, None for one that the configuration excludes."""

    def lost(path: str, why: Text) -> FileResult:
        return FileResult(path, failures=(Failure(path, None, why.to(linter.config.language)),))

    if files:
        import_module("jlint.engine.lint")  # once, and not in each process
    return dict(zip(files, each_file(files, linter, lost, jobs=jobs, watch=watch), strict=True))


def to_keep(computed: Mapping[str, FileResult | None], linter: FileLinter, cache: Cache) -> dict[bytes, FileResult]:
    """The results that may be cached, by key: a failure may not occur the next time, as when a rule ran out of time."""
    whole = ((path, result) for path, result in computed.items() if result and not result.failures)
    return {key: result for path, result in whole if (key := linter.key_of(result, path, cache))}


def told(result: FileResult, language: Language) -> list[FileResult]:
    """The result of the only file of a run, with one finding for each problem, and what belongs to the run."""
    from jlint.engine.gather import gathered

    return gathered(with_conclusions([result], language), language)


def with_conclusions(results: Sequence[FileResult], language: Language) -> list[FileResult]:
    """The results with what the rules across files find in them."""
    rules = rules_across(result.facts for result in results)
    return conclude(results, rules, language) if rules else list(results)


def rules_across(facts_of_files: Iterable[Iterable[AnyFact]]) -> list[CrossRule]:
    """The rules that the facts are for."""
    across = {fact.rule for facts in facts_of_files for fact in facts}
    return [rule() for rule in rules_named(across) if issubclass(rule, CrossRule)] if across else []


def each_file(
    files: Sequence[str],
    work: Callable[[str], _Result],
    lost: Callable[[str, Text], _Result],
    *,
    jobs: int | None = None,
    watch: Watch | None = None,
) -> Iterable[_Result]:
    """What `work`, which can be pickled and raises nothing, makes of each file, in their order.

    `jobs` as for `run`. `lost` makes the result of a file whose process ended too soon, from its path and why.
    """
    watch = watch or _unwatched
    workers = min(jobs or (_cores() if len(files) >= PROCESSES_FROM else 1), len(files))
    if workers > 1 and STDIN not in files:
        return _in_processes(files, work, lost, workers, watch)
    return watch(map(work, files), len(files))


def _unwatched(results: Iterable[_Result], total: int) -> Iterable[_Result]:
    return results


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _in_processes(
    files: Sequence[str],
    work: Callable[[str], _Result],
    lost: Callable[[str, Text], _Result],
    workers: int,
    watch: Watch,
) -> Iterable[_Result]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children

    done: list[_Result] = []
    chunk = max(1, min(16, len(files) // (workers * 4)))
    before = {process.pid for process in active_children()}
    try:
        pool = ProcessPoolExecutor(workers, initializer=_start_worker, initargs=(work,))
        results: Iterable[_Result] = pool.map(_in_worker, files, chunksize=chunk)
    except OSError:  # the system has no more processes or pipes: go on in this process
        for process in active_children():
            if process.pid not in before:
                process.terminate()
        return watch(map(work, files), len(files))
    with pool:
        try:
            done.extend(watch(results, len(files)))
        except BrokenProcessPool:
            pass
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return [*done, *(lost(path, _LOST) for path in files[len(done) :])]


_work_of_worker: Callable[[str], Any] | None = None


def _start_worker(work: Callable[[str], Any]) -> None:
    from threading import Thread

    global _work_of_worker
    _work_of_worker = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Ends this worker when its parent process is killed; otherwise it would wait for work forever."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _in_worker(path: str) -> Any:
    if _work_of_worker is None:
        raise RuntimeError("a worker was asked before it was started")
    return _work_of_worker(path)


def failures_of(paths: Iterable[Unreadable], config: Config) -> Iterator[FileResult]:
    """A failure for each named path that doesn't exist and each folder that can't be opened."""
    for path, error in paths:
        why = _why_missing(path) if isinstance(error, FileNotFoundError) else why_unreadable(error)
        yield FileResult(path, failures=(Failure(path, None, why.to(config.language)),))


def _why_missing(path: str) -> Text:
    """What is said of a path at which there is nothing: whether it was to be a file, shows by how it is written."""
    if path.endswith("/"):
        return Text("フォルダーがありません", "There is no such folder")
    if not os.path.splitext(path)[1]:
        return Text("ファイルもフォルダーもありません", "There is no such file or folder")
    return why_unreadable(FileNotFoundError())
