"""An editor without a screen: pytest-lsp's client, with files that it edits as editors do."""

from __future__ import annotations

import asyncio
import os
import sys
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Union

from cattrs import Converter
from lsprotocol import types
from pygls.protocol import default_converter
from pygls.uris import from_fs_path
from pytest_lsp import LanguageClient
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

from jlint.span import LINE_END

PATIENCE = 60.0
"""Seconds to wait for something that is to come; machines that run tests may be slow."""
UTF_16, UTF_32 = types.PositionEncodingKind.Utf16, types.PositionEncodingKind.Utf32


def capabilities(
    *,
    encodings: Sequence[types.PositionEncodingKind] = (UTF_16,),
    pull: bool = False,
    refresh: bool = False,
    full: bool = True,
    configuration: bool = False,
) -> types.ClientCapabilities:
    """What the editor says that it can do; with `full` all that makes answers richer."""
    return types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=list(encodings)),
        text_document=types.TextDocumentClientCapabilities(
            publish_diagnostics=types.PublishDiagnosticsClientCapabilities(
                related_information=full,
                tag_support=types.ClientDiagnosticsTagOptions([types.DiagnosticTag.Unnecessary]) if full else None,
            ),
            diagnostic=types.DiagnosticClientCapabilities() if pull else None,
            code_action=types.CodeActionClientCapabilities(
                data_support=full,
                resolve_support=types.ClientCodeActionResolveOptions(["edit"]) if full else None,
            ),
        ),
        workspace=types.WorkspaceClientCapabilities(
            apply_edit=True,
            configuration=configuration,
            workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=full),
            diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh_support=refresh),
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=full),
        ),
        window=types.WindowClientCapabilities(work_done_progress=full),
    )


class Editor:
    """Open files, each as its text and version, and what the server says about them."""

    def __init__(self, client: LanguageClient) -> None:
        self.client = client
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.published: dict[str, list[types.PublishDiagnosticsParams]] = defaultdict(list)
        self.applied: list[types.ApplyWorkspaceEditParams] = []
        self.registered: list[types.RegistrationParams] = []
        self.server = types.ServerCapabilities()
        self.encoding: types.PositionEncodingKind | str = UTF_16
        self._news = asyncio.Condition()

    async def publish(self, params: types.PublishDiagnosticsParams) -> None:
        """Keeps what the server publishes."""
        async with self._news:
            self.published[params.uri].append(params)
            self._news.notify_all()

    def open(self, path: Path | str, text: str, language: str = "markdown") -> str:
        """Opens a file, which need not exist, and returns its address."""
        uri = from_fs_path(str(path)) if isinstance(path, Path) else path
        assert uri
        self.texts[uri], self.versions[uri] = text, 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def replace(self, uri: str, *edits: tuple[int, int, str]) -> None:
        """Edits a file, one edit after the other, in one message. Offsets are code points."""
        changes: list[types.TextDocumentContentChangeEvent] = []
        for start, end, new in edits:
            text = self.texts[uri]
            place = types.Range(self.position(text, start), self.position(text, end))
            changes.append(types.TextDocumentContentChangePartial(range=place, text=new))
            self.texts[uri] = text[:start] + new + text[end:]
        self._changed(uri, changes)

    def rewrite(self, uri: str, text: str) -> None:
        """Sends a whole text."""
        self.texts[uri] = text
        self._changed(uri, [types.TextDocumentContentChangeWholeDocument(text)])

    def save(self, uri: str) -> None:
        """Saves a file, without writing it."""
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))

    def close(self, uri: str) -> None:
        """Closes a file."""
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))

    async def diagnostics(self, uri: str, *, version: int | None = None) -> Sequence[types.Diagnostic]:
        """What is published for the file as it is now."""
        wanted = self.versions[uri] if version is None else version

        def there() -> bool:
            return any(each.version == wanted for each in self.published[uri])

        async with self._news:
            await asyncio.wait_for(self._news.wait_for(there), PATIENCE)
        return self.published[uri][-1].diagnostics

    async def until(self, uri: str, *codes: str) -> Sequence[types.Diagnostic]:
        """What is published once the rules of the diagnostics are just these, in order."""

        def there() -> bool:
            return bool(self.published[uri]) and rules(self.published[uri][-1].diagnostics) == list(codes)

        async with self._news:
            try:
                await asyncio.wait_for(self._news.wait_for(there), PATIENCE)
            except TimeoutError:
                raise AssertionError([rules(each.diagnostics) for each in self.published[uri]]) from None
        return self.published[uri][-1].diagnostics

    async def pull(self, uri: str, previous: str | None = None) -> types.DocumentDiagnosticReport:
        """The answer to a request for diagnostics."""
        params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri), previous_result_id=previous)
        return await self.client.text_document_diagnostic_async(params)

    async def actions(
        self, uri: str, start: int, end: int | None = None, only: list[str] | None = None
    ) -> list[types.CodeAction]:
        """The code actions for a range."""
        text = self.texts[uri]
        place = types.Range(self.position(text, start), self.position(text, start if end is None else end))
        context = types.CodeActionContext(diagnostics=[], only=only)
        params = types.CodeActionParams(types.TextDocumentIdentifier(uri), place, context)
        found = await self.client.text_document_code_action_async(params) or []
        assert all(isinstance(each, types.CodeAction) for each in found)
        return [each for each in found if isinstance(each, types.CodeAction)]

    async def do(self, action: types.CodeAction) -> None:
        """Does what an action says: has it resolved, applies its edit, has its command executed."""
        if action.edit is None and action.command is None:
            action = await self.client.code_action_resolve_async(action)
        if action.edit:
            self.apply(action.edit)
        if action.command:
            await self.execute(action.command.command, *(action.command.arguments or ()))

    async def execute(self, command: str, *arguments: Any) -> Any:
        """Has a command executed."""
        params = types.ExecuteCommandParams(command, list(arguments))
        return await self.client.workspace_execute_command_async(params)

    def apply(self, edit: types.WorkspaceEdit) -> None:
        """Applies an edit of the workspace to the open files. Its text edits are all for the text before."""
        by_uri: dict[str, list[types.TextEdit]] = defaultdict(list)
        for uri, edits in (edit.changes or {}).items():
            by_uri[uri] += edits
        for change in edit.document_changes or ():
            assert isinstance(change, types.TextDocumentEdit)
            assert change.text_document.version == self.versions[change.text_document.uri]
            by_uri[change.text_document.uri] += [each for each in change.edits if isinstance(each, types.TextEdit)]
        for uri, edits in by_uri.items():
            self.replace(uri, *reversed(self.offsets(uri, edits)))

    def offsets(self, uri: str, edits: Sequence[types.TextEdit]) -> list[tuple[int, int, str]]:
        """Edits of the protocol as offsets, in order."""
        text = self.texts[uri]
        return sorted(
            (self.offset(text, edit.range.start), self.offset(text, edit.range.end), edit.new_text) for edit in edits
        )

    def marked(self, uri: str, diagnostic: types.Diagnostic) -> str:
        """The text that a diagnostic marks."""
        text = self.texts[uri]
        return text[self.offset(text, diagnostic.range.start) : self.offset(text, diagnostic.range.end)]

    def position(self, text: str, offset: int) -> types.Position:
        """The position of an offset, in the encoding agreed on."""
        starts = [0, *(end.end() for end in LINE_END.finditer(text) if end.end() <= offset)]
        return types.Position(len(starts) - 1, self._units(text[starts[-1] : offset]))

    def offset(self, text: str, position: types.Position) -> int:
        """The offset of a position."""
        starts = [0, *(end.end() for end in LINE_END.finditer(text))]
        start = starts[position.line]
        if self.encoding == UTF_32:
            return start + position.character
        units = text[start:].encode("utf-16-le", "surrogatepass")[: 2 * position.character]
        return start + len(units.decode("utf-16-le", "surrogatepass"))

    def _units(self, text: str) -> int:
        return len(text) if self.encoding == UTF_32 else len(text.encode("utf-16-le", "surrogatepass")) // 2

    def _changed(self, uri: str, changes: list[types.TextDocumentContentChangeEvent]) -> None:
        self.versions[uri] += 1
        identifier = types.VersionedTextDocumentIdentifier(version=self.versions[uri], uri=uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, changes))


