"""`jlint check --watch`: lints what changes, as it changes, until Ctrl-C."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from time import monotonic, sleep, strftime
from typing import NamedTuple

import click

from jlint.cli import check_steps
from jlint.cli.check_options import CheckOptions
from jlint.cli.exit_codes import FAILED, INTERRUPTED
from jlint.cli.outcome import exit_code, gather, write_report
from jlint.cli.prepare import Prepared, prepare
from jlint.cli.run_support import on_terminal, progress_for
from jlint.cli.words import print_notice, print_stdout, words
from jlint.config import Config
from jlint.engine.files import Found
from jlint.engine.result import FileResult
from jlint.engine.run import failures_of, linted, raw_results, with_conclusions
from jlint.file_state import Stamp, noting_reads, stamp_of
from jlint.finding import Language
from jlint.report import Style
from jlint.report.parts import Rest, in_format

_PAUSE = 0.5
"""Seconds between two looks at the files."""
_REST = 0.1
"""Seconds for which nothing may change before a change is taken up: editors write a file in several steps."""
_MOST_REST = 2.0
_SHOWN = 3


class _Seen(NamedTuple):
    """How things are on the disk: the files by path, and the folders in which new ones may appear."""

    files: dict[str, Stamp | None]
    folders: dict[str, Stamp | None]


def watch(options: CheckOptions) -> int:
    """Lints, shows and waits until Ctrl-C. Returns the exit code of the last state, as if it were a run of its own."""
    watching = _Watching(options)
    try:
        watching.begin()
        watching.say_ready()
        pause = _pauses(options.paths or (".",))
        while True:
            pause()
            watching.look()
    except KeyboardInterrupt:
        return INTERRUPTED if watching.code is None else watching.code


class _Watching:
    """What was found up to now. `code` is the exit code that goes with it, None before the first run has ended."""

    def __init__(self, options: CheckOptions) -> None:
        self.code: int | None = None
        self._options = options
        self._settings: dict[str, Stamp | None] = {}
        self._seen = _Seen({}, {})
        self._raw: dict[str, FileResult | None] = {}
        self._before: dict[str, FileResult] = {}
        self._run: tuple[Config, Found, Prepared] | None = None

    def begin(self) -> None:
        """Lints everything under the configuration as it is now, and shows it."""
        # before they are looked at: what appears meanwhile is a change
        places = _places(check_steps.files_of(self._options).files)
        with noting_reads() as reads:
            config = check_steps.configure(self._options)
            found = check_steps.find(self._options, config)
            prepared = prepare(found, self._options, config) if found else None
            for path in found.files if found else ():
                config.for_file(path)
        read = {path: seen and seen.stamp for path, seen in reads.seen.items() if not os.path.isdir(path)}
        self._settings = {**read, **places}
        if found is None or prepared is None:
            self.code = FAILED
            self._seen = self._look_at(self._run[1] if self._run else Found(()))
            return
        self._run = config, found, prepared
        self._seen = self._look_at(found)
        watch = progress_for(len(found.files), config.language)
        self._raw = raw_results(
            found.files, prepared.linter, jobs=self._options.jobs, cache=prepared.cache, watch=watch
        )
        self._show(None)

    def say_ready(self) -> None:
        """Says that the run goes on."""
        print_notice(
            words("変更を待っています（Ctrl-C で終わります）", "Waiting for changes (Ctrl-C ends it)", self._language)
        )

    @property
    def _language(self) -> Language | None:
        return self._run[0].language if self._run else self._options.lang

    def look(self) -> None:
        """Lints and shows what has changed since the last look."""
        if any(stamp_of(path) != stamp for path, stamp in self._settings.items()):
            self._wait_for_rest()
            self._say("設定が変わったので、すべて調べ直します", "The configuration has changed: all is checked again")
            self.begin()
            return
        now = self._look_at(self._run[1] if self._run else Found(()))
        if now == self._seen:
            return
        self._wait_for_rest()
        if self._run is None:
            self.begin()
            return
        config, _, prepared = self._run
        found = check_steps.files_of(self._options)
        now = self._look_at(found)
        changed = [path for path in found.files if now.files[path] != self._seen.files.get(path)]
        gone = self._seen.files.keys() - now.files.keys()
        self._seen = now
        if not changed and not gone:
            return
        self._settings = {**_places(changed), **self._settings}
        if self._options.since is not None:
            prepared = prepare(found, self._options, config)
        self._run = config, found, prepared
        for path in gone:
            self._raw.pop(path, None)
        self._raw.update(linted(changed, prepared.linter, jobs=1))
        self._show({*changed, *gone})

    def _show(self, changed: set[str] | None) -> None:
        """Shows what was found in the files that have changed, or where something else is found now; None for all."""
        assert self._run
        config, found, prepared = self._run
        options, language = self._options, config.language
        raw = [result for path in found.files if (result := self._raw.get(path))]
        results = [*failures_of(found.unreadable, config), *with_conclusions(raw, language)]
        if prepared.linter.changes:
            results = [each for result in results if (each := prepared.linter.changes.narrowed(result))]
        left = prepared.baseline.without_accepted(results) if prepared.baseline else results
        whole = gather(left, language, as_they_are=options.all_findings)
        now = {file.path: file for file in whole.files}
        told = [file for file in whole.files if changed is None or file.path in changed or _differ(file, self._before)]
        if changed is not None:
            names = sorted({*changed, *(file.path for file in told)})
            more = f" +{len(names) - _SHOWN}" if len(names) > _SHOWN else ""
            print_stdout("", f"── {strftime('%H:%M:%S')} {', '.join(names[:_SHOWN])}{more}")
        rest = Rest([failure for file in told for failure in file.failures], whole.totals)
        style = on_terminal(Style(language, docs_url=config.docs_url, quiet=options.quiet), options.color)
        write_report(options.report_format, partial(in_format, options.report_format, told, rest), style)
        self._before = now
        self.code = exit_code(whole, config, options.least)

    def _look_at(self, found: Found) -> _Seen:
        folders = {os.path.dirname(path) or "." for path in found.files}
        folders |= {path for path in self._options.paths or (".",) if os.path.isdir(path)}
        return _Seen({path: stamp_of(path) for path in found.files}, {path: stamp_of(path) for path in folders})

    def _wait_for_rest(self) -> None:
        """Waits until the files are left alone for a moment."""
        end = monotonic() + _MOST_REST
        found = self._run[1] if self._run else Found(())
        before = self._look_at(found)
        while monotonic() < end:
            sleep(_REST)
            now = self._look_at(found)
            if now == before:
                return
            before = now

    def _say(self, ja: str, en: str) -> None:
        print_stdout("", f"── {strftime('%H:%M:%S')} {words(ja, en, self._language)}")
        sys.stdout.flush()  # mistakes in a configuration follow on standard error


def _places(files: Iterable[str]) -> dict[str, Stamp | None]:
    """The places where a configuration of the files would stand, there or not."""
    from jlint.api.nearest_config import places_that_decide

    folders = {os.path.dirname(path) for path in files}
    places = {place for folder in folders for place in places_that_decide(os.path.join(folder, "draft.md"))}
    return {place: stamp_of(place) for place in places if not os.path.isdir(place)}


def _differ(file: FileResult, before: dict[str, FileResult]) -> bool:
    """Whether something else is found in a file that has not changed, as rules across files do."""
    return file.path not in before or file.findings != before[file.path].findings


def _pauses(paths: Iterable[str]) -> Callable[[], object]:
    """What waits until it is time to look again: for a change where watchfiles is installed, else for a moment."""
    try:
        from watchfiles import watch as changes
    except ImportError:
        return partial(sleep, _PAUSE)
    folders = {path if os.path.isdir(path) else os.path.dirname(path) or "." for path in paths}
    milliseconds = int(_PAUSE * 1000)
    found: Iterator[object] = changes(
        *folders, debounce=milliseconds, rust_timeout=2 * milliseconds, yield_on_timeout=True, raise_interrupt=True
    )
    return lambda: next(found)


def refuse_what_ends(options: CheckOptions) -> None:
    """Raises UsageError for options that make no sense in a run without an end."""
    if options.report_format not in ("text", "concise") or options.report_files or options.profile:
        raise click.UsageError(
            words(
                "--watch は text か concise の形で端末に示すだけです。--output や --profile とは使えません。",
                "--watch shows the formats text and concise only, and goes neither with --output nor with --profile.",
            )
        )
    if options.fix_mode or options.staged or options.add_suppressions is not None or "-" in options.paths:
        raise click.UsageError(
            words(
                "--watch は --fix、--diff、--staged、--add-suppressions や標準入力（-）とは使えません。",
                "--watch goes with none of --fix, --diff, --staged, --add-suppressions and standard input, -.",
            )
        )
