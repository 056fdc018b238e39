"""Diagnostics for clients that ask for them: then none are published for open files."""

from __future__ import annotations

from lsprotocol import types

from jlint.lsp.documents import OpenDocument
from jlint.lsp.server import Server
from jlint.lsp.shown import Shown


def register(server: Server) -> None:
    """Has the server answer the method, if the client says that it asks."""
    if not server.abilities.pull:
        return
    pulling = Pulling(server)
    options = types.DiagnosticOptions(inter_file_dependencies=False, workspace_diagnostics=False, identifier="jlint")
    server.on(types.TEXT_DOCUMENT_DIAGNOSTIC, pulling.answer, options)
    server.listeners.append(pulling.tell)


class Pulling:
    """Answers at once with what the first round finds, if the client can be told to ask again after the second."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._given: dict[str, tuple[int, list[types.Diagnostic]]] = {}
        self._answers = 0

    async def answer(self, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        """The diagnostics of a file as it is now; that they are unchanged, if the client has just these."""
        uri, server = params.text_document.uri, self._server
        document = server.session.document(uri)
        waits = document is not None and server.folders.of(document.path).settings.run == "onSave"
        shown = server.session.last_shown(uri) if waits else None
        if shown is None:
            shown = await server.session.known(uri, full=not server.abilities.refresh)
        document = server.session.document(uri)
        diagnostics = server.diagnostics_for(document).of(shown.told) if shown and document else []
        number, before = self._given.get(uri, (0, None))
        if before == diagnostics and params.previous_result_id == str(number):
            return types.RelatedUnchangedDocumentDiagnosticReport(result_id=str(number))
        self._answers += 1
        self._given[uri] = (self._answers, diagnostics)
        return types.RelatedFullDocumentDiagnosticReport(items=diagnostics, result_id=str(self._answers))

    def tell(self, document: OpenDocument, shown: Shown) -> None:
        """Has the client ask again where it was given something else than is known now."""
        if not self._server.abilities.refresh or document.uri not in self._given:
            return
        if shown.is_full and self._given[document.uri][1] != self._server.diagnostics_for(document).of(shown.told):
            self._server.workspace_diagnostic_refresh(None)