@asynccontextmanager
async def editing(
    *folders: Path,
    can: types.ClientCapabilities | None = None,
    settings: dict[str, Any] | None = None,
    locale: str | None = None,
    **environment: str,
) -> AsyncIterator[Editor]:
    """An editor with a running server, in the folders of a workspace. The server has to end well."""
    client = LanguageClient(converter_factory=_converter)
    editor = Editor(client)

    async def publish(params: types.PublishDiagnosticsParams) -> None:
        await editor.publish(params)

    def apply(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
        editor.applied.append(params)
        editor.apply(params.edit)
        return types.ApplyWorkspaceEditResult(applied=True)

    def register(params: types.RegistrationParams) -> None:
        editor.registered.append(params)

    features = {
        **DEFAULT_CLIENT_FEATURES,
        types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: publish,
        types.WORKSPACE_APPLY_EDIT: apply,
        types.CLIENT_REGISTER_CAPABILITY: register,
    }
    register_lsp_features(client, features)
    variables = {**os.environ, "JLINT_LANG": "", **environment}
    await client.start_io(sys.executable, "-m", "jlint", "lsp", env=variables)
    answer = await client.initialize_session(
        types.InitializeParams(
            capabilities=can or capabilities(),
            workspace_folders=[types.WorkspaceFolder(from_fs_path(str(each)) or "", each.name) for each in folders],
            initialization_options=settings,
            locale=locale,
        )
    )
    editor.server = answer.capabilities
    editor.encoding = answer.capabilities.position_encoding or UTF_16
    try:
        yield editor
    finally:
        await client.shutdown_session()
        code = client._server.returncode if client._server else None
        await client.stop()  # type: ignore[no-untyped-call]
    assert code == 0


def _converter() -> Converter:
    """lsprotocol's converter, which takes an action with a command for the command itself."""
    converter: Converter = default_converter()  # type: ignore[no-untyped-call]

    def action_or_command(value: Any, _: type) -> types.Command | types.CodeAction:
        if isinstance(value.get("command"), str):
            return converter.structure(value, types.Command)
        return converter.structure(value, types.CodeAction)

    converter.register_structure_hook(types.Command | types.CodeAction, action_or_command)
    converter.register_structure_hook(Union[types.Command, types.CodeAction], action_or_command)  # noqa: UP007
    return converter


def rules(diagnostics: Sequence[types.Diagnostic]) -> list[str]:
    """The rules of diagnostics, in order."""
    return [str(each.code) for each in diagnostics]


def titled(actions: Sequence[types.CodeAction], part: str) -> types.CodeAction:
    """The one action with this in its title."""
    (found,) = [each for each in actions if part in each.title]
    return found
