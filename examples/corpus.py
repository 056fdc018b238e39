"""Lints a corpus in JSON Lines or Parquet with dask.distributed, on this machine or on many: see docs/scale.md.

    python corpus.py texts.jsonl more.parquet --output results --column text --workers 4

Dask spreads the partitions out; what is done with each, jlint.corpus says.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Literal, NoReturn, cast

import click

import jlint
from jlint import corpus
from jlint.corpus import CorpusError, Job, Partition, Record

FOUND, FAILED, INTERRUPTED = 1, 2, 130
IN_FLIGHT = 4
"""How many partitions each thread is given ahead: a corpus has too many to hand them all to Dask at once."""
PATIENCE = 30
"""Seconds to wait for the scheduler."""

Language = Literal["ja", "en"]


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("inputs", nargs=-1, required=True)
@click.option("--output", required=True, help="The folder for the results.")
@click.option("--config", "config_file", help="A rules.yaml. Without it the built-in settings hold.")
@click.option("--column", default="text", show_default=True, help="The column that holds the texts.")
@click.option("--id", "id_column", help="A column that identifies the texts; results repeat it.")
@click.option("--format", "format_name", type=click.Choice(corpus.FORMATS), default="jsonl", show_default=True)
@click.option("--workers", type=click.IntRange(min=1), help="Processes on this machine; by default one for each core.")
@click.option("--scheduler", metavar="ADDRESS", help="A Dask cluster that runs already, such as tcp://10.0.0.1:8786.")
@click.option("--partition-size", type=click.IntRange(min=1), default=10_000, show_default=True, help="Rows.")
@click.option("--lang", type=click.Choice(["ja", "en"]), help="The language of messages.")
def main(lang: Language | None, workers: int | None, scheduler: str | None, **options: Any) -> NoReturn:
    """Lint the texts in INPUTS: files of JSON Lines or Parquet, or folders of them.

    Exits with 0 if there are no errors in the texts, 1 if there are, 2 for wrong usage or configuration, and if rows
    could not be linted; the others are linted all the same.
    """
    if workers and scheduler:
        raise click.UsageError("--workers is for a cluster on this machine and doesn't go with --scheduler.")
    environment = os.environ.get("JLINT_LANG")
    lang = lang or (cast(Language, environment) if environment in ("ja", "en") else None)
    try:
        job, files, size = asked(lang=lang, **options)
        known = corpus.known_records(job)
        refuse_results_of_others(files, known.values(), job.output)
        with dask_client(workers, scheduler) as client:
            corpus.prepare(job)
            sys.exit(run(client, job, files, size, known))
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except (CorpusError, jlint.ConfigError, OSError) as error:
        say(*sentence(error), lang)
    sys.exit(FAILED)


def asked(
    *,
    inputs: tuple[str, ...],
    output: str,
    config_file: str | None,
    column: str,
    id_column: str | None,
    format_name: corpus.Format,
    partition_size: int,
    lang: Language | None,
) -> tuple[Job, list[str], int]:
    """The job, the files and the rows of a partition. Raises CorpusError and ConfigError."""
    config = jlint.Config.load(config_file, lang=lang) if config_file else jlint.Config()
    job = Job(os.path.abspath(output), config, column, id_column, format_name, lang)
    return job, files_in(inputs), partition_size


def run(client: Any, job: Job, files: Collection[str], size: int, known: Mapping[str, Record]) -> int:
    """Lints what isn't done and returns the exit code. `known` are the records of earlier runs."""
    calls = [(file, job, size) for file in files]
    surveys = {file: outcome for (file, *_), outcome in outcomes(client, corpus.survey, calls)}
    unread = {file: outcome for file, outcome in surveys.items() if isinstance(outcome, BaseException)}
    for file, error in unread.items():
        say(*sentence(error, file), job.language)
    if unread:
        return FAILED
    partitions: list[Partition] = [partition for file in files for partition in surveys[file]]

    names = {partition.name for partition in partitions}
    for record in known.values():
        if record.name not in names:  # the file has become shorter, or the partitions larger
            corpus.forget(record.name, job)
    done = {each.name: known[each.name] for each in partitions if corpus.is_done(each, job, known)}
    before, failed = len(done), 0
    todo = [(partition, job) for partition in partitions if partition.name not in done]
    for (partition, _), outcome in outcomes(client, corpus.lint_partition, todo):
        if isinstance(outcome, BaseException):
            failed += 1
            say(*sentence(outcome, f"{partition.shown}:{partition.first}"), job.language)
        else:
            done[partition.name] = outcome
            show_progress(len(done), len(partitions))
    return conclude(job, done.values(), {"partitions": len(partitions), "before": before, "failed": failed})


def files_in(inputs: Iterable[str]) -> list[str]:
    """The files that are named, and those in folders that are, each once. Raises CorpusError for all others."""
    files: dict[str, str] = {}
    for path in inputs:
        inside = [path]
        if os.path.isdir(path):
            inside = sorted(str(each) for each in Path(path).iterdir() if each.name.lower().endswith(corpus.SUFFIXES))
        for file in inside:
            if not os.path.isfile(file):
                raise CorpusError(f"{file} というファイルがありません", f"There is no file {file}")
            if not file.lower().endswith(corpus.SUFFIXES):
                listing = ", ".join(corpus.SUFFIXES)
                raise CorpusError(f"{file} は調べられません。{listing} だけです", f"{file} is none of {listing}")
            files.setdefault(os.path.abspath(file), file)
    if not files:
        raise CorpusError("調べるファイルがありません", "There is no file to lint")
    return list(files.values())


