"""Settings and configuration files: what changes there holds at once, and what is wrong in them is shown there."""

from __future__ import annotations

import asyncio
import os
from collections import defaultdict

from lsprotocol import types

from jlint.api.errors import Mistake
from jlint.config.in_force.locate import OWN_NAME, PYPROJECT, SHARED_NAME
from jlint.config.reading.usage import FILE as USAGE
from jlint.config.reading.words import FILE as WORDS
from jlint.engine.baseline import DEFAULT_NAME
from jlint.file_state import Stamp, stamp_of
from jlint.finding import Text
from jlint.lsp.diagnostics import of_mistakes
from jlint.lsp.documents import OpenDocument, path_of, uri_of
from jlint.lsp.server import Server
from jlint.lsp.settings import SECTION
from jlint.lsp.shown import Shown
from jlint.regular_file import ReadError, read_regular

_POLL = 1.5
"""Seconds between two looks at the files that settings come from: not every client watches, and none knows them all."""
_WATCHED = (OWN_NAME, SHARED_NAME, PYPROJECT, WORDS, USAGE, DEFAULT_NAME, "_config.yml", ".gitignore")


def register(server: Server) -> None:
    """Has the server answer the methods."""
    watching = Watching(server)
    server.on(types.INITIALIZED, watching.begin)
    server.on(types.WORKSPACE_DID_CHANGE_CONFIGURATION, watching.settings_changed)
    server.on(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, watching.files_changed)
    server.on(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, watching.folders_changed)
    server.listeners.append(watching.look)
    server.mistake_listeners.append(watching.publish_mistakes)
    server.configuration_listeners.append(watching.configuration_opened)


class Watching:
    """Notices what changes, has everything linted anew, and publishes the mistakes in configurations."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._seen: dict[str, Stamp | None] = {}
        self._published: dict[str, frozenset[Mistake]] = {}
        self._told: set[str] = set()

    async def begin(self, _: object) -> None:
        """Asks for settings and has files watched, as far as the client can do that."""
        server = self._server
        if server.abilities.watches:
            watchers = [types.FileSystemWatcher(glob_pattern=f"**/{name}") for name in _WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            what = types.Registration("jlint-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            server.spawn(self._registered(types.RegistrationParams([what])))
        server.spawn(self._poll())
        await self._ask_for_settings()

    async def settings_changed(self, params: types.DidChangeConfigurationParams) -> None:
        """Takes over settings that are sent, or asks for them."""
        if isinstance(params.settings, dict) and params.settings:
            self._server.take_settings(params.settings)
        await self._ask_for_settings()
        self._changed()

    def configuration_opened(self, document: OpenDocument) -> None:
        """Shows the mistakes of a configuration that is opened or saved, whether or not a draft is open."""
        self._server.session.look_at_configuration(document.path, lambda: self.look(document))

    def files_changed(self, _: types.DidChangeWatchedFilesParams) -> None:
        """Lints anew: which of the files matters for which is known where they are read."""
        self._changed()

    async def folders_changed(self, params: types.DidChangeWorkspaceFoldersParams) -> None:
        """Takes up folders and drops others."""
        added = filter(None, (path_of(folder.uri) for folder in params.event.added))
        self._server.folders.change(added, filter(None, (path_of(folder.uri) for folder in params.event.removed)))
        await self._ask_for_settings()
        self._changed()

    def look(self, document: OpenDocument, _: Shown | None = None) -> None:
        """Publishes mistakes as soon as a file is linted, and notes which files to look at."""
        for file, stamp in self._server.folders.stamps():
            self._seen.setdefault(file, stamp)
        self.publish_mistakes()
        problem = self._server.folders.of(document.path).baselines.problem
        if problem and problem.ja not in self._told:
            self._told.add(problem.ja)
            self._server.tell([problem])

    async def _poll(self) -> None:
        while True:
            await asyncio.sleep(_POLL)
            if any(stamp_of(file) != stamp for file, stamp in self._seen.items()):
                self._changed()

    def _changed(self) -> None:
        self._seen = {file: stamp_of(file) for file in dict(self._server.folders.stamps())}
        self._told.clear()
        self._server.folders.refresh()
        self._server.session.lint_all()

    async def _ask_for_settings(self) -> None:
        server = self._server
        if not server.abilities.configuration:
            return
        folders = server.folders.workspace
        items = [types.ConfigurationItem(scope_uri=uri_of(folder), section=SECTION) for folder in folders]
        asked = [types.ConfigurationItem(section=SECTION), *items]
        try:
            given = await server.workspace_configuration_async(types.ConfigurationParams(asked))
        except Exception:  # a client that says it can, and can't
            return
        before = [(folder, server.folders.at(folder).settings) for folder in folders]
        for folder, value in zip([None, *folders], given, strict=False):
            if value:
                server.take_settings(value, folder)
        if before != [(folder, server.folders.at(folder).settings) for folder in folders]:
            server.session.lint_all()

    async def _registered(self, params: types.RegistrationParams) -> None:
        try:
            await self._server.client_register_capability_async(params)
        except Exception:
            return  # the files are looked at from time to time anyway

    def publish_mistakes(self) -> None:
        """Publishes the mistakes in configurations, as far as they are others than before."""
        by_file: dict[str, set[Mistake]] = defaultdict(set)
        for mistake in self._server.folders.mistakes:
            if mistake.line is None and not os.path.lexists(mistake.path):
                self._tell_once(mistake)
            else:
                by_file[uri_of(mistake.path)].add(mistake)
        for uri in {*by_file, *self._published}:
            mistakes = frozenset(by_file.get(uri, ()))
            if self._published.get(uri, frozenset()) != mistakes:
                self._publish(uri, mistakes)

    def _publish(self, uri: str, mistakes: frozenset[Mistake]) -> None:
        if mistakes:
            self._published[uri] = mistakes
        else:
            self._published.pop(uri, None)
        document = self._server.session.document(uri)
        text = document.text if document else _text_of(path_of(uri) or "")
        self._server.publish(uri, None, of_mistakes(mistakes, text, self._server.encoding))

    def _tell_once(self, mistake: Mistake) -> None:
        """A setting of the client's, such as a name in `select`, has no file to show its mistake in."""
        if str(mistake) not in self._told:
            self._told.add(str(mistake))
            self._server.tell([Text(str(mistake), str(mistake))])


def _text_of(path: str) -> str:
    try:
        return read_regular(path).decode("utf-8", "replace")
    except ReadError:
        return ""
