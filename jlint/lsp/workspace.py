"""Checking all files of the workspace, by command."""

from __future__ import annotations

import os
from asyncio import Future, get_running_loop
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from lsprotocol import types

from jlint.config import Config, ConfigError
from jlint.engine.cache import Cache
from jlint.engine.files import find_files
from jlint.engine.gather import gathered
from jlint.engine.one_file import FileLinter
from jlint.engine.result import FileResult
from jlint.engine.rule_run import StoppedError
from jlint.engine.run import failures_of, run
from jlint.finding import Text
from jlint.lsp.documents import OpenDocument, uri_of
from jlint.lsp.folders import Folder
from jlint.lsp.progress import Progress
from jlint.lsp.server import Server
from jlint.lsp.worker import IsWanted

CHECK = "jlint.checkWorkspace"
_Result = TypeVar("_Result")
_CHECKING = Text("すべてのファイルを調べています", "Checking all files")


def register(server: Server) -> None:
    """Has the server do the command."""
    workspace = Workspace(server)
    server.on_command(CHECK, workspace.check)
    server.open_listeners.append(workspace.opened)


class Counts(NamedTuple):
    """What a check of the workspace comes to."""

    files: int
    findings: int


class Workspace:
    """Work on many files. It is done by the worker, which turns to what is being edited between two files."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._published: dict[str, list[types.Diagnostic]] = {}

    def opened(self, document: OpenDocument) -> None:
        """Takes back what a check has published for a file: now it has diagnostics of its own."""
        if document.uri in self._published:
            del self._published[document.uri]
            self._server.publish(document.uri, None, [])

    async def check(self, *_: object) -> dict[str, int]:
        """Lints all files of the workspace and publishes the diagnostics of those that aren't open."""
        server = self._server
        done: Future[Counts] = get_running_loop().create_future()
        progress = Progress(server, _CHECKING)

        def work(is_wanted: IsWanted) -> None:
            counts = Counts(0, 0)
            try:
                for path in server.folders.workspace:
                    more = self._checked(server.folders.at(path), is_wanted, progress)
                    counts = Counts(counts.files + more.files, counts.findings + more.findings)
            finally:
                progress.end()
                server.session.call_in_loop(_resolve, done, counts)

        server.session.worker.put("check", work)
        return (await done)._asdict()

    def _checked(self, folder: Folder, is_wanted: IsWanted, progress: Progress) -> Counts:
        """Lints the files of a folder and publishes. In the worker's thread."""
        session = self._server.session
        found = find_files([folder.path])
        engine = folder.configurations.engine()
        try:
            engine.load(found.files)
        except ConfigError:
            folder.configurations.of(os.path.join(folder.path, "draft.md"))  # notes the mistakes
            session.call_in_loop(self._server.mistakes_found)
            return Counts(0, 0)

        def watch(results: Iterable[_Result], total: int) -> Iterable[_Result]:
            for number, result in enumerate(results, 1):
                yield result
                session.worker.take_turns()
                if not is_wanted():
                    raise StoppedError
                progress(number, total)
                if isinstance(result, FileResult):
                    self._publish(result, folder, engine)

        results = run(found.files, FileLinter(engine), jobs=1, cache=Cache(), watch=watch)
        results = gathered(folder.baselines.all_without_accepted(results), engine.language)
        for result in results:
            self._publish(result, folder, engine, is_told=True)
        unreadable = list(failures_of(found.unreadable, engine))
        return Counts(len(results) + len(unreadable), sum(len(each.findings) for each in results))

    def _publish(self, result: FileResult, folder: Folder, engine: Config, *, is_told: bool = False) -> None:
        """Has the diagnostics of a file published, unless it is open. In the worker's thread."""
        if not is_told:
            (result,) = gathered(folder.baselines.all_without_accepted([result]), engine.language)
        make = self._server.diagnostics_on_disk(result.path, folder.settings)
        self._server.session.call_in_loop(self._show, uri_of(result.path), make.of(result))

    def _show(self, uri: str, diagnostics: list[types.Diagnostic]) -> None:
        if self._server.session.document(uri) is not None or self._published.get(uri, []) == diagnostics:
            return
        self._published[uri] = diagnostics
        self._server.publish(uri, None, diagnostics)


def _resolve(future: Future[Counts], counts: Counts) -> None:
    if not future.done():
        future.set_result(counts)