def refuse_results_of_others(files: Iterable[str], records: Iterable[Record], output: str) -> None:
    """Raises CorpusError where the folder holds results of files that aren't among these."""
    others = {record.path: record.shown for record in records}
    for file in files:
        others.pop(os.path.abspath(file), None)
    for shown in others.values():
        raise CorpusError(
            f"{output} には {shown} の結果があります。それも一緒に調べるか、別のフォルダーにしてください",
            f"{output} holds results of {shown}. Lint that too, or choose another folder",
        )


@contextmanager
def dask_client(workers: int | None, scheduler: str | None) -> Iterator[Any]:
    """A client of the cluster at the address, without one of a cluster of processes on this machine, on loopback only.

    Raises CorpusError where there is none.
    """
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        raise CorpusError(
            "Dask が要ります。pip install 'jlint[scale]' で入ります",
            "Dask is needed; pip install 'jlint[scale]' installs it",
        ) from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters is told as an outcome
    if scheduler is None:
        with (
            LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                host="127.0.0.1",
                dashboard_address="127.0.0.1:0",
                silence_logs=logging.CRITICAL,
                preload=[os.path.abspath(__file__)],
            ) as cluster,
            Client(cluster) as client,
        ):
            yield client
        return
    try:
        client = Client(scheduler, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        why = " ".join(str(error).split())
        raise CorpusError(f"{scheduler} につながりません（{why}）", f"{scheduler} can't be reached ({why})") from None
    with client:
        yield client


def dask_setup(_worker: object) -> None:
    """Leaves Ctrl-C to the process that began the cluster. Dask calls this in each that it has begun here."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def outcomes(
    client: Any, function: Callable[..., Any], calls: Collection[tuple[Any, ...]]
) -> Iterator[tuple[Any, Any]]:
    """Each call, as its arguments, with what the function returns or raises on a worker; first what ends first.

    When a process is ended, Dask suspects all calls that it was given. Those are tried again at the end, one at a time,
    so that only the guilty ones fail.
    """
    suspects: list[tuple[Any, ...]] = []
    for call, outcome in _outcomes(client, function, calls, IN_FLIGHT * max(1, sum(client.nthreads().values()))):
        if _is_killed(outcome):
            suspects.append(call)
        else:
            yield call, outcome
    yield from _outcomes(client, function, suspects, 1)


def _outcomes(
    client: Any, function: Callable[..., Any], calls: Collection[tuple[Any, ...]], at_once: int
) -> Iterator[tuple[Any, Any]]:
    from distributed import as_completed

    waiting, running = iter(calls), {}
    ended = as_completed()

    def start(count: int) -> None:
        for call in islice(waiting, count):
            future = client.submit(function, *call, pure=False)
            running[future.key] = call
            ended.add(future)

    start(at_once)
    for future in ended:
        error = future.exception()
        yield running.pop(future.key), future.result() if error is None else error
        start(1)


def _is_killed(outcome: object) -> bool:
    """Whether the processes that a call was given to were ended."""
    return type(outcome).__name__ == "KilledWorker"


def conclude(job: Job, records: Collection[Record], partitions: dict[str, int]) -> int:
    """Adds everything up, on standard output and in counts.json. Returns the exit code."""
    counts = sum((record.counts for record in records), jlint.Counts())
    bad = sum(record.bad for record in records)
    summary = {
        "jlint": jlint.__version__,
        "config": job.config.fingerprint,
        "partitions": partitions,
        "rows": sum(record.rows for record in records),
        "bad": bad,
        **counts.as_dict(),
    }
    text = json.dumps(summary, ensure_ascii=False, indent=1) + "\n"
    beside = Path(job.output, "counts.json.writing")
    beside.write_text(text, "utf-8")
    beside.replace(Path(job.output, "counts.json"))
    print(text, end="")
    if bad or partitions["failed"] or counts.failures:
        return FAILED
    return FOUND if counts.severities.get("error") else 0


def sentence(error: BaseException, where: str = "") -> tuple[str, str]:
    """What went wrong, and where, in both languages."""
    if isinstance(error, CorpusError):
        return error.message
    if isinstance(error, jlint.ConfigError):
        return str(error), str(error)
    where = where and f"{where}: "
    if isinstance(error, OSError):
        what = f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror or error)
        return f"{where}読み書きできません（{what}）", f"{where}Can't be read or written ({what})"
    if _is_killed(error):
        return (
            f"{where}調べていたプロセスが何度も止まりました。メモリー不足かもしれません。"
            "--partition-size を小さくしてみてください",
            f"{where}The processes that were to lint it were ended, perhaps for want of memory. "
            "Try a smaller --partition-size",
        )
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return f"{where}途中で止まりました（{what}）", f"{where}It stopped halfway ({what})"


def say(ja: str, en: str, lang: Language | None) -> None:
    """Writes a sentence to standard error."""
    print(en if lang == "en" else ja, file=sys.stderr)


def show_progress(done: int, total: int) -> None:
    """Shows on a terminal how far the run is."""
    if sys.stderr.isatty():
        print(f"\r{done:,} / {total:,}", end="\n" if done == total else "", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
