"""Opening, editing, saving and closing of files, and the diagnostics that are published for them."""

from __future__ import annotations

from lsprotocol import types

from jlint.lsp.commands import EXPLANATIONS
from jlint.lsp.documents import OpenDocument, is_readable
from jlint.lsp.server import Server
from jlint.lsp.session import DEBOUNCE
from jlint.lsp.shown import Shown


def register(server: Server) -> None:
    """Has the server answer the methods."""
    editing = Editing(server)
    server.on(types.TEXT_DOCUMENT_DID_OPEN, editing.open)
    server.on(types.TEXT_DOCUMENT_DID_CHANGE, editing.change)
    server.on(types.TEXT_DOCUMENT_DID_SAVE, editing.save, types.SaveOptions(include_text=False))
    server.on(types.TEXT_DOCUMENT_DID_CLOSE, editing.close)
    if not server.abilities.pull:
        server.listeners.append(editing.publish)


class Editing:
    """Keeps the session up to date with the editor."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._published: dict[str, tuple[int, list[types.Diagnostic]]] = {}

    def open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Takes up a file and lints it at once."""
        server, item = self._server, params.text_document
        if not is_readable(item.uri) or EXPLANATIONS in item.uri:
            return
        folders = server.folders.workspace
        document = OpenDocument(item, server.encoding, folders[0] if folders else "")
        server.session.open(document)
        self._published.pop(item.uri, None)
        for listener in server.open_listeners:
            listener(document)
        if not document.is_prose:
            self._tell_of_configuration(document)
        elif not server.abilities.pull:
            server.session.lint(item.uri, full=True)

    def change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Takes over the edits; linting waits for a short rest. A client that pulls has waited itself."""
        session, identifier = self._server.session, params.text_document
        document = session.document(identifier.uri)
        if document is None:
            return
        document.change(identifier.version, params.content_changes)
        session.changed(identifier.uri)
        waits_for_save = self._server.folders.of(document.path).settings.run == "onSave"
        if not self._server.abilities.pull and not waits_for_save:
            session.lint(identifier.uri, full=False, delay=DEBOUNCE)

    def save(self, params: types.DidSaveTextDocumentParams) -> None:
        """Lints at once, by all rules."""
        server, uri = self._server, params.text_document.uri
        document = server.session.document(uri)
        if document is None:
            return
        if not document.is_prose:
            server.folders.refresh()
            self._tell_of_configuration(document)
            return
        if not server.abilities.pull or server.folders.of(document.path).settings.run == "onSave":
            server.session.lint(uri, full=True)
        for listener in server.save_listeners:
            listener(document)

    def close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Forgets the file and takes its diagnostics back."""
        uri = params.text_document.uri
        known = self._server.session.document(uri) is not None
        self._server.session.close(uri)
        if known and not self._server.abilities.pull:
            self._published.pop(uri, None)
            self._server.publish(uri, None, [])

    def _tell_of_configuration(self, document: OpenDocument) -> None:
        for listener in self._server.configuration_listeners:
            listener(document)

    def publish(self, document: OpenDocument, shown: Shown) -> None:
        """Publishes what is known of a file; after the second round only where the first said something else."""
        diagnostics = self._server.diagnostics_for(document).of(shown.told)
        now = (shown.state.number, diagnostics)
        if self._published.get(document.uri) != now:
            self._published[document.uri] = now
            self._server.publish(document.uri, shown.state.version, diagnostics)
