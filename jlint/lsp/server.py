"""The server: connects what the client sends with what knows the answer."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from contextlib import suppress
from inspect import iscoroutinefunction
from typing import Any, cast

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from jlint import __version__
from jlint.engine.reading import read_bytes
from jlint.finding import Language, Text
from jlint.internal_error import internal_error
from jlint.language_choice import language_around, language_of_locale
from jlint.lsp.abilities import Abilities
from jlint.lsp.diagnostics import Diagnostics
from jlint.lsp.documents import OpenDocument, path_of, uri_of
from jlint.lsp.folders import Folders
from jlint.lsp.plugins import plugin_problems
from jlint.lsp.positions import Positions
from jlint.lsp.protocol import Protocol
from jlint.lsp.session import Session
from jlint.lsp.settings import Settings, settings_from
from jlint.lsp.shown import Shown
from jlint.printable import printable_line

_MOST_BYTES = 50_000_000
_LOOK_AT_PARENT = 5.0
"""Seconds between two looks whether the client's process is still there."""


class Server(LanguageServer):
    """jlint for one client. `session` is there once the client has said `initialize`."""

    session: Session

    def __init__(self, language: Language | None, of_locale: Language | None) -> None:
        super().__init__("jlint", __version__, protocol_cls=Protocol, max_workers=1)
        self.abilities = Abilities()
        self._base = Settings(lang=language)
        self._initial = self._base
        self._of_locale = of_locale
        self.folders = Folders(self._base, of_locale or "ja")
        self.listeners: list[Callable[[OpenDocument, Shown], None]] = []
        self.configuration_listeners: list[Callable[[OpenDocument], None]] = []
        self.mistake_listeners: list[Callable[[], None]] = []
        self.open_listeners: list[Callable[[OpenDocument], None]] = []
        self.save_listeners: list[Callable[[OpenDocument], None]] = []
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def encoding(self) -> types.PositionEncodingKind | str:
        """The encoding of positions that was agreed on."""
        return self.workspace.position_encoding or types.PositionEncodingKind.Utf16

    @property
    def language(self) -> Language:
        """The language of messages that belong to no file."""
        if self.folders.settings.lang:
            return self.folders.settings.lang
        first = next(iter(self.folders.workspace), None)
        return self.folders.fallback if first is None else language_around(first, self.folders.fallback)

    def on(self, method: str, handler: Callable[..., Any], options: Any = None) -> None:
        """Has `handler` answer a method; an exception that it raises is told as a sentence and answered by nothing."""
        self.feature(method, options)(self._guarded(handler))

    def on_command(self, name: str, handler: Callable[..., Any]) -> None:
        """Has `handler` do a command; it is given the command's arguments."""
        self.command(name)(self._guarded(handler))

    def start(self, params: types.InitializeParams) -> None:
        """Takes over what the client says about itself and starts to work."""
        self.abilities = Abilities.of(params.capabilities)
        settings, wrong = settings_from(params.initialization_options, self._base)
        self._initial = settings
        if settings.allow_plugins:
            wrong += plugin_problems()
        named = {language_of_locale(params.locale or ""), self._of_locale}
        self.folders = Folders(settings, "en" if "en" in named and "ja" not in named else "ja")
        given = [folder.uri for folder in params.workspace_folders or ()] or [params.root_uri or ""]
        self.folders.change(filter(None, map(path_of, given)), ())
        self.session = Session(asyncio.get_running_loop(), self, self.folders)
        self.tell(wrong)
        if params.process_id is not None and os.name == "posix":
            self.spawn(self._end_with(params.process_id))

    def take_settings(self, given: Any, folder: str | None = None) -> None:
        """Takes over settings that the client gives for a folder, or for all."""
        settings, wrong = settings_from(given, self._initial)
        self.tell(wrong)
        self.folders.set(settings, folder)

    def diagnostics_for(self, document: OpenDocument, *, settings: Settings | None = None) -> Diagnostics:
        """What makes the diagnostics of an open file."""
        return Diagnostics(
            document.uri,
            document.path,
            document.positions,
            settings or self.folders.of(document.path).settings,
            with_related=self.abilities.related,
            with_tags=self.abilities.tags,
        )

    def diagnostics_on_disk(self, path: str, settings: Settings) -> Diagnostics:
        """What makes the diagnostics of a file that isn't open, by its text on the disk. In any thread."""
        data = read_bytes(path, _MOST_BYTES)
        positions = Positions(data.decode("utf-8", "replace") if isinstance(data, bytes) else "", self.encoding)
        abilities = self.abilities
        return Diagnostics(
            uri_of(path), path, positions, settings, with_related=abilities.related, with_tags=abilities.tags
        )

    def mistakes_found(self) -> None:
        """Tells all who want to know that configurations were read, perhaps with mistakes."""
        for listener in self.mistake_listeners:
            listener()

    def publish(self, uri: str, version: int | None, diagnostics: list[types.Diagnostic]) -> None:
        """Publishes the diagnostics of a file."""
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, version))

    def show(self, document: OpenDocument, shown: Shown) -> None:
        """Tells all who want to know that something new is known of an open file."""
        for listener in self.listeners:
            listener(document, shown)

    def say(self, message: str) -> None:
        """Writes to the client's log."""
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, printable_line(message)))

    def tell(self, messages: list[Text]) -> None:
        """Shows messages to the user, as a warning each."""
        for message in messages:
            text = printable_line(message.to(self.language))
            self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, text))

    def spawn(self, work: Awaitable[None]) -> None:
        """Does something beside the answering of messages."""
        task = asyncio.ensure_future(cast("asyncio.Task[None]", work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Broken messages are no matter for a pop-up: they go to the log."""
        what = " ".join(f"{type(error).__name__}: {error}".split())
        text = Text(f"読めないメッセージがありました（{what}）", f"A message can't be read ({what})")
        with suppress(Exception):
            self.say(text.to(self.language))

    def _guarded(self, handler: Callable[..., Any]) -> Callable[..., Any]:
        def failed(error: Exception) -> None:
            self.say(internal_error(error).to(self.language))

        if iscoroutinefunction(handler):

            async def waiting(*arguments: Any) -> Any:
                try:
                    return await handler(*arguments)
                except Exception as error:
                    return failed(error)

            return waiting

        def answering(*arguments: Any) -> Any:
            try:
                return handler(*arguments)
            except Exception as error:
                return failed(error)

        return answering

    async def _end_with(self, process: int) -> None:
        """Ends the server when the client's process is gone, even if another one holds the pipe open."""
        while True:
            await asyncio.sleep(_LOOK_AT_PARENT)
            try:
                os.kill(process, 0)
            except ProcessLookupError:
                os._exit(1)
            except OSError:
                return
